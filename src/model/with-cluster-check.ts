import { ClusterCheckDescription, resolveClusterCheck } from './cluster-check';
import { ClusterModel, FeaturesModel } from './cluster-model';
import { ORCHESTRATOR } from '../facts/orchestrator';
import { requireFreeCheck } from '../requirements/cluster-check';

/** The cluster with one more check of the user's. Throws a `ViolationError` where it could never run. */
export function withClusterCheck(model: ClusterModel, given: ClusterCheckDescription): ClusterModel {
  const { platform, agentVersion, features, clusterAgent } = model;
  const check = resolveClusterCheck(given, { fargate: platform.fargate !== 'none', agentVersion, clusterChecks: features.clusterChecks });
  requireFreeCheck(check, clusterAgent.checks, featureChecks(features));
  return { ...model, clusterAgent: { ...clusterAgent, checks: [...clusterAgent.checks, check] } };
}

/** Names of the checks whose files features write. */
function featureChecks({ kubeStateMetrics, events, orchestratorExplorer }: FeaturesModel): string[] {
  return [
    ...kubeStateMetrics ? ['kubernetes_state_core'] : [],
    ...events ? ['kubernetes_apiserver'] : [],
    ...orchestratorExplorer ? [ORCHESTRATOR.checkName] : [],
  ];
}
