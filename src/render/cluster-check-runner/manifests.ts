import { runnerDeployment } from './deployment';
import { CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { runnerPart } from '../../features/contributions';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels } from '../../parts/labels';
import { accountSubject, policyRules, roleAndBinding, serviceAccount } from '../../parts/rbac';
import { mergeRunnerParts, RunnerPart } from '../../parts/runner-part';
import { disruptionBudget } from '../disruption-budget';
import { forKubernetes } from '../older-kubernetes';

/** Everything of the cluster check runners; nothing where there are none. */
export function runnerManifests(model: ClusterModel, parts: readonly RunnerPart[] = []): Manifest[] {
  const { clusterCheckRunners: runners, namespace } = model;
  if (!runners) return [];
  const { name, serviceAccountName } = model.delivery.runners;
  const { component } = CLUSTER_CHECK_RUNNER;
  const labels = componentLabels(component);
  return [
    serviceAccount(serviceAccountName, namespace, labels, runners.serviceAccountAnnotations),
    ...roleAndBinding({
      name: serviceAccountName,
      labels,
      rules: policyRules([...runnerPart(model).permissions, ...mergeRunnerParts(parts).permissions]),
      subjects: [accountSubject(serviceAccountName, namespace)],
    }),
    runnerDeployment(model, runners, parts),
    ...runners.replicas > 1 ? [disruptionBudget(name, namespace, component, { maxUnavailable: 1 })] : [],
  ].map(manifest => forKubernetes(model.platform.kubernetesVersion, manifest));
}
