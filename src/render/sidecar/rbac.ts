import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { DOCUMENTED_SIDECAR_PERMISSIONS, SIDECAR_ACCESS, SIDECAR_PERMISSIONS } from '../../facts/rbac';
import { Manifest } from '../../manifest/manifest';
import { AccountRef } from '../../manifest/service-account';
import { ClusterModel } from '../../model/cluster-model';
import { OWN_LABELS } from '../../parts/labels';
import { accountSubject, inOrder, policyRules, serviceAccount } from '../../parts/rbac';

const API = 'rbac.authorization.k8s.io';

export function sidecarRules({ sidecar }: ClusterModel): PolicyRule[] {
  return inOrder(policyRules([...SIDECAR_PERMISSIONS, ...sidecar.documentedPermissions ? DOCUMENTED_SIDECAR_PERMISSIONS : []]));
}

export function sidecarClusterRole(model: ClusterModel): Manifest {
  return {
    apiVersion: `${API}/v1`,
    kind: 'ClusterRole',
    metadata: { name: SIDECAR_ACCESS.clusterRole, labels: { ...OWN_LABELS } },
    rules: sidecarRules(model),
  };
}

/** One binding for every account that runs a sidecar. `subjects` may be a lazy value. */
export function sidecarBinding(subjects: any): Manifest {
  const name = SIDECAR_ACCESS.clusterRole;
  return {
    apiVersion: `${API}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name, labels: { ...OWN_LABELS } },
    roleRef: { apiGroup: API, kind: 'ClusterRole', name },
    subjects,
  };
}

/** Subjects in an order that does not depend on the order of the workloads. */
export function sidecarSubjects(accounts: readonly AccountRef[]) {
  const byKey = new Map(accounts.map(account => [`${account.namespace}/${account.name}`, account]));
  return [...byKey]
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([, { name, namespace }]) => accountSubject(name, namespace));
}

/** The account of instrumented pods that name none. */
export function sidecarServiceAccount(namespace: string): Manifest {
  return serviceAccount(SIDECAR_ACCESS.serviceAccount, namespace, OWN_LABELS);
}
