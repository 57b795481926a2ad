import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { GKE as CONTROL_PLANE } from '../control-plane/gke';

/**
 * By inference from the channels of September 2026, which have 1.34 to 1.36, and from the 14 months of support that begin with the
 * Regular channel: 1.34 came to it in autumn 2025. Kubelets need nothing.
 */
export const GKE = {
  id: 'gke',
  name: 'Google Kubernetes Engine',
  oldestKubernetes: '1.34',
  newestKubernetes: '1.36',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  notFor: 'GKE Autopilot refuses the host paths of the node Agents, so these manifests are for clusters and nodes of GKE Standard',
  controlPlane: CONTROL_PLANE,
  source: 'https://cloud.google.com/kubernetes-engine/versioning; https://docs.cloud.google.com/feeds/gke-rapid-channel-release-notes.xml (2026-09-23); https://github.com/cilium/cilium/pull/43089; https://docs.datadoghq.com/containers/kubernetes/distributions/#GKE; https://docs.datadoghq.com/containers/troubleshooting/admission-controller/ (Autopilot and host paths)',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
