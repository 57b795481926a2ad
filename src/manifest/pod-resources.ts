import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { objectsIn } from './objects-in';
import { containerRequests, podResourcesOf } from './pod-requests';
import { parseBytes, parseMillicores } from '../base/quantity';

type Resource = 'cpu' | 'memory';

/** An amount that the pod as a whole allows, and what its containers come to. */
export interface PodResourcesExcess {
  /** As the pod spec has it, for example `spec.resources.requests.cpu`. */
  readonly field: string;
  /** What stands there; undefined where Kubernetes fills it in from the containers that the pod had before. */
  readonly allowed?: string;
  /** As a quantity. */
  readonly needed: string;
}

const PARSE = { cpu: parseMillicores, memory: parseBytes } as const;
const MIB = 2 ** 20;

/** True where the pod has requests or limits for all of its containers together. */
export function hasPodResources(pod: PodSpec): boolean {
  const { requests, limits } = podResourcesOf(pod);
  return [requests, limits].some(amounts => Object.keys(amounts).length > 0);
}

/**
 * Where the API server refuses the pod for its own `resources`: its containers request more together than it does, or one
 * of them is limited to more than it is.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/ and, for what is filled in, Kubernetes 1.36.3,
 *   pkg/apis/core/v1/defaults.go: defaultPodRequests
 */
export function podResourcesExcess(pod: PodSpec): PodResourcesExcess[] {
  const own = podResourcesOf(pod);
  return (['cpu', 'memory'] as const).flatMap(resource => [
    ...excess(`spec.resources.requests.${resource}`, resource, own.requests[resource], containerRequests(pod, resource)),
    // Where the pod requests nothing, Kubernetes takes the sum of the containers for its requests, and those may not be above its limits.
    ...excess(`spec.resources.limits.${resource}`, resource, own.limits[resource], Math.max(
      largestLimit(pod, resource), own.requests[resource] === undefined ? containerRequests(pod, resource) : 0)),
  ]);
}

/**
 * The same for a pod that gets one more container after Kubernetes has filled in its defaults, as policies and webhooks add
 * it: by then a pod that has limits has requests as well, which are those of the containers that it had.
 */
export function podResourcesExcessWith(pod: PodSpec, added: Container): PodResourcesExcess[] {
  const own = podResourcesOf(pod);
  const filled = (['cpu', 'memory'] as const).filter(resource => Object.keys(own.limits).length > 0
    && own.requests[resource] === undefined && containerRequests(pod, resource) > 0);
  const more: PodSpec = { ...pod, containers: [...objectsIn(pod.containers), added] };
  return [
    ...podResourcesExcess(more),
    ...filled
      .filter(resource => containerRequests(more, resource) > containerRequests(pod, resource))
      .map(resource => ({ field: `spec.resources.requests.${resource}`, needed: quantity(resource, containerRequests(more, resource)) })),
  ];
}

function excess(field: string, resource: Resource, allowed: unknown, needed: number): PodResourcesExcess[] {
  const most = PARSE[resource](allowed);
  return most === undefined || needed <= most ? [] : [{ field, allowed: String(allowed), needed: quantity(resource, needed) }];
}

/** The API server looks at ordinary containers alone. */
function largestLimit({ containers }: PodSpec, resource: Resource): number {
  return Math.max(0, ...objectsIn(containers).map(({ resources }) => PARSE[resource](resources?.limits?.[resource]) ?? 0));
}

function quantity(resource: Resource, amount: number): string {
  if (resource === 'cpu') return `${amount}m`;
  return amount % MIB === 0 ? `${amount / MIB}Mi` : String(amount);
}
