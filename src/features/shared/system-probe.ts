import { SETTINGS } from './sources';
import { envOf } from '../../parts/container-env';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { AGENT, SYSTEM_PROBE } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { requireNodeAgentsFor } from '../../requirements/host-features';
import { FeatureContext, HelmSide, OperatorFeatures, OperatorSide } from '../feature';

type ByKernel = 'networkMonitoring' | 'universalServiceMonitoring' | 'serviceDiscovery';

/** Env vars that several features of the system-probe set alike. */
export const SYSTEM_PROBE_ENV = {
  DD_SYSTEM_PROBE_ENABLED: SETTINGS,
  DD_NETWORK_CONFIG_DIRECT_SEND: SETTINGS,
} as const;

const { flag } = envOf(SYSTEM_PROBE_ENV);

/** Something that looks into the kernel of the node, and so is for Agents on nodes. */
export function resolveOnNodes(option: ByKernel, { given, nodeAgents, platform }: FeatureContext): boolean {
  if (!given[option]?.enabled) return false;
  requireNodeAgentsFor(option, nodeAgents, platform.name);
  return true;
}

/**
 * The system-probe sees connections or requests and sends them itself: the pod has no process-agent to do it. The core Agent reads the same, and
 * shows it in its status.
 */
export function connections(name: string): NodeAgentPart {
  const env = () => [flag('DD_SYSTEM_PROBE_ENABLED', true), { name, value: 'true' }, flag('DD_NETWORK_CONFIG_DIRECT_SEND', true)];
  return { containers: [SYSTEM_PROBE], env: { [AGENT]: env(), [SYSTEM_PROBE]: env() } };
}

/** What the Operator writes where connections or requests are watched. */
const byConnections = {
  DD_SYSTEM_PROBE_ENABLED: ({ npm, usm }: OperatorFeatures) => npm?.enabled || usm?.enabled,
  DD_NETWORK_CONFIG_DIRECT_SEND: ({ npm, usm }: OperatorFeatures) => npm?.enabled || usm?.enabled,
};

/** The env of `OperatorSide` for a feature that has one env var of its own beside those. */
export function operatorConnectionsEnv(name: string, value: (features: OperatorFeatures) => boolean | undefined): OperatorSide['env'] {
  return { 'agent': { ...byConnections, [name]: value }, 'system-probe': { ...byConnections, [name]: value } };
}

/** The chart has a container more where connections or requests are watched, and shares settings between the Agents of the pod. */
export function watchesConnections({ model: { features } }: DeliveredCluster): boolean {
  return features.networkMonitoring || features.universalServiceMonitoring;
}

export const HELM_CONNECTIONS_ENV: NonNullable<HelmSide['env']> = {
  agent: {
    DD_AGENT_IPC_PORT: watchesConnections,
    DD_AGENT_IPC_CONFIG_REFRESH_INTERVAL: watchesConnections,
    DD_SYSTEM_PROBE_ENABLED: watchesConnections,
  },
  systemProbe: { DD_AGENT_IPC_PORT: watchesConnections, DD_AGENT_IPC_CONFIG_REFRESH_INTERVAL: watchesConnections },
};

/** A file, system-probe.yaml, that both the core Agent and the system-probe read. */
export const HELM_BY_FILE = ['DD_NETWORK_CONFIG_DIRECT_SEND', 'DD_SYSTEM_PROBE_ENABLED'];

export const KERNEL_DIFFERENCE = 'the chart has a process-agent for it where the system-probe does not send by itself, and mounts more of the node';
export const SHARED_SETTINGS = 'the Operator has the Agents of the pod share settings by a port of the pod, 5009';
