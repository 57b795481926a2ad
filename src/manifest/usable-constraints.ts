import { Manifest } from './manifest';
import { ManifestSet } from './manifest-set';
import { objectsIn } from './objects-in';
import { Constraints } from './security-context-constraints';
import { AccountRef, bindsAccount } from './service-account';
import { SECURITY_CONTEXT_CONSTRAINTS } from '../facts/openshift';

/** The SecurityContextConstraints that an account may use beside those that everybody may. */
export interface UsableConstraints {
  readonly known: ReadonlyArray<Manifest & Constraints>;
  /** Names of others, which nobody here can look into, such as those that come with OpenShift. */
  readonly unknown: readonly string[];
}

export function usableConstraints(manifests: ManifestSet, account: AccountRef): UsableConstraints {
  const all = manifests.ofKind(SECURITY_CONTEXT_CONSTRAINTS.kind).map(({ manifest }) => manifest as Manifest & Constraints);
  const names = new Set([
    ...rolesOf(manifests, account).flatMap(namesIn),
    ...all.filter(constraints => lists(constraints, account)).map(({ metadata }) => metadata?.name ?? ''),
  ]);
  const known = names.has('*') ? all : all.filter(({ metadata }) => names.has(metadata?.name ?? ''));
  return { known, unknown: [...names].filter(name => !all.some(({ metadata }) => metadata?.name === name)) };
}

/** Roles that hold for the account in its own namespace; one that stands elsewhere cannot be read. */
function rolesOf(manifests: ManifestSet, account: AccountRef): Manifest[] {
  const bindings = [
    ...manifests.ofKind('RoleBinding').filter(({ manifest }) => manifest.metadata?.namespace === account.namespace),
    ...manifests.ofKind('ClusterRoleBinding'),
  ].map(({ manifest }) => manifest).filter(binding => bindsAccount(binding, account));
  return bindings.flatMap(({ metadata, roleRef }) =>
    manifests.find(roleRef?.kind, roleRef?.kind === 'Role' ? metadata?.namespace : undefined, roleRef?.name) ?? []);
}

interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs?: readonly string[];
}

/** `*` stands for all. */
function namesIn(role: Manifest): readonly string[] {
  const { group, resource } = SECURITY_CONTEXT_CONSTRAINTS;
  const has = (list: unknown, wanted: string) => Array.isArray(list) && (list.includes(wanted) || list.includes('*'));
  return objectsIn<PolicyRule>(role.rules)
    .filter(rule => has(rule.apiGroups, group) && has(rule.resources, resource) && has(rule.verbs, 'use'))
    .flatMap(({ resourceNames }) => Array.isArray(resourceNames) && resourceNames.length > 0 ? resourceNames : ['*']);
}

function lists({ users, groups }: Manifest, { namespace, name }: AccountRef): boolean {
  const of = (list: unknown, ...wanted: string[]) => Array.isArray(list) && list.some(item => wanted.includes(item));
  return of(users, `system:serviceaccount:${namespace}:${name}`)
    || of(groups, 'system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated');
}
