import { requireCidrs } from '../requirements/cidr';
import { requireNamespace } from '../requirements/namespace';

export type NetworkPolicyFlavorName = 'kubernetes' | 'cilium';

/** What a user says of the policies around our pods. */
export interface NetworkPolicyDescription {
  readonly flavor?: string;
  readonly apiServerCidrs?: readonly string[];
  readonly datadogCidrs?: readonly string[];
  readonly dnsPods?: DnsPodsModel;
  readonly agentNamespaces?: readonly string[];
  readonly restrictRunners?: boolean;
}

/** Policies around our pods. */
export interface NetworkPolicyModel {
  readonly flavor: NetworkPolicyFlavorName;
  /** Absent where the API server may be anywhere. */
  readonly apiServerCidrs?: readonly string[];
  /** Absent where Datadog may be anywhere, or is known by its names. */
  readonly datadogCidrs?: readonly string[];
  /** Absent where the DNS server may be anywhere, or is the cluster's usual one. */
  readonly dnsPods?: DnsPodsModel;
  /** Namespaces whose pods talk to the Cluster Agent, beside those that are known by other means. */
  readonly agentNamespaces: readonly string[];
  /** Runners reach no more than they cannot do without. */
  readonly restrictRunners: boolean;
}

export interface DnsPodsModel {
  readonly namespace: string;
  readonly labels: { readonly [name: string]: string };
}

export function resolveNetworkPolicy(given: NetworkPolicyDescription): NetworkPolicyModel {
  return {
    flavor: given.flavor === 'cilium' ? 'cilium' : 'kubernetes',
    ...given.apiServerCidrs && { apiServerCidrs: requireCidrs('apiServerCidrs', given.apiServerCidrs) },
    ...given.datadogCidrs && { datadogCidrs: requireCidrs('datadogCidrs', given.datadogCidrs) },
    ...given.dnsPods && { dnsPods: given.dnsPods },
    agentNamespaces: (given.agentNamespaces ?? []).map(requireNamespace),
    restrictRunners: given.restrictRunners ?? false,
  };
}
