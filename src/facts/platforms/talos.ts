import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { TALOS as CONTROL_PLANE } from '../control-plane/talos';

/** Talos 1.13. Its successor takes 1.32 to 1.37. */
export const TALOS = {
  id: 'talos',
  name: 'Talos Linux',
  oldestKubernetes: '1.31',
  newestKubernetes: '1.36',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  podSecurity: 'baseline',
  nodeHost: { system: 'talos', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.siderolabs.com/kubernetes-guides/monitoring-and-observability/deploy-datadog; siderolabs/talos, pkg/machinery/compatibility: talos113.go, talos114.go; https://docs.siderolabs.com/kubernetes-guides/security/pod-security',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
