import { LOG_ROUTER } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { dataFaults } from '../../requirements/fargate-logging';
import { Rule } from '../rule';

export const keysAreKnown: Rule = {
  id: 'fargate-logging/keys-are-known',
  severity: 'error',
  title: 'The configuration of the log router stands under keys that AWS reads.',
  link: LOG_ROUTER.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, data }) => dataFaults(data).map(fault => ({ at, ...fault }))),
};
