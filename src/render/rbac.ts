import type { PolicyRule, Subject } from 'kubernetes-types/rbac/v1';
import { PermissionFact } from '../facts/rbac';
import { Manifest } from '../manifest/manifest';

const API = 'rbac.authorization.k8s.io';

export function policyRules(permissions: readonly PermissionFact[]): PolicyRule[] {
  return permissions.map(({ apiGroups, resources, resourceNames, nonResourceUrls, verbs }) => ({
    ...apiGroups && { apiGroups: [...apiGroups] },
    ...resources && { resources: [...resources] },
    ...resourceNames && { resourceNames: [...resourceNames] },
    ...nonResourceUrls && { nonResourceURLs: [...nonResourceUrls] },
    verbs: [...verbs],
  }));
}

export interface RoleOptions {
  readonly name: string;
  /** A Role in this namespace; absent for a ClusterRole. */
  readonly namespace?: string;
  readonly labels: { readonly [name: string]: string };
  readonly rules: PolicyRule[];
  readonly subjects: Subject[];
}

/** A role and its binding; nothing where there is nothing to grant. */
export function roleAndBinding({ name, namespace, labels, rules, subjects }: RoleOptions): Manifest[] {
  if (rules.length === 0) return [];
  const kind = namespace ? 'Role' : 'ClusterRole';
  const metadata = () => ({ name, ...namespace && { namespace }, labels: { ...labels } });
  return [
    { apiVersion: `${API}/v1`, kind, metadata: metadata(), rules },
    { apiVersion: `${API}/v1`, kind: `${kind}Binding`, metadata: metadata(), roleRef: { apiGroup: API, kind, name }, subjects },
  ];
}

export function serviceAccount(name: string, namespace: string, labels: { readonly [name: string]: string }): Manifest {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, labels: { ...labels } } };
}

export function accountSubject(name: string, namespace: string): Subject {
  return { kind: 'ServiceAccount', name, namespace };
}
