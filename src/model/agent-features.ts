import { ApmInstrumentationDescription } from './apm-instrumentation';
import { OtlpDescription, OtlpModel, resolveOtlp } from './otlp';
import { resolveTagSources, TagSourcesDescription, TagSourcesModel } from './tag-sources';
import { isAtLeast } from '../base/versions';
import { AGENT_FEATURES, AgentFeatureFact } from '../facts/agent-versions';
import { OPTION_VALUES } from '../facts/option-values';
import { requireAgentFeature } from '../requirements/agent-feature';
import { requireWay } from '../requirements/has-a-way';
import { requireNodeAgentsFor } from '../requirements/host-features';
import { requireKnown } from '../requirements/known';

const { tagCardinality: CARDINALITIES } = OPTION_VALUES;

/** What the Agents in pods and on nodes take in; left out, the default. */
export interface AgentFeaturesDescription {
  readonly apm?: IntakeDescription & { readonly instrumentation?: ApmInstrumentationDescription };
  readonly dogstatsd?: IntakeDescription & { readonly originDetection?: boolean; readonly tagCardinality?: string };
  readonly otlp?: OtlpDescription;
  readonly liveProcesses?: Switch;
  readonly liveContainers?: Switch;
  readonly processDiscovery?: Switch;
  readonly containerLifecycle?: Switch;
  readonly containerImageCollection?: Switch;
  readonly logs?: Switch & { readonly containerCollectAll?: boolean; readonly autoMultiLineDetection?: boolean };
  readonly tags?: TagSourcesDescription;
  readonly networkMonitoring?: Switch;
  readonly universalServiceMonitoring?: Switch;
  readonly serviceDiscovery?: Switch;
}

interface Switch {
  readonly enabled?: boolean;
}

export interface IntakeDescription extends Switch {
  readonly socketEnabled?: boolean;
  readonly portEnabled?: boolean;
}

export interface AgentFeaturesModel {
  readonly apm: IntakeModel;
  readonly dogstatsd: DogstatsdModel;
  /** Absent where nothing is taken by OTLP. */
  readonly otlp?: OtlpModel;
  readonly processes: boolean;
  /** Container metrics for the containers page. */
  readonly containers: boolean;
  readonly processDiscovery: boolean;
  /** Ends of containers and pods. */
  readonly containerLifecycle: boolean;
  readonly containerImages: boolean;
  /** Absent where no logs are collected. */
  readonly logs?: { readonly collectAll: boolean; readonly multiLine: boolean };
  readonly tagSources: TagSourcesModel;
  /** Of node Agents alone, as are the next two. */
  readonly networkMonitoring: boolean;
  readonly serviceMonitoring: boolean;
  readonly serviceDiscovery: boolean;
}

/** Ways by which applications reach the Agent; neither where the feature is off. */
export interface IntakeModel {
  readonly socket: boolean;
  readonly port: boolean;
}

export interface DogstatsdModel extends IntakeModel {
  /** Metrics get the tags of the container that sent them. */
  readonly originDetection: boolean;
  /** As DD_DOGSTATSD_TAG_CARDINALITY has it; absent where the Agent chooses. */
  readonly tagCardinality?: string;
}

/** What the choices depend on. */
export interface AgentFeatureContext {
  readonly agentVersion: string;
  /** Name of the platform. */
  readonly platform: string;
  /** Pods that are not privileged have no way to sockets on nodes. */
  readonly noSockets: boolean;
  /** There are Agents on nodes. */
  readonly nodeAgents: boolean;
  /** Some pods may run on Fargate, and so with an Agent of their own. */
  readonly fargate: boolean;
}

export function resolveAgentFeatures(description: AgentFeaturesDescription, context: AgentFeatureContext): AgentFeaturesModel {
  const { apm, dogstatsd, otlp, logs } = description;
  // Agents on nodes read files.
  if (logs?.enabled && context.fargate) requireAgentFeature(context.agentVersion, AGENT_FEATURES.kubeletLogs);
  return {
    apm: intake('apm', apm, context),
    dogstatsd: {
      ...intake('dogstatsd', dogstatsd, context),
      originDetection: dogstatsd?.originDetection ?? false,
      ...dogstatsd?.tagCardinality !== undefined && { tagCardinality: requireKnown("'features.dogstatsd.tagCardinality'", dogstatsd.tagCardinality, CARDINALITIES.values, CARDINALITIES.source) },
    },
    ...otlp?.enabled && { otlp: resolveOtlp(otlp, logs?.enabled ?? false, context.agentVersion) },
    processes: processCheck(description.liveProcesses, false, context),
    containers: processCheck(description.liveContainers, true, context),
    processDiscovery: processCheck(description.processDiscovery, true, context),
    containerLifecycle: description.containerLifecycle?.enabled ?? true,
    containerImages: description.containerImageCollection?.enabled ?? true,
    ...logs?.enabled && { logs: { collectAll: logs.containerCollectAll ?? false, multiLine: logs.autoMultiLineDetection ?? true } },
    tagSources: resolveTagSources(description.tags ?? {}),
    networkMonitoring: onNodes('networkMonitoring', description.networkMonitoring, AGENT_FEATURES.connectionsWithoutProcessAgent, context),
    serviceMonitoring: onNodes('universalServiceMonitoring', description.universalServiceMonitoring, AGENT_FEATURES.connectionsWithoutProcessAgent, context),
    serviceDiscovery: onNodes('serviceDiscovery', description.serviceDiscovery, AGENT_FEATURES.serviceDiscovery, context),
  };
}

function intake(name: 'apm' | 'dogstatsd', given: IntakeDescription | undefined, { noSockets }: AgentFeatureContext): IntakeModel {
  const { enabled = true, socketEnabled: socket = !noSockets, portEnabled: port = noSockets } = given ?? {};
  if (!enabled) return { socket: false, port: false };
  requireWay(name, { socket, port });
  return { socket, port };
}

/** Before the core Agent of a node could do it, a container of its own had to, and this library writes none. */
function processCheck(given: Switch | undefined, byDefault: boolean, { agentVersion, nodeAgents }: AgentFeatureContext): boolean {
  const fact = AGENT_FEATURES.processChecksInCoreAgent;
  if (given?.enabled && nodeAgents) requireAgentFeature(agentVersion, fact);
  return given?.enabled ?? (byDefault && (!nodeAgents || isAtLeast(agentVersion, fact.since)));
}

/** Something that looks into the kernel of the node, and so is for Agents on nodes. */
function onNodes(
  option: 'networkMonitoring' | 'universalServiceMonitoring' | 'serviceDiscovery',
  given: Switch | undefined,
  fact: AgentFeatureFact,
  { agentVersion, nodeAgents, platform }: AgentFeatureContext,
): boolean {
  if (!given?.enabled) return false;
  requireNodeAgentsFor(option, nodeAgents, platform);
  requireAgentFeature(agentVersion, fact);
  return true;
}
