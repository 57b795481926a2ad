import { ADMISSION_CONTROLLER } from '../../facts/admission-controller';
import { CLUSTER_AGENT, CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { EXTERNAL_METRICS } from '../../facts/external-metrics';
import { API_SERVER_PORTS, NETWORK_PORTS } from '../../facts/network';
import { NODE_AGENT } from '../../facts/node-agent';
import { ClusterModel } from '../../model/cluster-model';
import { NetworkPolicyModel } from '../../model/network-policy';
import { WholePart } from '../../parts/merge-node-agent-parts';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { wholePart } from '../node-agent/whole-part';

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

/**
 * The flows of our pods. `namespaces` are those with Agents that talk to the Cluster Agent, `parts` what constructs add to
 * the pods of the node Agents.
 */
export function componentFlows(
  model: ClusterModel,
  policy: NetworkPolicyModel,
  namespaces: readonly string[],
  parts: readonly NodeAgentPart[] = [],
): ComponentFlows[] {
  const { nodeAgent } = model;
  const whole = nodeAgent && wholePart(model, nodeAgent, parts);
  return [
    clusterAgentFlows(model, namespaces, whole && { onHostNetwork: nodeAgent?.hostNetwork || whole.hostNetwork }),
    ...model.clusterCheckRunners ? [runnerFlows(model, policy)] : [],
    ...whole ? [nodeAgentFlows(model, whole)] : [],
  ];
}

function clusterAgentFlows(
  model: ClusterModel,
  namespaces: readonly string[],
  nodeAgents: { readonly onHostNetwork: boolean } | undefined,
): ComponentFlows {
  const { externalMetrics, admissionController } = model.features;
  const others = [...new Set(namespaces)].filter(name => name !== model.namespace).sort();
  const metricsReader: Peer = nodeAgents?.onHostNetwork ? { kind: 'anything' } : { kind: 'component', component: NODE_AGENT.component };
  // The API server calls these, from an address that no selector matches.
  const webhooks = [...externalMetrics ? [EXTERNAL_METRICS.port] : [], ...admissionController ? [ADMISSION_CONTROLLER.port] : []];
  return {
    name: CLUSTER_AGENT.name,
    component: CLUSTER_AGENT.component,
    ingress: [
      // What comes from the network of a node has the address of the node, which no selector matches.
      { peer: nodeAgents?.onHostNetwork ? { kind: 'anything' } : { kind: 'namespaces', others }, ports: CLUSTER_AGENT_API },
      // A node Agent that sees a Cluster Agent on its node sets up a check of it.
      ...nodeAgents ? [{ peer: metricsReader, ports: tcp(CLUSTER_AGENT.metricsPort) }] : [],
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

function runnerFlows({ delivery }: ClusterModel, { restrictRunners }: NetworkPolicyModel): ComponentFlows {
  const { component } = CLUSTER_CHECK_RUNNER;
  return {
    name: delivery.runners.name,
    component,
    ingress: [{ peer: { kind: 'component', component: CLUSTER_AGENT.component }, ports: CLUSTER_AGENT_API }],
    // A check connects to whatever it watches, and more checks come with annotations that are not in this app.
    egress: restrictRunners
      ? [...BASICS, { peer: { kind: 'component', component: CLUSTER_AGENT.component }, ports: CLUSTER_AGENT_API }]
      : [{ peer: { kind: 'anything' }, ports: [] }],
  };
}

/** Applications of every namespace send to the Agent of their node, where it listens. On the network of the node, no policy is for it. */
function nodeAgentFlows({ delivery }: ClusterModel, { ports }: WholePart): ComponentFlows {
  const { component } = NODE_AGENT;
  const open = ports.map(({ containerPort, protocol }) => ({ port: containerPort, protocol: protocol === 'UDP' ? 'UDP' : 'TCP' } as const));
  return {
    name: delivery.nodeAgent.name,
    component,
    ingress: open.length > 0 ? [{ peer: { kind: 'anything' }, ports: open }] : [],
    // It asks the kubelet, and its checks connect to whatever runs on the node.
    egress: [{ peer: { kind: 'anything' }, ports: [] }],
  };
}
