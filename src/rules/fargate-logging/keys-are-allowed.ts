import { LOG_ROUTER_OWN_KEYS } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { ownKeyFaults } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const keysAreAllowed: Rule = {
  id: 'fargate-logging/keys-are-allowed',
  severity: 'error',
  title: 'The configuration of the log router leaves alone the keys that AWS sets itself.',
  link: LOG_ROUTER_OWN_KEYS.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, files }) =>
    files.flatMap(({ sections }) => sections.flatMap(ownKeyFaults)).map(fault => ({ at, ...fault }))),
};
