import { LOG_ROUTER_FILES } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { pluginFaults } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const pluginsAreAllowed: Rule = {
  id: 'fargate-logging/plugins-are-allowed',
  severity: 'error',
  title: 'Outputs and filters of the log router are of the plugins that AWS lets in.',
  link: LOG_ROUTER_FILES.outputs.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, files }) =>
    files.flatMap(({ sections }) => sections.flatMap(pluginFaults)).map(fault => ({ at, ...fault }))),
};
