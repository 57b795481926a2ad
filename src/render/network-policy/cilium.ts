import { ComponentFlows, Flow, Peer } from './flows';
import { INTAKE_HOSTS } from '../../facts/intake-hosts';
import { CILIUM, CLUSTER_DNS } from '../../facts/network';
import { NetworkPolicyModel } from '../../model/network-policy';
import { componentSelector } from '../../parts/labels';

type Json = { readonly [field: string]: any };

/** `spec` of a CiliumNetworkPolicy. */
export function ciliumSpec({ component, ingress, egress }: ComponentFlows, policy: NetworkPolicyModel, site: string): Json {
  return {
    endpointSelector: { matchLabels: componentSelector(component) },
    ingress: ingress.map(flow => ({ ...from(flow.peer), ...toPorts(flow) })),
    egress: egress.map(flow => ({ ...to(flow.peer, policy, site), ...toPorts(flow) })),
  };
}

/** Who may connect; a rule that names nobody is for everybody. */
function from(peer: Peer): Json {
  switch (peer.kind) {
    case 'component': return { fromEndpoints: [{ matchLabels: componentSelector(peer.component) }] };
    case 'namespaces': return {
      // An empty selector means the policy's own namespace.
      fromEndpoints: [{}, ...peer.others.map(name => ({ matchLabels: { [CILIUM.namespaceLabel]: name } }))],
    };
    default: return {};
  }
}

function to(peer: Peer, { apiServerCidrs, datadogCidrs, dnsPods }: NetworkPolicyModel, site: string): Json {
  switch (peer.kind) {
    case 'component': return { toEndpoints: [{ matchLabels: componentSelector(peer.component) }] };
    case 'dns': {
      const { namespace, labels } = dnsPods ?? CLUSTER_DNS;
      return { toEndpoints: [{ matchLabels: { [CILIUM.namespaceLabel]: namespace, ...labels } }] };
    }
    case 'api-server': return apiServerCidrs ? { toCIDR: [...apiServerCidrs] } : { toEntities: [CILIUM.apiServer] };
    case 'datadog': return datadogCidrs ? { toCIDR: [...datadogCidrs] } : { toFQDNs: hosts(site) };
    default: return { toEntities: [CILIUM.everything] };
  }
}

function hosts(site: string): Json[] {
  return INTAKE_HOSTS.map(({ prefix }) => ({ [prefix.includes('*') ? 'matchPattern' : 'matchName']: `${prefix}.${site}` }));
}

function toPorts({ peer, ports }: Flow): Json {
  if (ports.length === 0) return {};
  return {
    toPorts: [{
      ports: ports.map(({ port, protocol }) => ({ port: String(port), protocol })),
      // Cilium learns the addresses of names from the answers that it reads.
      ...peer.kind === 'dns' && { rules: { dns: [{ matchPattern: '*' }] } },
    }],
  };
}
