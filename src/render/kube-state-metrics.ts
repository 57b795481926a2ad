import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { COLLECTORS } from '../facts/kube-state-metrics';
import { ClusterModel } from '../model/cluster-model';

/** What the kubernetes_state_core check lists and watches: the resources of its collectors and no others. */
export function kubeStateMetricsRules({ features }: ClusterModel): PolicyRule[] {
  const on = COLLECTORS.filter(c => features.kubeStateMetrics?.collectors.includes(c.name));
  const groups = [...new Set(on.map(c => c.apiGroup))];
  return groups.map(group => ({
    apiGroups: [group],
    resources: on.filter(c => c.apiGroup === group).map(c => c.resource),
    verbs: ['list', 'watch'],
  }));
}
