import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { EKS_CONTROL_PLANE } from '../control-plane/eks';

/** EC2 nodes, and Fargate for what the declared profiles take. Standard support of 1.34 ends on 2026-12-02. */
export const EKS = {
  id: 'eks',
  name: 'Amazon EKS',
  oldestKubernetes: '1.34',
  newestKubernetes: '1.36',
  nodes: true,
  fargate: 'profiles',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  controlPlane: EKS_CONTROL_PLANE,
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html; https://endoflife.date/amazon-eks; https://docs.aws.amazon.com/eks/latest/userguide/eks-compute.html',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
