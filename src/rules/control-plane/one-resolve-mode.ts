import { ENDPOINTS_CHECKS } from '../../facts/autodiscovery';
import { CheckConfig, checkConfigs } from '../../manifest/check-configs';
import { Rule } from '../rule';

export const oneResolveMode: Rule = {
  id: 'control-plane/one-resolve-mode',
  severity: 'error',
  title: 'All check files for the endpoints of one Service say alike who runs them.',
  link: ENDPOINTS_CHECKS.source,
  check: ({ manifests }) => {
    const files = checkConfigs(manifests).filter(c => c.loader && c.target.kind === 'endpoints');
    return files.flatMap((config, at) => {
      const first = files.slice(0, at).find(other => serviceOf(other) === serviceOf(config) && other.loader!.path === config.loader!.path);
      if (!first || modeOf(first) === modeOf(config)) return [];
      return [{
        at: config.at,
        reason: `the check '${first.check}' of ${serviceOf(config)} has 'resolve: ${modeOf(first)}' and the check '${config.check}' has 'resolve: ${modeOf(config)}', and the Cluster Agent keeps one for each Service: that of the file that it reads last`,
        remedy: "Give both the same 'resolve', or make a second Service for one of them",
      }];
    });
  },
};

function serviceOf({ target }: CheckConfig): string {
  return target.kind === 'endpoints' ? `${target.namespace}/${target.name}` : '';
}

function modeOf({ target }: CheckConfig): string {
  return target.kind === 'endpoints' && target.resolve === 'ip' ? 'ip' : 'auto';
}
