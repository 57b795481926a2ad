import type { Container, PodSpec, SELinuxOptions, SeccompProfile, Volume } from 'kubernetes-types/core/v1';
import { allContainers } from './containers';
import { objectsIn } from './objects-in';

/** What a pod asks of its node, all containers taken together. */
export interface PodDemands {
  readonly hostPid: boolean;
  readonly hostIpc: boolean;
  readonly hostNetwork: boolean;
  readonly hostPorts: boolean;
  readonly privileged: boolean;
  /** No container says that it needs none. */
  readonly privilegeEscalation: boolean;
  /** Every container drops all capabilities before it adds some. */
  readonly dropsAll: boolean;
  readonly capabilities: readonly string[];
  readonly readOnlyRoot: boolean;
  /** Uids of the containers; undefined stands for one that names none. */
  readonly uids: ReadonlyArray<number | undefined>;
  readonly fsGroup?: number;
  /** As SecurityContextConstraints name them. Containers without one are not counted. */
  readonly seccompProfiles: readonly string[];
  readonly seLinux: readonly SELinuxOptions[];
  /** Types of its volumes, that of the token included. */
  readonly volumes: readonly string[];
}

/** `tokenVolume` is the type of the volume by which Kubernetes gives a pod the token of its account. */
export function demandsOf(pod: PodSpec, tokenVolume = 'projected'): PodDemands {
  const containers = allContainers(pod);
  const contexts = containers.map(c => c.securityContext ?? {});
  const { securityContext: own = {} } = pod;
  const profiles = [own.seccompProfile, ...contexts.map(c => c.seccompProfile)].filter((p): p is SeccompProfile => p !== undefined);
  const volumes = [...objectsIn(pod.volumes).map(typeOf), ...pod.automountServiceAccountToken === false ? [] : [tokenVolume]];
  return {
    hostPid: pod.hostPID ?? false,
    hostIpc: pod.hostIPC ?? false,
    hostNetwork: pod.hostNetwork ?? false,
    hostPorts: containers.some(c => hasHostPort(c, pod.hostNetwork ?? false)),
    privileged: contexts.some(c => c.privileged ?? false),
    privilegeEscalation: contexts.some(c => c.allowPrivilegeEscalation ?? true),
    dropsAll: contexts.every(c => c.capabilities?.drop?.includes('ALL') ?? false),
    capabilities: unique(contexts.flatMap(c => c.capabilities?.add ?? [])).sort(),
    readOnlyRoot: contexts.every(c => c.readOnlyRootFilesystem ?? false),
    uids: unique(contexts.map(c => c.runAsUser ?? own.runAsUser)),
    ...own.fsGroup !== undefined && { fsGroup: own.fsGroup },
    seccompProfiles: unique(profiles.map(profileName)).sort(),
    seLinux: [own.seLinuxOptions, ...contexts.map(c => c.seLinuxOptions)].filter((s): s is SELinuxOptions => s !== undefined),
    volumes: unique(volumes).sort(),
  };
}

/** On the network of the host, Kubernetes takes every port of a container there. */
function hasHostPort({ ports }: Container, hostNetwork: boolean): boolean {
  return objectsIn(ports).some(p => hostNetwork || (p.hostPort ?? 0) > 0);
}

function typeOf({ name, ...source }: Volume): string {
  // A volume that names no type is an empty one.
  return Object.keys(source)[0] ?? 'emptyDir';
}

function profileName({ type, localhostProfile }: SeccompProfile): string {
  switch (type) {
    case 'RuntimeDefault': return 'runtime/default';
    case 'Localhost': return `localhost/${localhostProfile}`;
    default: return 'unconfined';
  }
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
