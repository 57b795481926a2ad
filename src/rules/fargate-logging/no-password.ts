import { LOG_SECRET_KEYS } from '../../facts/log-destinations';
import { logRouterConfigs, sectionsOf } from '../../manifest/log-router';
import { describeSection } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const noPassword: Rule = {
  id: 'fargate-logging/no-password',
  severity: 'warning',
  title: 'The configuration of the log router holds no password: whoever reads ConfigMaps would read it.',
  link: LOG_SECRET_KEYS.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(config => sectionsOf(config, 'OUTPUT').flatMap(section => section.entries
    .filter(({ key }) => LOG_SECRET_KEYS.names.some(name => name.toLowerCase() === key.toLowerCase()))
    .map(({ key }) => ({
      at: config.at,
      reason: `${describeSection(section)} has ${key}, whose value stands in a ConfigMap in clear text, and AWS takes no reference to a Secret there`,
      remedy: 'Sign requests with AWS_Auth as the Fargate pod execution role, or send to Amazon Data Firehose and let it sign in',
    })))),
};
