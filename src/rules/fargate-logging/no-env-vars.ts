import { LOG_ROUTER } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { envVarFaults } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const noEnvVars: Rule = {
  id: 'fargate-logging/no-env-vars',
  severity: 'error',
  title: 'The configuration of the log router refers to no env vars.',
  link: LOG_ROUTER.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, files }) =>
    files.flatMap(({ key, text }) => envVarFaults(`'${key}'`, text)).map(fault => ({ at, ...fault }))),
};
