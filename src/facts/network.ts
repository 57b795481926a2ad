import { Fact } from './fact';

/** Ports that pods of ours connect to. */
export const NETWORK_PORTS = {
  dns: { port: 53, source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/', checkedOn: '2026-11-21' },
  /** Everything that an Agent sends, since logs go by HTTPS too. */
  datadog: { port: 443, source: 'https://docs.datadoghq.com/agent/configuration/network/#open-ports', checkedOn: '2026-11-21' },
} as const satisfies Record<string, Fact & { readonly port: number }>;

/** Where API servers listen: managed clusters on 443, others on 6443. The Service `kubernetes` leads there, and policies see that port. */
export const API_SERVER_PORTS: Fact & { readonly ports: readonly number[] } = {
  ports: [443, 6443],
  source: 'https://kubernetes.io/docs/concepts/security/controlling-access/#transport-security',
  checkedOn: '2026-11-21',
};

/** Pods of the cluster's DNS server, by the label that CoreDNS inherited from kube-dns. */
export const CLUSTER_DNS: Fact & { readonly namespace: string; readonly labels: { readonly [name: string]: string } } = {
  namespace: 'kube-system',
  labels: { 'k8s-app': 'kube-dns' },
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/',
  checkedOn: '2026-11-21',
};

/** Cilium's words in its policies. Names in `toFQDNs` are known only where a rule lets Cilium read DNS answers. */
export const CILIUM = {
  apiVersion: 'cilium.io/v2',
  namespaceLabel: 'k8s:io.kubernetes.pod.namespace',
  apiServer: 'kube-apiserver',
  everything: 'all',
  source: 'https://docs.cilium.io/en/latest/security/policy/layer7/; https://docs.cilium.io/en/latest/security/policy/layer3/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** What enforces policies on EKS does so on EC2 nodes with Linux alone, and no other CNI plugin can be installed on Fargate. */
export const FARGATE_HAS_NO_NETWORK_POLICY: Fact = {
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
  checkedOn: '2026-11-21',
};

/** A policy for egress closes the way out of the pods that it chooses, but for what policies let out. A choice of pods does not mean the address of a node. */
export const NETWORK_POLICY: Fact = {
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  checkedOn: '2026-11-30',
};

/**
 * A rule set of Cilium with an entry in `egress` or `egressDeny` denies the rest, unless `enableDefaultDeny.egress` is false. An empty
 * entry allows nothing, and what `egressDeny` names is denied whatever `egress` allows. These entities have the node of the pod in them;
 * `remote-node` has only the others.
 */
export const CILIUM_EGRESS: Fact & { readonly group: string; readonly kinds: readonly string[]; readonly nodes: readonly string[] } = {
  group: 'cilium.io',
  kinds: ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
  nodes: ['host', 'cluster', 'all'],
  source: 'https://docs.cilium.io/en/stable/security/policy/intro/; https://docs.cilium.io/en/stable/security/policy/layer3/; https://docs.cilium.io/en/stable/security/policy/deny/; https://github.com/cilium/cilium/blob/main/pkg/policy/api/rule_validation.go',
  checkedOn: '2026-12-01',
};
