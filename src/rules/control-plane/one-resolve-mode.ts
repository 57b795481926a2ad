import { ENDPOINTS_CHECKS } from '../../facts/autodiscovery';
import { checkConfigs } from '../../manifest/check-configs';
import { Rule } from '../rule';

export const oneResolveMode: Rule = {
  id: 'control-plane/one-resolve-mode',
  severity: 'error',
  title: 'All check files for the endpoints of one Service say alike who runs them.',
  link: ENDPOINTS_CHECKS.source,
  check: ({ manifests }) => {
    const files = checkConfigs(manifests).flatMap(({ at, check, loader, target }) => loader && target.kind === 'endpoints'
      ? [{ at, check, loader: loader.path, service: `${target.namespace}/${target.name}`, mode: target.resolve === 'ip' ? 'ip' : 'auto' }]
      : []);
    return files.flatMap(({ at, check, loader, service, mode }) => {
      const first = files.find(other => other.service === service && other.loader === loader)!;
      return first.mode === mode ? [] : [{
        at,
        reason: `the check '${first.check}' of ${service} has 'resolve: ${first.mode}' and the check '${check}' has 'resolve: ${mode}', and the Cluster Agent keeps one for each Service: that of the file that it reads last`,
        remedy: "Give both the same 'resolve', or make a second Service for one of them",
      }];
    });
  },
};
