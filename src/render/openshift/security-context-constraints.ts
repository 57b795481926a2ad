import type { PodSpec } from 'kubernetes-types/core/v1';
import { PodAdditions } from '../../facts/deliveries';
import { HOST_SELINUX, SECURITY_CONTEXT_CONSTRAINTS } from '../../facts/openshift';
import { Manifest } from '../../manifest/manifest';
import { demandsOf, PodDemands, tokenVolumeOf } from '../../manifest/pod-demands';
import { podTemplateOf } from '../../manifest/pod-template';
import { Constraints, refusals, RESTRICTED } from '../../manifest/security-context-constraints';
import { accountSubject, roleAndBinding } from '../../parts/rbac';

/**
 * Constraints that take the pods of the workload and little else, for their account alone; nothing where every account may run them.
 * `users` and `groups` stay empty: who may use them is a matter of roles, which are found where one looks for permissions.
 *
 * @param additions what somebody else's pods have beside those of the workload
 */
export function constraintManifests(workload: Manifest, kubernetesVersion: string, additions?: PodAdditions): Manifest[] {
  const { name = '', namespace = '', labels = {} } = workload.metadata ?? {};
  const pod = withAdditions(podTemplateOf(workload)!.spec, additions);
  const token = tokenVolumeOf(kubernetesVersion);
  if (refusals(RESTRICTED, pod, token).length === 0) return [];
  const { apiVersion, kind, group, resource } = SECURITY_CONTEXT_CONSTRAINTS;
  return [
    {
      apiVersion,
      kind,
      // In the name is the namespace: constraints are in none.
      metadata: { name: constraintName(name, namespace), labels: { ...labels } },
      ...leastConstraints(demandsOf(pod, token)),
      users: [],
      groups: [],
    },
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

function withAdditions(pod: PodSpec, { volumes, openInitContainers }: PodAdditions = { volumes: [], openInitContainers: [] }): PodSpec {
  return {
    ...pod,
    initContainers: [...pod.initContainers ?? [], ...openInitContainers.map(name => ({ name }))],
    volumes: [...pod.volumes ?? [], ...volumes.map(type => ({ name: type, [type]: {} }))],
  };
}

/** A pod that leaves something open gets what is here, so that is what it has on other platforms. */
function leastConstraints(demands: PodDemands): Constraints & { readonly [field: string]: any } {
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
