import { AGENT_FEATURES } from '../facts/agent-versions';
import { requireAgentFeature } from '../requirements/agent-feature';
import { requireCheck } from '../requirements/autodiscovery';
import { requireCheckName, requireClusterChecks, requireOwnCheck } from '../requirements/cluster-check';

/** What a user says of a check; left out, the default. */
export interface ClusterCheckDescription {
  readonly name: string;
  readonly file?: string;
  readonly instances: readonly any[];
  readonly initConfig?: any;
  readonly advancedAdIdentifiers?: readonly AdIdentifierModel[];
  readonly byClusterAgent?: boolean;
}

/** A Service, or the endpoints of one, that a check is run for. */
export interface AdIdentifierModel {
  readonly kind: 'kube_service' | 'kube_endpoints';
  readonly namespace: string;
  readonly name: string;
  /** Who runs the check of an endpoint: `ip` for a runner, `auto` for the Agent on the node of its pod. */
  readonly resolve?: 'auto' | 'ip';
}

/** A check that the Cluster Agent hands to runners, or does itself. */
export interface ClusterCheckModel {
  readonly name: string;
  /** Name of its file, without the extension. */
  readonly file: string;
  readonly instances: readonly any[];
  readonly initConfig: any;
  readonly adIdentifiers: readonly AdIdentifierModel[];
  readonly byClusterAgent: boolean;
}

/** What the choices depend on. */
export interface ClusterCheckContext {
  /** Some pods of the cluster may run on Fargate. */
  readonly fargate: boolean;
  readonly agentVersion: string;
  readonly clusterChecks: boolean;
}

export function resolveClusterCheck(given: ClusterCheckDescription, context: ClusterCheckContext): ClusterCheckModel {
  const { byClusterAgent = false } = given;
  if (byClusterAgent) requireOwnCheck(given.name, (given.advancedAdIdentifiers ?? []).length);
  else requireClusterChecks(given.name, context.clusterChecks);
  return {
    name: requireCheckName(given.name),
    file: requireCheckName(given.file ?? given.name),
    instances: requireCheck(given).instances,
    initConfig: given.initConfig ?? {},
    adIdentifiers: (given.advancedAdIdentifiers ?? []).map(id => withResolve(id, context)),
    byClusterAgent,
  };
}

/** A pod on Fargate has no node with an Agent to run checks, so where there may be some, a runner does. */
function withResolve(id: AdIdentifierModel, { fargate, agentVersion }: ClusterCheckContext): AdIdentifierModel {
  if (id.kind !== 'kube_endpoints') return id;
  const resolve = id.resolve ?? (fargate ? 'ip' : undefined);
  if (resolve !== undefined) requireAgentFeature(agentVersion, AGENT_FEATURES.endpointsResolve);
  return { ...id, ...resolve !== undefined && { resolve } };
}
