import { LOG_ROUTER_FILES } from '../../facts/fargate-logging';
import { logRouterConfigs, sectionsOf } from '../../manifest/log-router';
import { describeSection, valueOf, valuesOf } from '../../requirements/log-router-section';
import { Rule } from '../rule';

const { key, source } = LOG_ROUTER_FILES.parsers;

export const parserIsDefined: Rule = {
  id: 'fargate-logging/parser-is-defined',
  severity: 'error',
  title: 'Every parser that a filter names is defined; without it, Fluent Bit does not start.',
  link: source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(config => {
    const defined = sectionsOf(config, 'PARSER').map(parser => valueOf(parser, 'Name'));
    return sectionsOf(config, 'FILTER')
      .filter(filter => valueOf(filter, 'Name')?.toLowerCase() === 'parser')
      .flatMap(filter => valuesOf(filter, 'Parser').filter(name => !defined.includes(name)).map(name => ({
        at: config.at,
        reason: `${describeSection(filter)} names '${name}', which '${key}' does not define, and AWS documents no parser that is there beforehand`,
        remedy: `Define '${name}' in '${key}'; with FargateLogging, give it in 'parsers'`,
      })));
  }),
};
