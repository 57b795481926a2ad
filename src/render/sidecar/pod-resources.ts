import type { PodSpec } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { ViolationError } from '../../base/violation';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { podResourcesExcess } from '../../manifest/pod-resources';
import { ClusterModel } from '../../model/cluster-model';

const { podLevelResources } = KUBERNETES_FEATURES;

/** Throws a `ViolationError` where the API server would refuse the pod with the Agent in it for the resources of the pod itself. */
export function requirePodResources(injected: PodSpec, { platform, sidecar: { resources: { cpu, memory } } }: ClusterModel): void {
  // Older versions take the field off unless a feature gate is on.
  if (!isAtLeast(platform.kubernetesVersion, podLevelResources.since)) return;
  const excess = podResourcesExcess(injected);
  if (excess.length === 0) return;
  throw new ViolationError({
    rule: 'sidecar/pod-resources-have-room',
    reason: `with the Agent, which requests ${cpu} and ${memory}, ${excess.map(({ field, allowed, needed }) => `the containers need ${needed} where '${field}' of the pod is ${allowed}`).join(', and ')}: the API server refuses such a pod`,
    remedy: `Raise ${excess.map(({ field, needed }) => `'${field}' to ${needed}`).join(' and ')} or more; or give the Agent less with 'cpu' and 'memory' of instrumentTarget(...)`,
    link: podLevelResources.source.split(';')[0],
  });
}
