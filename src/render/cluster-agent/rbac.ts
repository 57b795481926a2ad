import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { PERMISSIONS, PermissionFact } from '../../facts/rbac';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { kubeStateMetricsRules } from '../kube-state-metrics';
import { componentLabels } from '../labels';
import { accountSubject, policyRules, roleAndBinding, serviceAccount } from '../rbac';

export function clusterAgentRbac(model: ClusterModel): Manifest[] {
  const { namespace, features } = model;
  const { name, component } = CLUSTER_AGENT;
  const labels = componentLabels(component);
  const wanted: Record<PermissionFact['feature'], boolean> = {
    always: true,
    clusterChecks: features.clusterChecks,
    events: features.events,
    documented: false,
  };
  const granted = PERMISSIONS.filter(p => p.account === 'cluster-agent' && wanted[p.feature]);
  const role = (scope: PermissionFact['scope']) => ({
    name,
    labels,
    subjects: [accountSubject(name, namespace)],
    rules: [
      ...policyRules(granted.filter(p => p.scope === scope)),
      // Somebody has to run the check: the Cluster Agent, where there are no runners.
      ...scope === 'cluster' && !model.clusterCheckRunners ? kubeStateMetricsRules(model) : [],
    ],
  });
  return [
    serviceAccount(name, namespace, labels),
    ...roleAndBinding(role('cluster')),
    ...roleAndBinding({ ...role('namespace'), namespace }),
  ];
}
