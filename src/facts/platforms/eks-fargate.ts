import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { EKS_CONTROL_PLANE } from '../control-plane/eks';

export const EKS_FARGATE = {
  id: 'eks-fargate',
  name: 'Amazon EKS on AWS Fargate',
  oldestKubernetes: '1.34',
  newestKubernetes: '1.36',
  nodes: false,
  fargate: 'all',
  configMode: 'none',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  controlPlane: EKS_CONTROL_PLANE,
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html; https://endoflife.date/amazon-eks; https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
