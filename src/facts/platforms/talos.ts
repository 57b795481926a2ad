import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { TALOS as CONTROL_PLANE } from '../control-plane/talos';

/** Node Agents of a namespace with that label are let in, and pods of applications elsewhere are not. */
const NO_SOCKETS_ON_TALOS = {
  reason: "on Talos Linux a namespace without a label holds its pods to the Pod Security level 'baseline', at which no pod mounts folders of its node",
  unless: 'namespace-is-privileged',
  exception: "pods of namespaces with the label 'pod-security.kubernetes.io/enforce: privileged'",
  source: 'https://docs.siderolabs.com/kubernetes-guides/security/pod-security',
  checkedOn: '2026-11-21',
} as const;

/** Talos 1.13. Its successor takes 1.32 to 1.37. */
export const TALOS = {
  id: 'talos',
  name: 'Talos Linux',
  oldestKubernetes: '1.31',
  newestKubernetes: '1.36',
  nodes: true,
  fargate: 'none',
  configMode: 'hostip',
  noSockets: NO_SOCKETS_ON_TALOS,
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  podSecurity: { level: 'baseline', exempt: ['kube-system'] },
  nodeHost: { system: 'talos', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.siderolabs.com/kubernetes-guides/monitoring-and-observability/deploy-datadog; siderolabs/talos, pkg/machinery/compatibility: talos113.go, talos114.go; https://docs.siderolabs.com/kubernetes-guides/security/pod-security',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
