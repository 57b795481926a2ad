import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { RKE2 as CONTROL_PLANE } from '../control-plane/rke2';

export const RKE2 = {
  id: 'rke2',
  name: 'RKE2',
  oldestKubernetes: '1.35',
  newestKubernetes: '1.37',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { criSocketPath: '/run/k3s/containerd/containerd.sock' },
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.rke2.io/release-notes/v1.37.X; https://github.com/rancher/rke2/releases',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
