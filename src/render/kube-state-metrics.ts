import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { COLLECTORS, KUBE_STATE_METRICS_DISCOVERY } from '../facts/kube-state-metrics';
import { ClusterModel } from '../model/cluster-model';

/** The permissions of the kubernetes_state_core check: the resources of its collectors, and what it discovers custom resources by. */
export function kubeStateMetricsRules({ features: { kubeStateMetrics } }: ClusterModel): PolicyRule[] {
  if (!kubeStateMetrics) return [];
  const on = [...COLLECTORS.filter(c => kubeStateMetrics.collectors.includes(c.name)), KUBE_STATE_METRICS_DISCOVERY];
  const groups = [...new Set(on.map(c => c.apiGroup))];
  return groups.map(group => ({
    apiGroups: [group],
    resources: on.filter(c => c.apiGroup === group).map(c => c.resource),
    verbs: ['list', 'watch'],
  }));
}
