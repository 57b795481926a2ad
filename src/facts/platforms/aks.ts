import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { AKS as CONTROL_PLANE } from '../control-plane/aks';

/**
 * Its kubelets have certificates that the authority of the cluster signed: on Kubernetes 1.27 and newer, on node pools that were updated
 * after July 2025. Nodes with the label `kubernetes.azure.com/kubelet-serving-ca=cluster` are among them; for others, set `kubeletTlsVerify`.
 */
export const AKS = {
  id: 'aks',
  name: 'Azure Kubernetes Service',
  oldestKubernetes: '1.34',
  newestKubernetes: '1.36',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  webhookSelectors: true,
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  controlPlane: CONTROL_PLANE,
  source: 'https://github.com/Azure/AKS/releases/tag/2026-09-04; https://github.com/Azure/AKS/pull/5835 (1.36); https://github.com/IABTechLab/uid2docs/pull/1050 (1.33 by long-term support alone); https://docs.datadoghq.com/containers/kubernetes/distributions/#AKS; https://github.com/DataDog/datadog-agent/pull/11367 (selectors of webhooks)',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
