import type { Container, PodSpec, SecurityContext, SELinuxOptions, SeccompProfile, Volume } from 'kubernetes-types/core/v1';
import { allContainers } from './containers';
import { isObject, objectsIn } from './objects-in';
import { isAtLeast } from '../base/versions';
import { KUBERNETES_FEATURES } from '../facts/kubernetes-versions';

/** What a pod asks of its node, all containers taken together. */
export interface PodDemands {
  readonly hostPid: boolean;
  readonly hostIpc: boolean;
  readonly hostNetwork: boolean;
  readonly hostPorts: boolean;
  readonly privileged: boolean;
  /** Some container does not say that it needs none. */
  readonly privilegeEscalation: boolean;
  /** A container says that it needs it, or adds a capability that does. */
  readonly escalates: boolean;
  /** Every container drops all capabilities before it adds some. */
  readonly dropsAll: boolean;
  readonly capabilities: readonly string[];
  /** Of every container. */
  readonly readOnlyRoot: boolean;
  /** A container says that it writes there. */
  readonly writesToRoot: boolean;
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
export function demandsOf(pod: PodSpec, tokenVolume: string): PodDemands {
  const containers = allContainers(pod);
  const contexts = containers.map(contextOf);
  const own = isObject(pod.securityContext) ? pod.securityContext : {};
  const profiles = objectsIn<SeccompProfile>([own.seccompProfile, ...contexts.map(c => c.seccompProfile)] as SeccompProfile[]);
  const volumes = [...objectsIn(pod.volumes).map(typeOf), ...pod.automountServiceAccountToken === false ? [] : [tokenVolume]];
  return {
    hostPid: pod.hostPID ?? false,
    hostIpc: pod.hostIPC ?? false,
    hostNetwork: pod.hostNetwork ?? false,
    hostPorts: containers.some(c => hasHostPort(c, pod.hostNetwork ?? false)),
    privileged: contexts.some(c => c.privileged ?? false),
    privilegeEscalation: contexts.some(c => c.allowPrivilegeEscalation ?? true),
    escalates: contexts.some(c => c.allowPrivilegeEscalation || (c.allowPrivilegeEscalation === undefined && texts(c.capabilities?.add).includes('SYS_ADMIN'))),
    dropsAll: contexts.every(c => texts(c.capabilities?.drop).includes('ALL')),
    capabilities: unique(contexts.flatMap(c => texts(c.capabilities?.add))).sort(),
    readOnlyRoot: contexts.every(c => c.readOnlyRootFilesystem ?? false),
    writesToRoot: contexts.some(c => c.readOnlyRootFilesystem === false),
    uids: unique(contexts.map(c => c.runAsUser ?? own.runAsUser)),
    ...own.fsGroup !== undefined && { fsGroup: own.fsGroup },
    seccompProfiles: unique(profiles.map(profileName)).sort(),
    seLinux: objectsIn([own.seLinuxOptions, ...contexts.map(c => c.seLinuxOptions)] as SELinuxOptions[]),
    volumes: unique(volumes).sort(),
  };
}

function contextOf({ securityContext }: Container): SecurityContext {
  return isObject(securityContext) ? securityContext : {};
}

/** The type of the volume with the token of a pod's account. */
export function tokenVolumeOf(kubernetesVersion: string): string {
  return isAtLeast(kubernetesVersion, KUBERNETES_FEATURES.projectedTokens.since) ? 'projected' : 'secret';
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
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
