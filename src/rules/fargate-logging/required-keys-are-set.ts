import { LOG_ROUTER_FILES } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { missingKeyFaults } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const requiredKeysAreSet: Rule = {
  id: 'fargate-logging/required-keys-are-set',
  severity: 'error',
  title: 'Sections of the log router have the keys that AWS and their plugin ask for: Name and Match, Name and Format, a region and a destination.',
  link: LOG_ROUTER_FILES.outputs.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, files }) =>
    files.flatMap(({ sections }) => sections.flatMap(missingKeyFaults)).map(fault => ({ at, ...fault }))),
};
