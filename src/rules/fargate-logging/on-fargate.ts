import { LOG_ROUTER } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { hasFargate, NO_FARGATE } from '../../requirements/fargate-logging';
import { Rule } from '../rule';

export const onFargate: Rule = {
  id: 'fargate-logging/on-fargate',
  severity: 'warning',
  title: "AWS's log router is configured only where pods run on Fargate.",
  link: LOG_ROUTER.source,
  check: ({ manifests, platform, fargateProfiles }) => !platform || hasFargate(platform, fargateProfiles)
    ? []
    : logRouterConfigs(manifests).map(({ at }) => ({ at, ...NO_FARGATE })),
};
