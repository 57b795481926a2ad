import type { PodSpec } from 'kubernetes-types/core/v1';
import { HOST_SELINUX, SECURITY_CONTEXT_CONSTRAINTS } from '../../facts/openshift';
import { Manifest } from '../../manifest/manifest';
import { demandsOf } from '../../manifest/pod-demands';
import { Constraints, refusals, RESTRICTED } from '../../manifest/security-context-constraints';
import { accountSubject, roleAndBinding } from '../rbac';

export interface ConstrainedPods {
  /** Name of the workload, which the objects get as well. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: { readonly [name: string]: string };
  readonly pod: PodSpec;
}

/**
 * Constraints that take these pods and little else, for their account alone; nothing where every account may run them.
 * `users` and `groups` stay empty: who may use them is a matter of roles, which are found where one looks for permissions.
 */
export function constraintManifests({ name, namespace, labels, pod }: ConstrainedPods): Manifest[] {
  if (refusals(RESTRICTED, pod).length === 0) return [];
  const { apiVersion, kind, group, resource } = SECURITY_CONTEXT_CONSTRAINTS;
  return [
    // In the name is the namespace: constraints are in none.
    { apiVersion, kind, metadata: { name: constraintName(name, namespace), labels: { ...labels } }, ...leastConstraints(pod), users: [], groups: [] },
    ...roleAndBinding({
      name: `${name}-scc`,
      namespace,
      labels,
      rules: [{ apiGroups: [group], resources: [resource], resourceNames: [constraintName(name, namespace)], verbs: ['use'] }],
      subjects: [accountSubject(pod.serviceAccountName ?? 'default', namespace)],
    }),
  ];
}

export function constraintName(name: string, namespace: string): string {
  return `${namespace}-${name}`;
}

/** A pod that leaves something open gets what is here, so that is what it has on other platforms. */
function leastConstraints(pod: PodSpec): Constraints & { readonly [field: string]: any } {
  const demands = demandsOf(pod);
  const onHost = demands.volumes.includes('hostPath') || demands.hostPid || demands.hostIpc;
  const { user, role, type, level } = HOST_SELINUX;
  return {
    // Before those of others there is nothing to be: no others that the account may use take these pods.
    priority: 0,
    allowHostDirVolumePlugin: demands.volumes.includes('hostPath'),
    allowHostIPC: demands.hostIpc,
    allowHostNetwork: demands.hostNetwork,
    allowHostPID: demands.hostPid,
    allowHostPorts: demands.hostPorts,
    allowPrivilegeEscalation: demands.privilegeEscalation,
    allowPrivilegedContainer: demands.privileged,
    allowedCapabilities: demands.capabilities,
    defaultAddCapabilities: [],
    requiredDropCapabilities: demands.dropsAll ? ['ALL'] : [],
    readOnlyRootFilesystem: demands.readOnlyRoot,
    fsGroup: { type: 'MustRunAs', ...demands.fsGroup !== undefined && { ranges: [{ min: demands.fsGroup, max: demands.fsGroup }] } },
    runAsUser: uidStrategy(demands.uids),
    seLinuxContext: { type: 'MustRunAs', ...onHost && { seLinuxOptions: demands.seLinux[0] ?? { user, role, type, level } } },
    // The first one is what containers get that name none.
    seccompProfiles: ['runtime/default', ...demands.seccompProfiles.filter(profile => profile !== 'runtime/default')],
    supplementalGroups: { type: 'RunAsAny' },
    volumes: demands.volumes,
  };
}

/** The images of the Agents start as root where nobody says otherwise. */
function uidStrategy(uids: ReadonlyArray<number | undefined>): NonNullable<Constraints['runAsUser']> {
  const distinct = new Set(uids.map(uid => uid ?? 0));
  return distinct.size > 1 ? { type: 'RunAsAny' } : { type: 'MustRunAs', uid: [...distinct][0] };
}
