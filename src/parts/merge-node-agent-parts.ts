import type { ContainerPort, EnvVar, Toleration, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { NodeAgentPart } from './node-agent-part';
import { contributions, ENV_CLASH, once, onceByName, VOLUME_CLASH } from './once';
import { ViolationError } from '../base/violation';

/** Stands for every container that is an Agent. */
const EVERY = 'every';
const OF = "the node Agent's pod";

/** All parts of the pod in one, with what each container gets. */
export interface WholePart extends Required<Omit<NodeAgentPart, 'env' | 'from' | 'ports' | 'volumes'>> {
  readonly volumes: readonly Volume[];
  /** Ports of all containers. */
  readonly ports: readonly ContainerPort[];
  /** Of an Agent's container, with those of all. */
  agentEnv(container: string): EnvVar[];
  /** Of a container by its own name alone. */
  envOf(container: string): EnvVar[];
  portsOf(container: string): ContainerPort[];
  mountsOf(container: string): VolumeMount[];
}

/**
 * The parts as one. What two of them say alike is there once; where they say different things of one volume or env var,
 * it throws a `ViolationError`.
 */
export function mergeParts(parts: readonly NodeAgentPart[]): WholePart {
  const env = (...containers: readonly string[]) => onceByName(
    containers.flatMap(name => contributions(parts, p => p.env?.[name])), { ...ENV_CLASH, of: OF });
  const ports = (name: string) => once(parts.flatMap(p => p.ports?.[name] ?? []));
  const volumes = parts.flatMap(p => p.volumes ?? []);
  return {
    volumes: onceByName(contributions(parts, p => p.volumes?.map(({ volume }) => volume)), { ...VOLUME_CLASH, of: OF }),
    agentEnv: name => env(EVERY, name),
    envOf: name => env(name),
    portsOf: ports,
    ports: [...new Set(parts.flatMap(p => Object.keys(p.ports ?? {})))].flatMap(ports),
    mountsOf: name => once(volumes.flatMap(({ volume, mounts }) => (mounts[name] ?? []).map(mount => ({ name: volume.name, ...mount })))),
    containers: [...new Set(parts.flatMap(p => p.containers ?? []))],
    initContainers: parts.flatMap(p => p.initContainers ?? []),
    tolerations: once<Toleration>(parts.flatMap(p => p.tolerations ?? [])),
    checkFiles: parts.flatMap(p => Object.entries(p.checkFiles ?? {})).reduce<{ [file: string]: any }>((files, [file, content]) => {
      if (Object.hasOwn(files, file)) throw fileIsThere(file);
      return { ...files, [file]: content };
    }, {}),
    ignoreAutoConf: [...new Set(parts.flatMap(p => p.ignoreAutoConf ?? []))],
    permissions: once(parts.flatMap(p => p.permissions ?? [])),
    hostNetwork: parts.some(p => p.hostNetwork),
    hostPid: parts.some(p => p.hostPid),
  };
}

function fileIsThere(file: string): ViolationError {
  return new ViolationError({
    rule: 'node-agent/check-file-is-unique',
    reason: `there is a check file '${file}' of the node Agents already`,
    remedy: 'Leave one of the two out',
    link: 'https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=file',
  });
}
