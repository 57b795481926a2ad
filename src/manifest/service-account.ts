import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { SERVICE_ACCOUNT_TOKEN } from '../facts/sidecar';
import { Manifest } from './manifest';

/** The ServiceAccount that a pod runs under; `default` is what Kubernetes fills in. */
export function serviceAccountOf(pod: PodSpec): string {
  return pod.serviceAccountName || (pod as { serviceAccount?: string }).serviceAccount || 'default';
}

/** True when the container finds a token where clients look for one. */
export function hasToken(pod: PodSpec, container: Container, account?: Manifest): boolean {
  const own = container.volumeMounts?.some(m => m.mountPath === SERVICE_ACCOUNT_TOKEN.mountPath) ?? false;
  return own || (pod.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true);
}

/** A ServiceAccount as a binding names it. */
export interface AccountRef {
  readonly namespace: string;
  readonly name: string;
}

/** The ServiceAccounts that a RoleBinding or ClusterRoleBinding names. */
export function boundAccounts(binding: Manifest): AccountRef[] {
  const subjects: Array<{ kind?: string; name?: string; namespace?: string }> = binding.subjects ?? [];
  return subjects
    .filter(s => s.kind === 'ServiceAccount' && s.name)
    .map(s => ({ name: s.name!, namespace: s.namespace ?? binding.metadata?.namespace ?? '' }));
}
