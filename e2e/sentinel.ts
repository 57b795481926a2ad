import { Account } from './accounts';
import { KubeObject } from './manifests';

const API = 'rbac.authorization.k8s.io';
const NAME = 'e2e-last';
const NAMESPACE = 'e2e-off';

/** Nobody runs as it, and it need not exist. */
export const SENTINEL_ACCOUNT: Account = { namespace: NAMESPACE, name: NAME };

export const SENTINEL_LINES = ['get nodes cluster-wide', `get secrets in ${NAMESPACE}`];

/** One object of each kind of RBAC, to be written after all others: when they are in force, everything is. */
export function sentinel(): KubeObject[] {
  const subjects = [{ kind: 'ServiceAccount', ...SENTINEL_ACCOUNT }];
  const rule = (resource: string) => ({ apiGroups: [''], resources: [resource], verbs: ['get'] });
  const object = (kind: string, content: object, namespace?: string): KubeObject => (
    { apiVersion: `${API}/v1`, kind, metadata: { name: NAME, namespace }, ...content }
  );
  return [
    object('ClusterRole', { rules: [rule('nodes')] }),
    object('ClusterRoleBinding', { roleRef: { apiGroup: API, kind: 'ClusterRole', name: NAME }, subjects }),
    object('Role', { rules: [rule('secrets')] }, NAMESPACE),
    object('RoleBinding', { roleRef: { apiGroup: API, kind: 'Role', name: NAME }, subjects }, NAMESPACE),
  ];
}
