import { LOG_ROUTER } from '../../facts/fargate-logging';
import { strayLogRouterConfigs } from '../../manifest/log-router';
import { Rule } from '../rule';

export const inItsPlace: Rule = {
  id: 'fargate-logging/in-its-place',
  severity: 'error',
  title: 'The configuration of the log router has the one name, and the one namespace, that AWS reads.',
  link: LOG_ROUTER.source,
  check: ({ manifests }) => strayLogRouterConfigs(manifests).map(at => ({
    at,
    reason: `AWS reads the ConfigMap '${LOG_ROUTER.configMap}' in the namespace '${LOG_ROUTER.namespace}' and no other, so nobody reads this one`,
    remedy: `Write it as '${LOG_ROUTER.configMap}' in '${LOG_ROUTER.namespace}'`,
  })),
};
