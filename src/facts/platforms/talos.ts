import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { TALOS as CONTROL_PLANE } from '../control-plane/talos';

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
  nodeHost: { system: 'talos', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.siderolabs.com/talos/v1.13/getting-started/support-matrix',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
