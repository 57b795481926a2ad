import { PlatformFact } from '../facts/platforms/platform-fact';

/** What a user says of the Agents on nodes; left out, the default. */
export interface NodeAgentDescription {
  readonly enabled?: boolean;
}

/** The Agent on every node. */
export interface NodeAgentModel {
  /** Name of the DaemonSet. */
  readonly name: string;
}

/** Nothing where there are no nodes, or none of them is to have an Agent. */
export function resolveNodeAgent(given: NodeAgentDescription, platform: PlatformFact): NodeAgentModel | undefined {
  if (!platform.nodes || given.enabled === false) return undefined;
  return { name: 'datadog-agent' };
}
