import { Fact } from './fact';

/** Where pods run and what follows from it. A variant of Kubernetes is a row here and nothing else. */
export interface PlatformFact extends Fact {
  readonly id: string;
  /** As its maker writes it. */
  readonly name: string;
  /** Oldest Kubernetes minor version that its maker still supports in full. */
  readonly oldestKubernetes: string;
  /** Newest Kubernetes minor version that it offers. */
  readonly newestKubernetes: string;
  /** Every pod runs on AWS Fargate. */
  readonly onlyFargate: boolean;
  /** Pods of one workload can share a node, so that anti-affinity means something. */
  readonly podsShareNodes: boolean;
  /** Domain of cluster-internal names. */
  readonly clusterDomain: string;
}

export const PLATFORMS = {
  eksFargate: {
    id: 'eks-fargate',
    name: 'Amazon EKS on AWS Fargate',
    oldestKubernetes: '1.34',
    newestKubernetes: '1.36',
    onlyFargate: true,
    podsShareNodes: false,
    clusterDomain: 'cluster.local',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html; https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, PlatformFact>;
