import { OperatorFeatures } from './own-env';
import { INTAKE_PORTS, OTLP_PORTS } from '../../facts/agent-ports';
import { NODE_CONNECTION } from '../../facts/node-connection';
import { NODE_SYSTEMS, NodeSystemFact } from '../../facts/node-host';
import { AgentFeaturesModel } from '../../model/agent-features';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { some } from '../some';

const OFF = { enabled: false };

/** Features of the Agents on nodes. What the Operator has on by default and nobody asks for is turned off by name. */
export function nodeFeatures({ nodeAgent, features: { agent, apmInstrumentation } }: ClusterModel): OperatorFeatures {
  return {
    // It has one of the Operator's own choice, from Agent 7.84 on.
    dataPlane: OFF,
    ...nodeAgent ? onNodes(agent, nodeAgent) : NONE,
    apm: {
      ...nodeAgent ? apm(agent, nodeAgent) : OFF,
      instrumentation: {
        enabled: apmInstrumentation !== undefined,
        languageDetection: { enabled: apmInstrumentation?.languageDetection ?? false },
        ...apmInstrumentation && {
          ...some('enabledNamespaces', apmInstrumentation.enabledNamespaces),
          ...some('disabledNamespaces', apmInstrumentation.disabledNamespaces),
          ...some('libVersions', apmInstrumentation.libVersions),
          ...some('targets', apmInstrumentation.targets),
        },
      },
    },
  };
}

/** Where no node has an Agent. DogStatsD has no switch of its own. */
const NONE: OperatorFeatures = {
  dogstatsd: { unixDomainSocketConfig: OFF },
  liveContainerCollection: OFF,
  processDiscovery: OFF,
  serviceDiscovery: OFF,
};

function onNodes(agent: AgentFeaturesModel, nodeAgent: NodeAgentModel): OperatorFeatures {
  const { dogstatsd, logs } = agent;
  // The Operator mounts the file of the node's users with what looks at processes, and a node without one could not start the pod.
  const system: NodeSystemFact = NODE_SYSTEMS[nodeAgent.host.system];
  const users = system.passwdPath !== undefined;
  return {
    dogstatsd: {
      originDetectionEnabled: dogstatsd.originDetection,
      ...dogstatsd.tagCardinality !== undefined && { tagCardinality: dogstatsd.tagCardinality },
      nonLocalTraffic: dogstatsd.port,
      hostPortConfig: { enabled: nodeAgent.hostPorts.dogstatsd, hostPort: INTAKE_PORTS.dogstatsd.port },
      unixDomainSocketConfig: { enabled: dogstatsd.socket, path: NODE_CONNECTION.dogstatsd },
    },
    ...otlp(agent, nodeAgent),
    logCollection: logs ? {
      enabled: true,
      containerCollectAll: logs.collectAll,
      containerCollectUsingFiles: true,
      autoMultiLineDetection: logs.multiLine,
    } : OFF,
    liveProcessCollection: { enabled: agent.processes && users },
    liveContainerCollection: { enabled: agent.containers },
    processDiscovery: { enabled: agent.processDiscovery && users },
    npm: { enabled: agent.networkMonitoring },
    usm: { enabled: agent.serviceMonitoring },
    serviceDiscovery: { enabled: agent.serviceDiscovery },
  };
}

function apm({ apm: { socket, port } }: AgentFeaturesModel, { hostPorts }: NodeAgentModel): NonNullable<OperatorFeatures['apm']> {
  if (!socket && !port) return OFF;
  return {
    enabled: true,
    hostPortConfig: { enabled: hostPorts.apm, hostPort: INTAKE_PORTS.apm.port },
    unixDomainSocketConfig: { enabled: socket, path: NODE_CONNECTION.apm },
  };
}

function otlp({ otlp: given }: AgentFeaturesModel, { hostPorts }: NodeAgentModel): OperatorFeatures {
  if (!given) return {};
  const protocol = (name: keyof typeof OTLP_PORTS) => given[name] ? {
    enabled: true,
    endpoint: `0.0.0.0:${OTLP_PORTS[name].port}`,
    hostPortConfig: { enabled: hostPorts.otlp, hostPort: OTLP_PORTS[name].port },
  } : OFF;
  return { otlp: { receiver: { protocols: { grpc: protocol('grpc'), http: protocol('http') } } } };
}
