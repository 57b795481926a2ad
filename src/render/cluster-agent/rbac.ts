import { isAtLeast } from '../../base/versions';
import { AGENT_FEATURES } from '../../facts/agent-versions';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { PermissionFact } from '../../facts/permission';
import { CLUSTER_AGENT_PERMISSIONS, CLUSTER_RESOURCE_QUOTAS, CONFIG_MAP_LEADER, LEASE_READS_CONFIG_MAP } from '../../facts/rbac';
import { clusterAgentPart } from '../../features/contributions';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels } from '../../parts/labels';
import { accountSubject, policyRules, roleAndBinding, serviceAccount } from '../../parts/rbac';

export function clusterAgentRbac(model: ClusterModel): Manifest[] {
  const { namespace } = model;
  const { name, component } = CLUSTER_AGENT;
  const labels = componentLabels(component);
  const granted = [...ownPermissions(model), ...clusterAgentPart(model).permissions];
  const role = (scope: PermissionFact['scope']) => ({
    name,
    labels,
    subjects: [accountSubject(name, namespace)],
    rules: policyRules(granted.filter(p => p.scope === scope)),
  });
  return [
    serviceAccount(name, namespace, labels, model.clusterAgent.serviceAccountAnnotations),
    ...roleAndBinding(role('cluster')),
    ...roleAndBinding({ ...role('namespace'), namespace }),
  ];
}

/** What the Cluster Agent uses whichever features are on. */
function ownPermissions({ agentVersion, platform: { fact, kubernetesVersion } }: ClusterModel): PermissionFact[] {
  const leases = isAtLeast(kubernetesVersion, KUBERNETES_FEATURES.leases.since);
  return [
    ...CLUSTER_AGENT_PERMISSIONS,
    ...leases ? [] : [CONFIG_MAP_LEADER],
    ...leases && !isAtLeast(agentVersion, AGENT_FEATURES.leaseAlone.since) ? [LEASE_READS_CONFIG_MAP] : [],
    ...fact.clusterResourceQuotas ? [CLUSTER_RESOURCE_QUOTAS] : [],
  ];
}
