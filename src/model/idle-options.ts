import { ClusterModel } from './cluster-model';
import { FeaturesDescription } from './features-model';
import { PAGES } from '../facts/pages';
import { CLUSTER_AGENT_CA } from '../facts/sidecar';
import { refuseIdle } from '../requirements/idle-options';
import { TargetOptions } from '../requirements/target-options';

interface OfAgents {
  readonly features?: FeaturesDescription;
  readonly clusterAgentTls?: { readonly caCertificate?: string; readonly configMapName?: string };
}

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

/** Options of one target by the pods that have them, which are known when the app is synthesized. */
export function targetOptions(given: Given): TargetOptions {
  return { ofSidecar: pathsOf('', given, OF_CONTAINER), ofNodes: pathsOf('', given, ['nodeConnection']) };
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
export function refuseIdleNodeAgent(at: string, given: Given | undefined, { features, nodeAgent }: Pick<ClusterModel, 'features' | 'nodeAgent'>): void {
  if (nodeAgent?.host.kubeletTlsVerify === false) {
    refuseIdle({
      options: pathsOf(at, given, ['kubeletCaPath']),
      because: "the Agents do not verify the certificates of kubelets where 'kubeletTlsVerify' is false, as it is on Talos by default",
      instead: "Leave it out, or set 'kubeletTlsVerify' to true",
      link: 'https://docs.datadoghq.com/containers/kubernetes/distributions/',
    });
  }
  if (!features.apm.socket && !features.apm.port) {
    refuseIdle({
      options: pathsOf(at, given, ['traceAgentResources']),
      because: "the trace-agent runs only where 'features.apm' is on",
      instead: "Leave it out, or switch on 'features.apm'",
      link: NODE_AGENT,
    });
  }
  if (!features.networkMonitoring && !features.universalServiceMonitoring && !features.serviceDiscovery) {
    refuseIdle({
      options: pathsOf(at, given, ['systemProbeResources']),
      because: "the system-probe runs only where 'features.networkMonitoring', 'features.universalServiceMonitoring' or 'features.serviceDiscovery' is on",
      instead: 'Leave it out, or switch on one of these features',
      link: NODE_AGENT,
    });
  }
}

/** What Agents take in, where there is none: neither on nodes nor in pods. What is on by default is not meant. */
export function refuseIdleForAgents({ features, clusterAgentTls }: OfAgents, { nodeAgent, platform }: Pick<ClusterModel, 'nodeAgent' | 'platform'>): void {
  refuseIdleAuthority(clusterAgentTls ?? {}, platform.fargate);
  if (nodeAgent || platform.fargate !== 'none') return;
  const { logs, otlp, liveProcesses, dogstatsd } = features ?? {};
  const on = <T extends { readonly enabled?: boolean }>(feature: T | undefined) => feature?.enabled ? feature : undefined;
  refuseIdle({
    options: {
      'features.logs': on(logs),
      'features.otlp': on(otlp),
      'features.liveProcesses': on(liveProcesses),
      'features.dogstatsd.originDetection': on(dogstatsd)?.originDetection || undefined,
      'features.dogstatsd.tagCardinality': on(dogstatsd)?.tagCardinality,
    },
    because: "no Agent is made here: 'nodeAgent' is off, and no pod runs on Fargate",
    instead: "Leave it out, or leave 'nodeAgent' on. Agents that are installed by other means have settings of their own",
    link: NODE_AGENT,
  });
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

/** Without runners there is nothing to restrict. */
export function refuseIdleRestriction(restrictRunners: boolean | undefined, { clusterCheckRunners }: Pick<ClusterModel, 'clusterCheckRunners'>): void {
  if (clusterCheckRunners || !restrictRunners) return;
  refuseIdle({
    options: { restrictRunners },
    because: 'this cluster has no cluster check runners',
    instead: "Leave it out, or make runners with 'clusterCheckRunners: {}'",
    link: 'https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/',
  });
}

/** The ConfigMap of the authority is for sidecars. The Cluster Agent, the runners and the node Agents have the Secret. */
function refuseIdleAuthority(
  { caCertificate, configMapName }: NonNullable<OfAgents['clusterAgentTls']>,
  fargate: ClusterModel['platform']['fargate'],
): void {
  if (fargate !== 'none') return;
  refuseIdle({
    options: {
      'clusterAgentTls.caCertificate': caCertificate,
      'clusterAgentTls.configMapName': configMapName === CLUSTER_AGENT_CA.configMapName ? undefined : configMapName,
    },
    because: 'the ConfigMap with the authority is for sidecars, and no pod of the platform runs on Fargate here',
    instead: "Leave it out: the Agents on nodes have the Secret of 'secretName'",
    link: CLUSTER_AGENT_CA.source,
  });
}

function pathsOf(at: string, given: Given | undefined, options: readonly string[]): Given {
  return Object.fromEntries(options.map(option => [`${at}${option}`, given?.[option]]));
}
