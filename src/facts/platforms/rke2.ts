import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { RKE2 as CONTROL_PLANE } from '../control-plane/rke2';

/** Kubelets' certificates and the socket are as on K3s, whose code it runs. Versions as upstream's. */
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
  source: 'https://docs.rke2.io/release-notes/v1.37.X; https://kubernetes.io/releases/1.34; k3s-io/k3s: pkg/server/router (for k3s and rke2), pkg/server/handlers ServingKubeletCert; rancher/rke2: applyContainerdStateAndAddress',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
