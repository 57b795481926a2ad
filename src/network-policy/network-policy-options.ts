/** Policies for the network of the Cluster Agent and the runners. */
export interface NetworkPolicyOptions {
  /**
   * Whether there are policies. Naming `networkPolicy` of a chart switches them on, and `false` switches them off; what stands beside it then waits.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Kind of the policies.
   *
   * @default NetworkPolicyFlavor.KUBERNETES
   */
  readonly flavor?: NetworkPolicyFlavor;
  /**
   * Addresses of the Kubernetes API server, in CIDR notation, for example `10.0.0.0/16`.
   *
   * @default - any address, on the ports 443 and 6443; with Cilium, what it knows as the API server
   */
  readonly apiServerCidrs?: string[];
  /**
   * Addresses of Datadog, or of the way there, in CIDR notation. Datadog lists its own at `https://ip-ranges.<site>`.
   *
   * @default - any address, on port 443; with Cilium, the names of the site's hosts
   * @see https://docs.datadoghq.com/agent/configuration/network/#static-ip-addresses
   */
  readonly datadogCidrs?: string[];
  /**
   * Pods of the cluster's DNS server. A cache on the node has no pod that a policy could select.
   *
   * @default - any address, on port 53; with Cilium, `k8s-app: kube-dns` in `kube-system`
   */
  readonly dnsPods?: DnsPods;
  /**
   * Further namespaces whose pods talk to the Cluster Agent.
   *
   * @default - none: those with an instrumented workload, and those that get the Secret, are known
   */
  readonly agentNamespaces?: string[];
  /**
   * Whether runners may connect to nothing but DNS, the API server, Datadog and the Cluster Agent. Then every check of
   * something else needs a policy of its own.
   *
   * @default false
   */
  readonly restrictRunners?: boolean;
}

/** Pods by their labels. */
export interface DnsPods {
  /** Their namespace. */
  readonly namespace: string;
  /** Labels that they have, all of them. */
  readonly labels: { [name: string]: string };
}

/** Kinds of policies. */
export enum NetworkPolicyFlavor {
  /** NetworkPolicy of networking.k8s.io/v1, which knows no names of hosts. */
  KUBERNETES = 'kubernetes',
  /** CiliumNetworkPolicy of cilium.io/v2: Datadog's hosts by their names. */
  CILIUM = 'cilium',
}
