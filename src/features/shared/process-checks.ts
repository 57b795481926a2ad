import type { EnvVar } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { AGENT_FEATURES } from '../../facts/agent-versions';
import { HOST_FILES, NODE_SYSTEMS, NodeSystemFact } from '../../facts/node-host';
import { ClusterModel } from '../../model/cluster-model';
import { envOf } from '../../parts/container-env';
import { AGENT } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { requireAgentFeature } from '../../requirements/agent-feature';
import { FeatureContext, OperatorFeatures } from '../feature';
import { SETTINGS } from './sources';

type ProcessCheck = 'liveProcesses' | 'liveContainers' | 'processDiscovery';

export const PROCESS_CHECKS_ENV = { DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED: SETTINGS } as const;
const { flag } = envOf(PROCESS_CHECKS_ENV);

/** Before the core Agent of a node could run the check, a container of its own had to, and this library writes none. */
export function resolveProcessCheck(name: ProcessCheck, byDefault: boolean, { given, agentVersion, nodeAgents }: FeatureContext): boolean {
  const fact = AGENT_FEATURES.processChecksInCoreAgent;
  const enabled = given[name]?.enabled;
  if (enabled && nodeAgents) requireAgentFeature(agentVersion, fact);
  return enabled ?? (byDefault && (!nodeAgents || isAtLeast(agentVersion, fact.since)));
}

/**
 * The env vars of a check in the core Agent, which runs it because the pod of a node Agent has no process-agent. Newer Agents run it there in any
 * case, and have no setting for that.
 */
export function processCheckEnv({ agentVersion }: ClusterModel, check: EnvVar, on: boolean): NonNullable<NodeAgentPart['env']> {
  const isSetting = on && !isAtLeast(agentVersion, AGENT_FEATURES.processChecksAlwaysInCoreAgent.since);
  return { [AGENT]: [check, ...isSetting ? [flag('DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', true)] : []] };
}

/** The file with the names of the node's users, for what looks at processes; nothing where the node has none. */
export function usersOfNode(model: ClusterModel): NonNullable<NodeAgentPart['volumes']> {
  const path = usersFile(model);
  return path === undefined ? [] : [{
    volume: { name: HOST_FILES.passwdVolume, hostPath: { path } },
    mounts: { [AGENT]: [{ mountPath: HOST_FILES.passwd, readOnly: true }] },
  }];
}

export function usersFile({ nodeAgent }: ClusterModel): string | undefined {
  const system: NodeSystemFact | undefined = nodeAgent && NODE_SYSTEMS[nodeAgent.host.system];
  return system?.passwdPath;
}

/** The Operator writes it where one of the checks is on. */
export const OPERATOR_IN_CORE_AGENT = {
  agent: {
    DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED: (f: OperatorFeatures) =>
      f.liveProcessCollection?.enabled || f.liveContainerCollection?.enabled || f.processDiscovery?.enabled,
  },
} as const;

export const HELM_IN_CORE_AGENT = { agent: { DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED: true } } as const;
