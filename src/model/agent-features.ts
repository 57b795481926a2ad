import { AGENT_FEATURES } from '../facts/agent-versions';
import { requireAgentFeature } from '../requirements/agent-feature';

/** What the Agents in pods and on nodes take in; left out, the default. */
export interface AgentFeaturesDescription {
  readonly apm?: IntakeDescription;
  readonly dogstatsd?: IntakeDescription;
  readonly liveProcesses?: { readonly enabled?: boolean };
  readonly logs?: { readonly enabled?: boolean; readonly containerCollectAll?: boolean };
}

export interface IntakeDescription {
  readonly enabled?: boolean;
  readonly socketEnabled?: boolean;
  readonly portEnabled?: boolean;
}

export interface AgentFeaturesModel {
  readonly apm: IntakeModel;
  readonly dogstatsd: IntakeModel;
  readonly processes: boolean;
  /** Absent where no logs are collected. */
  readonly logs?: { readonly collectAll: boolean };
}

/** Ways by which applications reach the Agent; neither where the feature is off. */
export interface IntakeModel {
  readonly socket: boolean;
  readonly port: boolean;
}

export function resolveAgentFeatures(description: AgentFeaturesDescription, agentVersion: string): AgentFeaturesModel {
  const { apm, dogstatsd, liveProcesses, logs } = description;
  if (logs?.enabled) requireAgentFeature(agentVersion, AGENT_FEATURES.kubeletLogs);
  return {
    apm: intake(apm),
    dogstatsd: intake(dogstatsd),
    processes: liveProcesses?.enabled ?? false,
    ...logs?.enabled && { logs: { collectAll: logs.containerCollectAll ?? false } },
  };
}

function intake({ enabled = true, socketEnabled = true, portEnabled = false }: IntakeDescription = {}): IntakeModel {
  return { socket: enabled && socketEnabled, port: enabled && portEnabled };
}
