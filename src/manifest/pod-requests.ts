import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { parseBytes, parseMillicores } from '../base/quantity';

/** What a pod asks the scheduler for. */
export interface PodRequests {
  readonly millicores: number;
  readonly bytes: number;
}

/**
 * A pod's effective request: what its containers and native sidecars take together, or an init container with the
 * sidecars that start before it, whichever is more.
 *
 * @see https://kubernetes.io/docs/concepts/resource-management/effective-pod-requests-limits/
 */
export const podRequests = oncePer((pod: PodSpec): PodRequests => ({
  millicores: effective(pod, container => parseMillicores(requestOf(container, 'cpu')) ?? 0),
  bytes: effective(pod, container => parseBytes(requestOf(container, 'memory')) ?? 0),
}));

/** The request of a container; the API server takes its limit where it names none. */
export function requestOf(container: Container, resource: 'cpu' | 'memory'): unknown {
  return container.resources?.requests?.[resource] ?? container.resources?.limits?.[resource];
}

/** An init container that goes on running beside the others. */
export function isNativeSidecar(container: Container): boolean {
  // kubernetes-types is older than the field.
  return (container as { readonly restartPolicy?: string }).restartPolicy === 'Always';
}

function effective(pod: PodSpec, request: (container: Container) => number): number {
  let sidecars = 0;
  let starting = 0;
  for (const container of objectsIn(pod.initContainers)) {
    starting = Math.max(starting, sidecars + request(container));
    if (isNativeSidecar(container)) sidecars += request(container);
  }
  const running = objectsIn(pod.containers).reduce((sum, container) => sum + request(container), sidecars);
  return Math.max(starting, running);
}
