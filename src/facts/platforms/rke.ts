import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { RKE as CONTROL_PLANE } from '../control-plane/rke';

/**
 * RKE1 ended on 2025-07-31. Its last release has 1.30, and 1.31 and 1.32 for those who pay for an extended life. Kubelets sign their
 * certificates themselves, unless `generate_serving_certificate` is set.
 */
export const RKE = {
  id: 'rke',
  name: 'Rancher Kubernetes Engine, Rancher 2.5 and newer',
  oldestKubernetes: '1.30',
  newestKubernetes: '1.32',
  leastKubernetes: '1.17',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { runtime: 'docker', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://github.com/rancher-archives/rke/releases/tag/v1.8.14; https://github.com/rancher/rke/releases/tag/v1.2.11 (oldest); https://docs.datadoghq.com/containers/kubernetes/distributions/#Rancher',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
