import type { Container } from 'kubernetes-types/core/v1';
import { parseQuantity } from '../../base/quantity';
import { FARGATE_REQUESTS_EQUAL_LIMITS } from '../../facts/fargate';
import { allContainers } from '../../manifest/containers';
import { requestOf } from '../../manifest/pod-requests';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const requestsEqualLimits: Rule = {
  id: 'fargate/requests-equal-limits',
  severity: 'warning',
  title: 'Every container on Fargate requests what it is limited to.',
  link: FARGATE_REQUESTS_EQUAL_LIMITS.source,
  // One finding for each workload: whoever meets one of these, meets many.
  check: context => fargatePods(context).flatMap(at => {
    const unequal = allContainers(at.pod).flatMap(describeUnequal);
    return unequal.length === 0 ? [] : [{
      at,
      reason: `${unequal.join(', ')}; AWS wants requests to equal limits on Fargate, and where they did not, containers have failed to start with 'cpu.cfs_quota_us: invalid argument'`,
      remedy: 'Set requests and limits of each container to the same amounts',
    }];
  }),
};

function describeUnequal(container: Container): string[] {
  const unequal = (['cpu', 'memory'] as const).flatMap(resource => {
    const limit: unknown = container.resources?.limits?.[resource];
    const request = requestOf(container, resource);
    return limit === undefined || parseQuantity(limit) === parseQuantity(request) ? [] : [`${resource} ${request} of ${limit}`];
  });
  return unequal.length === 0 ? [] : [`the container '${container.name}' requests ${unequal.join(' and ')}`];
}
