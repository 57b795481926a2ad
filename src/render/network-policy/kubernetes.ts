import type { NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { ComponentFlows, Flow, Peer } from './flows';
import { NAMESPACE_NAME_LABEL } from '../../facts/labels';
import { NetworkPolicyModel } from '../../model/network-policy';
import { componentSelector } from '../../parts/labels';

/** `spec` of a NetworkPolicy. */
export function kubernetesSpec({ component, ingress, egress }: ComponentFlows, policy: NetworkPolicyModel): NetworkPolicySpec {
  return {
    podSelector: { matchLabels: componentSelector(component) },
    policyTypes: ['Ingress', 'Egress'],
    ingress: ingress.map(flow => ({ ...ports(flow), ...some('from', peers(flow.peer, policy)) })),
    egress: egress.map(flow => ({ ...ports(flow), ...some('to', peers(flow.peer, policy)) })),
  };
}

function ports({ ports: list }: Flow): { ports?: NetworkPolicyPort[] } {
  return some('ports', list.map(({ port, protocol }) => ({ port, protocol })));
}

/** An absent list stands for everything, and so would an empty one. */
function some<K extends string, T>(key: K, list: T[]): { [key in K]?: T[] } {
  return list.length > 0 ? { [key]: list } as { [key in K]?: T[] } : {};
}

function peers(peer: Peer, { apiServerCidrs, datadogCidrs, dnsPods }: NetworkPolicyModel): NetworkPolicyPeer[] {
  switch (peer.kind) {
    case 'component': return [{ podSelector: { matchLabels: componentSelector(peer.component) } }];
    // Without a namespace selector beside it, a pod selector means the policy's own namespace.
    case 'namespaces': return [{ podSelector: {} }, ...peer.others.length > 0 ? [{ namespaceSelector: named(peer.others) }] : []];
    case 'dns': return dnsPods ? [{ namespaceSelector: named([dnsPods.namespace]), podSelector: { matchLabels: { ...dnsPods.labels } } }] : [];
    case 'api-server': return blocks(apiServerCidrs);
    case 'datadog': return blocks(datadogCidrs);
    case 'anything': return [];
  }
}

function named(names: readonly string[]) {
  return { matchExpressions: [{ key: NAMESPACE_NAME_LABEL.name, operator: 'In', values: [...names] }] };
}

function blocks(cidrs: readonly string[] = []): NetworkPolicyPeer[] {
  return cidrs.map(cidr => ({ ipBlock: { cidr } }));
}
