import { clusterAgentPart } from '../features/contributions';
import { ClusterCheckDescription, resolveClusterCheck } from '../model/cluster-check';
import { ClusterModel } from '../model/cluster-model';
import { requireFreeCheck } from '../requirements/cluster-check';

/** The cluster with one more check of the user's. Throws a `ViolationError` where it could never run. */
export function withClusterCheck(model: ClusterModel, given: ClusterCheckDescription): ClusterModel {
  const { platform, agentVersion, features, clusterAgent } = model;
  const check = resolveClusterCheck(given, { fargate: platform.fargate !== 'none', agentVersion, clusterChecks: features.clusterChecks });
  requireFreeCheck(check, clusterAgent.checks, clusterAgentPart(model).checks);
  return { ...model, clusterAgent: { ...clusterAgent, checks: [...clusterAgent.checks, check] } };
}
