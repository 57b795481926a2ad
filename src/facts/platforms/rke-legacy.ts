import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { RKE_LEGACY as CONTROL_PLANE } from '../control-plane/rke-legacy';

export const RKE_LEGACY = {
  id: 'rke-legacy',
  name: 'Rancher Kubernetes Engine, Rancher before 2.5',
  oldestKubernetes: '1.18',
  newestKubernetes: '1.18',
  leastKubernetes: '1.11',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { runtime: 'docker', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://www.suse.com/suse-rancher/support-matrix/all-supported-versions/rancher-v2-4-18/',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
