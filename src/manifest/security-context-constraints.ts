import type { PodSpec, SELinuxOptions } from 'kubernetes-types/core/v1';
import { objectsIn } from './objects-in';
import { demandsOf } from './pod-demands';
import { RESTRICTED_SCC } from '../facts/openshift';

/** What SecurityContextConstraints say of pods. */
export interface Constraints {
  readonly allowHostDirVolumePlugin?: boolean;
  readonly allowHostIPC?: boolean;
  readonly allowHostNetwork?: boolean;
  readonly allowHostPID?: boolean;
  readonly allowHostPorts?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly allowPrivilegedContainer?: boolean;
  readonly allowedCapabilities?: readonly string[];
  readonly requiredDropCapabilities?: readonly string[];
  readonly readOnlyRootFilesystem?: boolean;
  readonly fsGroup?: Strategy & { readonly ranges?: ReadonlyArray<{ readonly min: number; readonly max: number }> };
  readonly runAsUser?: Strategy & { readonly uid?: number };
  readonly seLinuxContext?: Strategy & { readonly seLinuxOptions?: SELinuxOptions };
  readonly seccompProfiles?: readonly string[];
  readonly volumes?: readonly string[];
}

interface Strategy {
  readonly type: string;
}

/** Those that every account may use. */
export const RESTRICTED: Constraints = {
  allowPrivilegeEscalation: false,
  allowedCapabilities: RESTRICTED_SCC.capabilities,
  requiredDropCapabilities: ['ALL'],
  fsGroup: { type: 'MustRunAs' },
  runAsUser: { type: 'MustRunAsRange' },
  seLinuxContext: { type: 'MustRunAs' },
  seccompProfiles: RESTRICTED_SCC.seccompProfiles,
  volumes: RESTRICTED_SCC.volumes,
};

/** What of the pod the constraints refuse, by name; nothing where they take it. What a pod leaves open, they fill in. */
export function refusals(constraints: Constraints, pod: PodSpec, tokenVolume: string): string[] {
  const demands = demandsOf(pod, tokenVolume);
  const allowed = (list: unknown, name: string) => Array.isArray(list) && (list.includes(name) || list.includes('*'));
  const explicit = (refuses: boolean, what: string) => refuses ? [what] : [];
  return [
    ...explicit(demands.hostPid && !constraints.allowHostPID, 'hostPID'),
    ...explicit(demands.hostIpc && !constraints.allowHostIPC, 'hostIPC'),
    ...explicit(demands.hostNetwork && !constraints.allowHostNetwork, 'hostNetwork'),
    ...explicit(demands.hostPorts && !constraints.allowHostPorts, 'host ports'),
    ...explicit(demands.privileged && !constraints.allowPrivilegedContainer, 'privileged containers'),
    ...explicit(demands.escalates && constraints.allowPrivilegeEscalation === false, 'allowPrivilegeEscalation'),
    ...explicit(demands.writesToRoot && constraints.readOnlyRootFilesystem === true, 'a root file system that is not read-only'),
    ...demands.capabilities.filter(name => !allowed(constraints.allowedCapabilities, name)).map(name => `the capability ${name}`),
    ...demands.uids.filter(uid => !takesUid(constraints.runAsUser, uid)).map(uid => uid === undefined ? 'a container without runAsUser' : `runAsUser ${uid}`),
    ...explicit(!takesGroup(constraints.fsGroup, demands.fsGroup), `fsGroup ${demands.fsGroup}`),
    ...demands.seccompProfiles.filter(name => !allowed(constraints.seccompProfiles, name)).map(name => `the seccomp profile ${name}`),
    ...demands.seLinux.filter(options => !takesLabel(constraints.seLinuxContext, options)).map(({ type }) => `the SELinux type ${type}`),
    ...demands.volumes
      .filter(type => !allowed(constraints.volumes, type) || (type === 'hostPath' && !constraints.allowHostDirVolumePlugin))
      .map(type => `a volume of the type ${type}`),
  ];
}

function takesUid(strategy: Constraints['runAsUser'], uid: number | undefined): boolean {
  switch (strategy?.type) {
    case 'RunAsAny': return true;
    case 'MustRunAsNonRoot': return uid !== 0;
    case 'MustRunAs': return uid === undefined || uid === strategy.uid;
    // Ranges are those of the namespace, which no manifest of ours knows.
    default: return uid === undefined;
  }
}

function takesGroup(strategy: Constraints['fsGroup'], group: number | undefined): boolean {
  if (group === undefined || strategy?.type === 'RunAsAny') return true;
  return objectsIn(strategy?.ranges).some(({ min, max }) => min <= group && group <= max);
}

function takesLabel(strategy: Constraints['seLinuxContext'], options: SELinuxOptions): boolean {
  if (strategy?.type === 'RunAsAny') return true;
  const wanted = strategy?.seLinuxOptions ?? {};
  return (['user', 'role', 'type', 'level'] as const).every(key => options[key] === wanted[key]);
}
