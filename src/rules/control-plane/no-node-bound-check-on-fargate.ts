import { ENDPOINTS_CHECKS } from '../../facts/autodiscovery';
import { checkConfigs } from '../../manifest/check-configs';
import { providerOf } from '../../manifest/check-hosts';
import { Rule } from '../rule';

export const noNodeBoundCheckOnFargate: Rule = {
  id: 'control-plane/no-node-bound-check-on-fargate',
  severity: 'error',
  title: 'Where every pod is on Fargate, check files for endpoints hand them to cluster check runners.',
  link: ENDPOINTS_CHECKS.source,
  check: ({ manifests, platform }) => platform?.nodes !== false ? [] : checkConfigs(manifests)
    .filter(config => config.loader && providerOf(config) === 'endpointschecks')
    .map(({ at, check }) => ({
      at,
      reason: `the check '${check}' of endpoints is for the Agent on the node of each pod, and no node of Fargate has one`,
      remedy: "Set 'resolve: EndpointsResolve.IP' in AdvancedAdIdentifier.kubeEndpoints(...), which hands it to a cluster check runner",
    })),
};
