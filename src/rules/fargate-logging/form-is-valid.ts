import { LOG_ROUTER } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { Rule } from '../rule';

export const formIsValid: Rule = {
  id: 'fargate-logging/form-is-valid',
  severity: 'error',
  title: 'The configuration of the log router has sections with keys and values, and one indentation for each of both.',
  link: LOG_ROUTER.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, files }) => files.flatMap(({ key, faults }) => faults.map(fault => ({
    at,
    reason: `in '${key}', ${fault}`,
    remedy: 'Write each section as [NAME] at the beginning of a line, and below it one key and its value a line, four spaces in',
  })))),
};
