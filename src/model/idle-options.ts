import { ClusterModel } from './cluster-model';
import { PAGES } from '../facts/pages';
import { refuseIdle } from '../requirements/idle-options';

interface Given { readonly [option: string]: unknown }

/** Options of the sidecar that are for its container. Service tags are for pods on nodes as well. */
const OF_CONTAINER = ['cpu', 'memory', 'env', 'placement', 'probes', 'permissions', 'readOnlyRootFilesystem'];

const NODE_AGENT = 'https://docs.datadoghq.com/containers/kubernetes/installation/';

/** The sidecar's container is for pods on Fargate. `at` is the path of the options, with its dot. */
export function refuseIdleSidecar(at: string, given: Given | undefined, { platform }: Pick<ClusterModel, 'platform'>): void {
  if (platform.fargate !== 'none') return;
  refuseIdle({
    options: pathsOf(at, given, OF_CONTAINER),
    because: `${platform.fact.name} has no pod on Fargate here, so no pod gets the Agent as a sidecar`,
    instead: platform.fact.fargate === 'profiles'
      ? 'Leave it out, or declare the Fargate profiles of the cluster: Platform.eks({ fargateProfiles })'
      : "Leave it out. The Agent of the nodes has 'nodeAgent'",
    link: PAGES.fargateSidecar.source,
  });
}

/** Only pods on nodes have an Agent of their node to connect to. */
export function refuseIdleNodeConnection(nodeConnection: unknown, { platform }: Pick<ClusterModel, 'platform'>): void {
  if (platform.fact.nodes) return;
  refuseIdle({
    options: { nodeConnection },
    because: `on ${platform.fact.name} every pod has the Agent as a sidecar, and none is connected to an Agent of its node`,
    instead: 'Leave it out',
    link: PAGES.nodeConnection.source,
  });
}

/** Resources of containers that are not there. */
export function refuseIdleNodeAgent(at: string, given: Given | undefined, { features: { agent } }: Pick<ClusterModel, 'features'>): void {
  if (!agent.apm.socket && !agent.apm.port) {
    refuseIdle({
      options: pathsOf(at, given, ['traceAgentResources']),
      because: "the trace-agent runs only where 'features.apm' is on",
      instead: "Leave it out, or switch on 'features.apm'",
      link: NODE_AGENT,
    });
  }
  if (!agent.networkMonitoring && !agent.serviceMonitoring && !agent.serviceDiscovery) {
    refuseIdle({
      options: pathsOf(at, given, ['systemProbeResources']),
      because: "the system-probe runs only where 'features.networkMonitoring', 'features.universalServiceMonitoring' or 'features.serviceDiscovery' is on",
      instead: 'Leave it out, or switch on one of these features',
      link: NODE_AGENT,
    });
  }
}

/** Runners have cluster checks to run, and nothing else. */
export function refuseIdleRunners(given: { readonly enabled?: boolean } | undefined, { features }: Pick<ClusterModel, 'features'>): void {
  if (features.clusterChecks || !given?.enabled) return;
  refuseIdle({
    options: { clusterCheckRunners: given },
    because: "runners run cluster checks, and 'features.clusterChecks' is off",
    instead: "Leave it out, or leave 'features.clusterChecks' on",
    link: 'https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/',
  });
}

function pathsOf(at: string, given: Given | undefined, options: readonly string[]): Given {
  return Object.fromEntries(options.map(option => [`${at}${option}`, given?.[option]]));
}
