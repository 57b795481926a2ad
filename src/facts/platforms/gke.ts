import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { GKE as CONTROL_PLANE } from '../control-plane/gke';

export const GKE = {
  id: 'gke',
  name: 'Google Kubernetes Engine',
  oldestKubernetes: '1.34',
  newestKubernetes: '1.36',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.cloud.google.com/kubernetes-engine/docs/release-schedule',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
