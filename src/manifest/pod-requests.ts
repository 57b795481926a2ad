import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { isObject, objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { parseBytes, parseMillicores } from '../base/quantity';

type Resource = 'cpu' | 'memory';

const PARSE = { cpu: parseMillicores, memory: parseBytes } as const;

/** What a pod asks the scheduler for. */
export interface PodRequests {
  readonly millicores: number;
  readonly bytes: number;
}

/** Requests and limits of the pod as a whole, and of no container. */
export interface PodResources {
  readonly requests: { readonly [resource: string]: unknown };
  readonly limits: { readonly [resource: string]: unknown };
}

/** None where the pod has none. */
export function podResourcesOf(pod: PodSpec): PodResources {
  // kubernetes-types is older than the field.
  const own: unknown = (pod as { readonly resources?: unknown }).resources;
  const { requests, limits } = (isObject(own) ? own : {}) as Partial<PodResources>;
  return { requests: isObject(requests) ? requests : {}, limits: isObject(limits) ? limits : {} };
}

/**
 * A pod's effective request: what it requests as a whole; or what its containers and native sidecars take together, or an
 * init container with the sidecars that start before it, whichever is more. Where no container requests a resource, what
 * the pod as a whole is limited to counts.
 *
 * @see https://kubernetes.io/docs/concepts/resource-management/effective-pod-requests-limits/
 */
export const podRequests = oncePer((pod: PodSpec): PodRequests => ({
  millicores: effective(pod, 'cpu'),
  bytes: effective(pod, 'memory'),
}));

function effective(pod: PodSpec, resource: Resource): number {
  const { requests, limits } = podResourcesOf(pod);
  const requested = containerRequests(pod, resource);
  return PARSE[resource](requests[resource]) ?? (requested > 0 ? requested : PARSE[resource](limits[resource]) ?? 0);
}

/** What the containers of a pod request together, in thousandths of a CPU or in bytes, whatever the pod requests as a whole. */
export function containerRequests(pod: PodSpec, resource: Resource): number {
  return together(pod, container => PARSE[resource](requestOf(container, resource)) ?? 0);
}

/** The request of a container; the API server takes its limit where it names none. */
export function requestOf(container: Container, resource: 'cpu' | 'memory'): unknown {
  return container.resources?.requests?.[resource] ?? container.resources?.limits?.[resource];
}

/** An init container that goes on running beside the others. */
export function isNativeSidecar(container: Container): boolean {
  // kubernetes-types is older than the field.
  return (container as { readonly restartPolicy?: string }).restartPolicy === 'Always';
}

function together(pod: PodSpec, request: (container: Container) => number): number {
  let sidecars = 0;
  let starting = 0;
  for (const container of objectsIn(pod.initContainers)) {
    starting = Math.max(starting, sidecars + request(container));
    if (isNativeSidecar(container)) sidecars += request(container);
  }
  const running = objectsIn(pod.containers).reduce((sum, container) => sum + request(container), sidecars);
  return Math.max(starting, running);
}
