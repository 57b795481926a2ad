import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { AKS as CONTROL_PLANE } from '../control-plane/aks';

export const AKS = {
  id: 'aks',
  name: 'Azure Kubernetes Service',
  oldestKubernetes: '1.33',
  newestKubernetes: '1.35',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://learn.microsoft.com/en-us/azure/aks/supported-kubernetes-versions',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
