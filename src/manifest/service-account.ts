import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { Manifest } from './manifest';
import { objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { SERVICE_ACCOUNT_TOKEN } from '../facts/sidecar';

/** The ServiceAccount that a pod names, under the field of today or the old one; undefined where it names none. */
export function namedServiceAccount(pod: PodSpec): string | undefined {
  return pod.serviceAccountName || (pod as { serviceAccount?: string }).serviceAccount || undefined;
}

/** The ServiceAccount that a pod runs under; `default` is what Kubernetes fills in. */
export function serviceAccountOf(pod: PodSpec): string {
  return namedServiceAccount(pod) ?? 'default';
}

/** True when the container finds a token where clients look for one. */
export function hasToken(pod: PodSpec, container: Container, account?: Manifest): boolean {
  const own = objectsIn(container.volumeMounts).some(m => m.mountPath === SERVICE_ACCOUNT_TOKEN.mountPath);
  return own || (pod.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true);
}

/** A ServiceAccount as a binding names it. */
export interface AccountRef {
  readonly namespace: string;
  readonly name: string;
}

interface Subject {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** The ServiceAccounts that a RoleBinding or ClusterRoleBinding names. */
export function boundAccounts(binding: Manifest): AccountRef[] {
  return objectsIn<Subject>(binding.subjects)
    .filter(s => s.kind === 'ServiceAccount' && s.name)
    .map(s => ({ name: s.name!, namespace: s.namespace ?? binding.metadata?.namespace ?? '' }));
}

/** True when a ClusterRoleBinding holds for the ServiceAccount: by name, or by a group that Kubernetes puts every ServiceAccount into. */
export function bindsAccount(binding: Manifest, { namespace, name }: AccountRef): boolean {
  const subjects = subjectsOf(binding);
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return subjects.has(subjectKey({ kind: 'ServiceAccount', namespace, name }))
    || subjects.has(subjectKey({ kind: 'User', name: `system:serviceaccount:${namespace}:${name}` }))
    || groups.some(group => subjects.has(subjectKey({ kind: 'Group', name: group })));
}

/** An app has one binding for thousands of accounts, and a rule asks for each of them. */
const subjectsOf = oncePer((binding: Manifest): ReadonlySet<string> => new Set(objectsIn<Subject>(binding.subjects).map(subjectKey)));

/** A user or a group has no namespace, whatever is written there. */
function subjectKey({ kind, namespace, name }: Subject): string {
  return kind === 'ServiceAccount' ? `${kind} ${namespace} ${name}` : `${kind} ${name}`;
}
