import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { KUBEADM as CONTROL_PLANE } from '../control-plane/kubeadm';

/** Kubelets sign their certificates themselves, unless `serverTLSBootstrap` is set, which kubeadm leaves alone. */
export const KUBEADM = {
  id: 'kubeadm',
  name: 'Kubernetes by kubeadm',
  oldestKubernetes: '1.35',
  newestKubernetes: '1.37',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://kubernetes.io/releases/1.34; https://docs.datadoghq.com/containers/kubernetes/control_plane/#Kubeadm; https://docs.k3s.io/release-notes/v1.37.X (1.37.0 and its day); kubernetes 1.36.3, cmd/kubeadm/app/componentconfigs/kubelet.go and cmd/kubelet/app/server.go: InitializeTLS',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
