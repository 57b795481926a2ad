import { PermissionFact } from '../../facts/permission';

/** What an informer asks for. */
export function watched(apiGroup: string, ...resources: readonly string[]): Pick<PermissionFact, 'apiGroups' | 'resources' | 'verbs'> {
  return { apiGroups: [apiGroup], resources, verbs: ['list', 'watch'] };
}

/** Objects that the Cluster Agent keeps in its store for a feature, until which it does not call itself ready. */
export const STORED = {
  scope: 'cluster',
  source: 'datadog-agent, comp/core/workloadmeta/collectors/internal/kubeapiserver/kubeapiserver.go',
  checkedOn: '2026-11-21',
} as const;
