import { LOG_TAG } from '../../facts/fargate-logging';
import { logRouterConfigs, sectionsOf } from '../../manifest/log-router';
import { canMatchLogs } from '../../manifest/log-tag';
import { describeSection, valueOf } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const matchReachesLogs: Rule = {
  id: 'fargate-logging/match-reaches-logs',
  severity: 'warning',
  title: 'Outputs and filters of the log router match tags that logs have there.',
  link: LOG_TAG.source.split(';')[0],
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(config => {
    const filters = sectionsOf(config, 'FILTER');
    // Tags that are made here can be anything.
    if (filters.some(filter => valueOf(filter, 'Name')?.toLowerCase() === 'rewrite_tag')) return [];
    return [...sectionsOf(config, 'OUTPUT'), ...filters].flatMap(section => {
      const match = valueOf(section, 'Match');
      return match === undefined || canMatchLogs(match) ? [] : [{
        at: config.at,
        reason: `${describeSection(section)} matches '${match}', and on Fargate the tags of container logs begin with '${LOG_TAG.prefix}', so it gets none of them`,
        remedy: "Write 'kube.*' for the logs of all containers, or a part of such a tag, for example 'kube.*_shop_*' for a namespace",
      }];
    });
  }),
};
