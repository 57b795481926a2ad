import { LOG_ROUTER_FILES } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { NO_OUTPUT } from '../../requirements/fargate-logging';
import { destinationOf } from '../../requirements/log-router-section';
import { Rule } from '../rule';

const { key, source } = LOG_ROUTER_FILES.outputs;

export const hasOutput: Rule = {
  id: 'fargate-logging/has-output',
  severity: 'error',
  title: 'The log router has an output of those that AWS lets in.',
  link: source,
  check: ({ manifests }) => logRouterConfigs(manifests)
    .filter(({ files }) => !files.some(file => file.key === key && file.sections.some(destinationOf)))
    .map(({ at }) => ({ at, ...NO_OUTPUT })),
};
