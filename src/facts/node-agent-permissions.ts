import { PermissionFact } from './permission';

const row = { scope: 'cluster', apiGroups: [''], verbs: ['get'] } as const;
const KUBELET = { source: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/', checkedOn: '2026-11-21' };

/**
 * What the kubelet of the node is asked for: `/metrics/*`, `/stats/summary`, `/pods`, `/healthz`. The kubelet alone decides which
 * subresource stands for a path, so every release of the Agent can do with either list.
 */
export const KUBELET_PERMISSIONS: readonly PermissionFact[] = [
  { ...row, resources: ['nodes/metrics', 'nodes/stats'], ...KUBELET },
];

/** Of a kubelet that tells its paths apart. */
export const FINE_GRAINED_KUBELET_PERMISSIONS: readonly PermissionFact[] = [
  { ...row, resources: ['nodes/pods', 'nodes/healthz'], ...KUBELET },
];

/** Of an older one: one permission for all other paths, and with it for commands in every container of the cluster. */
export const PROXY_KUBELET_PERMISSIONS: readonly PermissionFact[] = [
  { ...row, resources: ['nodes/proxy'], ...KUBELET },
];
