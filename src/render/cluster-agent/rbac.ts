import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { isAtLeast } from '../../base/versions';
import { AGENT_FEATURES } from '../../facts/agent-versions';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { KUBERNETES_FEATURES } from '../../facts/kubernetes-versions';
import { PermissionFact } from '../../facts/permission';
import { PERMISSIONS } from '../../facts/rbac';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { kubeStateMetricsRules } from '../kube-state-metrics';
import { componentLabels } from '../labels';
import { accountSubject, policyRules, roleAndBinding, serviceAccount } from '../rbac';

export function clusterAgentRbac(model: ClusterModel): Manifest[] {
  const { namespace, features } = model;
  const { name, component } = CLUSTER_AGENT;
  const labels = componentLabels(component);
  const leases = isAtLeast(model.platform.kubernetesVersion, KUBERNETES_FEATURES.leases.since);
  const wanted: Record<PermissionFact['feature'], boolean> = {
    always: true,
    configMapLeader: !leases,
    leaseReadsConfigMap: leases && !isAtLeast(model.agentVersion, AGENT_FEATURES.leaseAlone.since),
    clusterResourceQuotas: model.platform.fact.clusterResourceQuotas ?? false,
    clusterChecks: features.clusterChecks,
    events: features.events !== undefined,
    orchestratorExplorer: features.orchestratorExplorer !== undefined,
    externalMetrics: features.externalMetrics !== undefined,
    datadogMetrics: features.externalMetrics?.useDatadogMetrics ?? false,
    admissionController: features.admissionController !== undefined,
    apmInstrumentation: features.apmInstrumentation !== undefined,
    languageDetection: features.apmInstrumentation?.languageDetection ?? false,
    podTags: isGiven(features.agent.tagSources.podLabels) || isGiven(features.agent.tagSources.podAnnotations),
    namespaceTags: isGiven(features.agent.tagSources.namespaceLabels),
    documented: false,
  };
  const granted = PERMISSIONS.filter(p => p.account === 'cluster-agent' && wanted[p.feature]);
  const role = (scope: PermissionFact['scope']) => ({
    name,
    labels,
    subjects: [accountSubject(name, namespace)],
    rules: [
      ...policyRules(granted.filter(p => p.scope === scope)),
      ...scope === 'cluster' ? customResourceRules(model) : [],
      // Somebody has to run the check: the Cluster Agent, where there are no runners.
      ...scope === 'cluster' && !model.clusterCheckRunners ? kubeStateMetricsRules(model) : [],
    ],
  });
  return [
    serviceAccount(name, namespace, labels, model.clusterAgent.serviceAccountAnnotations),
    ...roleAndBinding(role('cluster')),
    ...roleAndBinding({ ...role('namespace'), namespace }),
  ];
}

function isGiven(tags: object): boolean {
  return Object.keys(tags).length > 0;
}

/** The custom resources that the resources view shows, one rule for each API group. */
function customResourceRules({ features }: ClusterModel): PolicyRule[] {
  const resources = features.orchestratorExplorer?.customResources ?? [];
  const groups = [...new Set(resources.map(r => r.group))];
  return groups.map(group => ({
    apiGroups: [group],
    resources: [...new Set(resources.filter(r => r.group === group).map(r => r.resource))],
    verbs: ['list', 'watch'],
  }));
}
