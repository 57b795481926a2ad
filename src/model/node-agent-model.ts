import { PodModel, resolvePod } from './deployment-model';
import { FeaturesModel } from './features-model';
import { NodeCheckDescription, NodeCheckModel, resolveNodeChecks } from './node-check';
import { NodeHostDescription, NodeHostModel, resolveNodeHost } from './node-host-model';
import { isAtLeast } from '../base/versions';
import { KUBERNETES_FEATURES } from '../facts/kubernetes-versions';
import { NODE_AGENT, NODE_AGENT_RESOURCES } from '../facts/node-agent';
import { PlatformFact } from '../facts/platforms/platform-fact';
import { requireContainerResources } from '../requirements/container-resources';
import { requireHostPort, requireMaxUnavailable, requireMinReadySeconds, requireNodes, requireOldestKubelet } from '../requirements/node-agent';

/** What a user says of the Agents on nodes; left out, the default. */
export interface NodeAgentDescription extends Partial<PodModel>, NodeHostDescription {
  readonly enabled?: boolean;
  readonly resources?: Partial<ContainerResourcesModel>;
  readonly traceAgentResources?: Partial<ContainerResourcesModel>;
  readonly systemProbeResources?: Partial<ContainerResourcesModel>;
  readonly maxUnavailable?: string;
  readonly minReadySeconds?: number;
  readonly hostNetwork?: boolean;
  readonly hostPid?: boolean;
  readonly hostPorts?: { readonly apm?: boolean; readonly dogstatsd?: boolean; readonly otlp?: boolean };
  readonly oldestKubeletVersion?: string;
  readonly ignoreAutoConf?: readonly string[];
  readonly checks?: readonly NodeCheckDescription[];
}

/** The Agent on every node. */
export interface NodeAgentModel extends PodModel {
  readonly resources: ContainerResourcesModel;
  readonly traceAgentResources: ContainerResourcesModel;
  readonly systemProbeResources: ContainerResourcesModel;
  /** Nodes without an Agent while the pods are replaced: a number, or a percentage as text. */
  readonly maxUnavailable: number | string;
  readonly minReadySeconds?: number;
  readonly hostNetwork: boolean;
  /** Absent where it depends on what the Agents do. */
  readonly hostPid?: boolean;
  /** Ports that the Agents take on the addresses of their nodes. */
  readonly hostPorts: { readonly apm: boolean; readonly dogstatsd: boolean; readonly otlp: boolean };
  readonly host: NodeHostModel;
  /** The kubelets tell their paths apart when they ask what the Agent may do. */
  readonly fineGrainedKubelet: boolean;
  /** Checks that the Agents do not set up by themselves. */
  readonly ignoreAutoConf: readonly string[];
  readonly checks: readonly NodeCheckModel[];
}

/** Requests, and limits where there are any, as Kubernetes quantities. */
export interface ContainerResourcesModel {
  readonly cpu: string;
  readonly memory: string;
  readonly cpuLimit?: string;
  readonly memoryLimit?: string;
}

/** What the choices depend on. */
export interface NodeAgentContext {
  readonly platform: PlatformFact;
  /** major.minor */
  readonly kubernetesVersion: string;
  readonly features: FeaturesModel;
}

type ResourcesOption = 'resources' | 'traceAgentResources' | 'systemProbeResources';

/** Nothing where there are no nodes, or none of them is to have an Agent. */
export function resolveNodeAgent(given: NodeAgentDescription, context: NodeAgentContext): NodeAgentModel | undefined {
  const { platform, kubernetesVersion, features } = context;
  if (given.enabled) requireNodes(platform);
  if (!platform.nodes || given.enabled === false) return undefined;
  const oldestKubelet = requireOldestKubelet(given.oldestKubeletVersion ?? kubernetesVersion, kubernetesVersion);
  const { hostNetwork = false, hostPorts = {} } = given;
  const resources = (of: string, option: ResourcesOption, defaults: ContainerResourcesModel) =>
    requireContainerResources(of, { ...defaults, ...defined(given[option]) });
  return {
    ...resolvePod('nodeAgent', 'nodeAgents', given),
    resources: resources('nodeAgent', 'resources', NODE_AGENT_RESOURCES.agent),
    traceAgentResources: resources('the trace-agent', 'traceAgentResources', NODE_AGENT_RESOURCES.traceAgent),
    systemProbeResources: resources('the system-probe', 'systemProbeResources', NODE_AGENT_RESOURCES.systemProbe),
    maxUnavailable: requireMaxUnavailable(given.maxUnavailable ?? NODE_AGENT.maxUnavailable),
    ...given.minReadySeconds !== undefined && { minReadySeconds: requireMinReadySeconds(given.minReadySeconds) },
    hostNetwork,
    ...given.hostPid !== undefined && { hostPid: given.hostPid },
    hostPorts: {
      apm: requireHostPort('apm', hostPorts.apm, features.apm.port),
      dogstatsd: requireHostPort('dogstatsd', hostPorts.dogstatsd, features.dogstatsd.port),
      otlp: requireHostPort('otlp', hostPorts.otlp, features.otlp !== undefined),
    },
    host: resolveNodeHost(given, platform),
    fineGrainedKubelet: isAtLeast(oldestKubelet, KUBERNETES_FEATURES.fineGrainedKubelet.since),
    ignoreAutoConf: given.ignoreAutoConf ?? [],
    checks: resolveNodeChecks(given.checks ?? []),
  };
}

function defined<T extends object>(given: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}
