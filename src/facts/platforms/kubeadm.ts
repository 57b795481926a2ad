import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { KUBEADM as CONTROL_PLANE } from '../control-plane/kubeadm';

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
  source: 'https://kubernetes.io/releases/; https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
