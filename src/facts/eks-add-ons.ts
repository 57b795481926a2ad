import { Fact } from './fact';

/** An add-on that EKS installs and updates, and whose configuration takes labels for its pods. */
export interface EksAddOnFact extends Fact {
  readonly name: string;
  /** Where its configuration has the labels, by keys. */
  readonly podLabels: readonly string[];
  /** What its configuration says so that its pods run on Fargate; absent where it says nothing. */
  readonly onFargate?: { readonly [key: string]: string };
  /** Of its pods; absent where it is not known. */
  readonly namespace?: string;
  /** Labels that its pods have anyway; absent where they are not known. */
  readonly labels?: { readonly [name: string]: string };
}

export const EKS_ADD_ONS = {
  coreDns: {
    name: 'coredns',
    podLabels: ['podLabels'],
    onFargate: { computeType: 'Fargate' },
    namespace: 'kube-system',
    labels: { 'eks.amazonaws.com/component': 'coredns', 'k8s-app': 'kube-dns' },
    source: 'aws eks describe-addon-configuration --addon-name coredns --addon-version v1.11.1-eksbuild.8; https://aws.amazon.com/blogs/containers/amazon-eks-add-ons-advanced-configuration/',
    checkedOn: '2026-11-21',
  },
  metricsServer: {
    name: 'metrics-server',
    podLabels: ['podLabels'],
    source: 'https://github.com/jupyter-infra/jupyter-k8s/pull/289, which shows the values of v0.7.2-eksbuild.2; https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, EksAddOnFact>;

/** `update-addon` puts its configuration in the place of the one before; `PRESERVE` keeps what kubectl changed beside it. */
export const UPDATE_ADD_ON: Fact = {
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html',
  checkedOn: '2026-11-21',
};

/** Names of clusters. */
export const EKS_CLUSTER_NAME: Fact & { readonly pattern: RegExp } = {
  pattern: /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/,
  source: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html',
  checkedOn: '2026-11-21',
};
