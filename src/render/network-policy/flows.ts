import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { CLUSTER_AGENT, CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { EXTERNAL_METRICS } from '../../facts/external-metrics';
import { API_SERVER_PORTS, NETWORK_PORTS } from '../../facts/network';
import { ClusterModel } from '../../model/cluster-model';
import { NetworkPolicyModel } from '../../model/network-policy';

/** The other end of a connection. */
export type Peer =
  /** Pods of this component, in the policy's namespace. */
  | { readonly kind: 'component'; readonly component: string }
  /** All pods of the policy's namespace and of these. */
  | { readonly kind: 'namespaces'; readonly others: readonly string[] }
  | { readonly kind: 'dns' | 'api-server' | 'datadog' | 'anything' };

export interface Flow {
  readonly peer: Peer;
  /** Every port where there are none. */
  readonly ports: ReadonlyArray<{ readonly port: number; readonly protocol: 'TCP' | 'UDP' }>;
}

/** Who may connect to the pods of one component, and what they may connect to; all else is refused. */
export interface ComponentFlows {
  readonly name: string;
  readonly component: string;
  readonly ingress: readonly Flow[];
  readonly egress: readonly Flow[];
}

const tcp = (...ports: number[]): Flow['ports'] => ports.map(port => ({ port, protocol: 'TCP' }));

const CLUSTER_AGENT_API = tcp(CLUSTER_AGENT.port);
const BASICS: readonly Flow[] = [
  // An answer that does not fit in a datagram comes by TCP.
  { peer: { kind: 'dns' }, ports: [{ port: NETWORK_PORTS.dns.port, protocol: 'UDP' }, { port: NETWORK_PORTS.dns.port, protocol: 'TCP' }] },
  { peer: { kind: 'api-server' }, ports: tcp(...API_SERVER_PORTS.ports) },
  { peer: { kind: 'datadog' }, ports: tcp(NETWORK_PORTS.datadog.port) },
];

/** The flows of our pods. `namespaces` are those with Agents that talk to the Cluster Agent. */
export function componentFlows(model: ClusterModel, policy: NetworkPolicyModel, namespaces: readonly string[]): ComponentFlows[] {
  return [clusterAgentFlows(model, namespaces), ...model.clusterCheckRunners ? [runnerFlows(policy)] : []];
}

function clusterAgentFlows(model: ClusterModel, namespaces: readonly string[]): ComponentFlows {
  const { externalMetrics, admissionController } = model.features;
  const others = [...new Set(namespaces)].filter(name => name !== model.namespace).sort();
  // The API server calls these, from an address that no selector matches.
  const webhooks = [...externalMetrics ? [EXTERNAL_METRICS.port] : [], ...admissionController ? [ADMISSION_CONTROLLER.port] : []];
  return {
    name: CLUSTER_AGENT.name,
    component: CLUSTER_AGENT.component,
    ingress: [
      { peer: { kind: 'namespaces', others }, ports: CLUSTER_AGENT_API },
      ...webhooks.length > 0 ? [{ peer: { kind: 'anything' }, ports: tcp(...webhooks) } as const] : [],
    ],
    egress: [
      ...BASICS,
      // Followers hand requests to the leader.
      { peer: { kind: 'component', component: CLUSTER_AGENT.component }, ports: CLUSTER_AGENT_API },
      // It asks runners how much they have to do before it hands out more.
      ...model.clusterCheckRunners
        ? [{ peer: { kind: 'component', component: CLUSTER_CHECK_RUNNER.component }, ports: CLUSTER_AGENT_API } as const]
        : [],
    ],
  };
}

function runnerFlows({ restrictRunners }: NetworkPolicyModel): ComponentFlows {
  const { name, component } = CLUSTER_CHECK_RUNNER;
  return {
    name,
    component,
    ingress: [{ peer: { kind: 'component', component: CLUSTER_AGENT.component }, ports: CLUSTER_AGENT_API }],
    // A check connects to whatever it watches, and more checks come with annotations that are not in this app.
    egress: restrictRunners
      ? [...BASICS, { peer: { kind: 'component', component: CLUSTER_AGENT.component }, ports: CLUSTER_AGENT_API }]
      : [{ peer: { kind: 'anything' }, ports: [] }],
  };
}
