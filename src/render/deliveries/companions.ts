import { CLUSTER_CHECK_RUNNER } from '../../facts/cluster-agent';
import { WorkloadNames } from '../../facts/deliveries';
import { NODE_AGENT } from '../../facts/node-agent';
import { PermissionFact } from '../../facts/permission';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels } from '../../parts/labels';
import { mergeParts } from '../../parts/merge-node-agent-parts';
import { NodeAgentPart } from '../../parts/node-agent-part';
import { accountSubject, policyRules, roleAndBinding } from '../../parts/rbac';
import { mergeRunnerParts, RunnerPart } from '../../parts/runner-part';
import { fixedAddressService } from '../cluster-agent/fixed-address';
import { forKubernetes } from '../older-kubernetes';

/** What is ours of the Cluster Agent where somebody else makes its pods. */
export function clusterAgentCompanions(model: ClusterModel): Manifest[] {
  return companions(model, fixedAddressService(model));
}

/** What is ours of the runners where somebody else makes their pods. */
export function runnerCompanions(model: ClusterModel, parts: readonly RunnerPart[]): Manifest[] {
  const { delivery: { runners: names }, clusterCheckRunners: runners } = model;
  if (!runners) return [];
  return companions(model, checkRoles(model, names, CLUSTER_CHECK_RUNNER.component, mergeRunnerParts(parts).permissions));
}

/** What is ours of the node Agents where somebody else makes their pods; nothing where there are none. */
export function nodeAgentCompanions(model: ClusterModel, parts: readonly NodeAgentPart[]): Manifest[] {
  const { delivery: { nodeAgent: names }, nodeAgent } = model;
  if (!nodeAgent) return [];
  return companions(model, checkRoles(model, names, NODE_AGENT.component, mergeParts(parts).permissions));
}

function companions({ platform }: ClusterModel, manifests: readonly Manifest[]): Manifest[] {
  return manifests.map(manifest => forKubernetes(platform.kubernetesVersion, manifest));
}

/** What checks that others add may read, beside the roles that the delivery makes for what it knows of. */
function checkRoles(
  { namespace }: ClusterModel,
  { serviceAccountName }: WorkloadNames,
  component: string,
  permissions: readonly PermissionFact[],
): Manifest[] {
  const role = (scope: PermissionFact['scope']) => ({
    name: `${serviceAccountName}-added-checks`,
    labels: componentLabels(component),
    rules: policyRules(permissions.filter(p => p.scope === scope)),
    subjects: [accountSubject(serviceAccountName, namespace)],
  });
  return [...roleAndBinding(role('cluster')), ...roleAndBinding({ ...role('namespace'), namespace })];
}
