import type { PolicyRule, Subject } from 'kubernetes-types/rbac/v1';
import { PermissionFact } from '../facts/permission';
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

export interface BindingOptions {
  readonly name: string;
  /** A RoleBinding in this namespace; absent for a ClusterRoleBinding. */
  readonly namespace?: string;
  readonly labels: { readonly [name: string]: string };
  readonly kind: 'Role' | 'ClusterRole';
  /** Name of the role. */
  readonly role: string;
  readonly subjects: Subject[];
}

export function bindingTo({ name, namespace, labels, kind, role, subjects }: BindingOptions): Manifest {
  return {
    apiVersion: `${API}/v1`,
    kind: namespace ? 'RoleBinding' : 'ClusterRoleBinding',
    metadata: { name, ...namespace && { namespace }, labels: { ...labels } },
    roleRef: { apiGroup: API, kind, name: role },
    subjects,
  };
}

/** Rules by API group and resource, so that their order does not depend on where they come from. */
export function inOrder(rules: readonly PolicyRule[]): PolicyRule[] {
  const key = ({ apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] }: PolicyRule) =>
    [nonResourceURLs, apiGroups, resources, resourceNames].map(names => names.join(' ')).join('\n');
  return rules.map(rule => ({ rule, key: key(rule) })).sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(({ rule }) => rule);
}

/** A role and its binding; nothing where there is nothing to grant. */
export function roleAndBinding({ name, namespace, labels, rules, subjects }: RoleOptions): Manifest[] {
  if (rules.length === 0) return [];
  const kind = namespace ? 'Role' : 'ClusterRole';
  const metadata = () => ({ name, ...namespace && { namespace }, labels: { ...labels } });
  return [
    { apiVersion: `${API}/v1`, kind, metadata: metadata(), rules: inOrder(rules) },
    bindingTo({ name, namespace, labels, kind, role: name, subjects }),
  ];
}

type Texts = { readonly [name: string]: string };

export function serviceAccount(name: string, namespace: string, labels: Texts, annotations: Texts = {}): Manifest {
  const annotated = Object.keys(annotations).length > 0;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels: { ...labels }, ...annotated && { annotations: { ...annotations } } },
  };
}

export function accountSubject(name: string, namespace: string): Subject {
  return { kind: 'ServiceAccount', name, namespace };
}
