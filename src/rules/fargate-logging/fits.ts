import { LOG_ROUTER_LIMIT } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { sizeFault } from '../../requirements/fargate-logging';
import { Rule } from '../rule';

export const fits: Rule = {
  id: 'fargate-logging/fits',
  severity: 'error',
  title: `The configuration of the log router has no more than ${LOG_ROUTER_LIMIT.value} characters, its keys counted with it.`,
  link: LOG_ROUTER_LIMIT.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, data }) => {
    const fault = sizeFault(data);
    return fault ? [{ at, ...fault }] : [];
  }),
};
