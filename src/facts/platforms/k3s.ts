import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { K3S as CONTROL_PLANE } from '../control-plane/k3s';

/** Servers sign the certificates of kubelets, for the addresses of the nodes, with the authority that pods have. Versions as upstream's. */
export const K3S = {
  id: 'k3s',
  name: 'K3s',
  oldestKubernetes: '1.35',
  newestKubernetes: '1.37',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { criSocketPath: '/run/k3s/containerd/containerd.sock' },
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.k3s.io/release-notes/v1.37.X; https://kubernetes.io/releases/1.34; https://docs.k3s.io/cli/certificate; k3s-io/k3s: pkg/server/handlers ServingKubeletCert, pkg/daemons/control root-ca-file, pkg/agent/config applyContainerdStateAndAddress',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
