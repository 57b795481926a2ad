import type { PodSpec } from 'kubernetes-types/core/v1';
import { FARGATE_MEMORY_OVERHEAD_MIB } from '../../facts/fargate';
import { objectsIn } from '../../manifest/objects-in';
import { isNativeSidecar, requestOf } from '../../manifest/pod-requests';
import { fargatePods } from '../fargate-pods';
import { Rule } from '../rule';

export const requestsAreSet: Rule = {
  id: 'fargate/requests-are-set',
  severity: 'warning',
  title: 'Every container on Fargate requests CPU and memory, by which AWS sizes its pod.',
  link: FARGATE_MEMORY_OVERHEAD_MIB.source,
  // One finding for each workload: whoever meets one of these, meets many.
  check: context => fargatePods(context).flatMap(at => {
    const without = describeUnset(at.pod);
    return without.length === 0 ? [] : [{
      at,
      reason: `${without.join(', ')}; AWS sizes the pod by its requests, ${FARGATE_MEMORY_OVERHEAD_MIB.value} MiB of its own included, so nothing is set aside for what is not requested`,
      remedy: 'Set requests and limits of each container to what it needs',
    }];
  }),
};

/** An init container that ends leaves the pod to the others, so only those that go on running count. */
function describeUnset(pod: PodSpec): string[] {
  return [...objectsIn(pod.initContainers).filter(isNativeSidecar), ...objectsIn(pod.containers)].flatMap(container => {
    const unset = (['cpu', 'memory'] as const).filter(resource => requestOf(container, resource) == null);
    return unset.length === 0 ? [] : [`the container '${container.name}' requests no ${unset.join(' and no ')}`];
  });
}
