import type { ContainerPort, EnvVar, Toleration, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { NodeAgentPart } from './part';
import { ViolationError } from '../../base/violation';

/** Stands for every container that is an Agent. */
const EVERY = 'every';

/** All parts of the pod in one, with what each container gets. */
export interface WholePart extends Required<Omit<NodeAgentPart, 'env' | 'ports' | 'volumes'>> {
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
  const env = (name: string) => onceByName(parts.flatMap(p => p.env?.[name] ?? []), differentEnv);
  const ports = (name: string) => once(parts.flatMap(p => p.ports?.[name] ?? []));
  const volumes = parts.flatMap(p => p.volumes ?? []);
  return {
    volumes: onceByName(volumes.map(({ volume }) => volume), differentVolume),
    agentEnv: name => onceByName([...env(EVERY), ...env(name)], differentEnv),
    envOf: env,
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
  };
}

function once<T>(items: readonly T[]): T[] {
  const texts = items.map(item => JSON.stringify(item));
  return items.filter((_, at) => texts.indexOf(texts[at]) === at);
}

function onceByName<T extends { readonly name: string }>(items: readonly T[], different: (name: string) => ViolationError): T[] {
  const found = once(items);
  const twice = found.find(({ name }, at) => found.findIndex(other => other.name === name) < at);
  if (twice) throw different(twice.name);
  return found;
}

function differentVolume(name: string): ViolationError {
  return new ViolationError({
    rule: 'kubernetes/volumes-are-unique',
    reason: `two parts of the node Agent's pod have a volume '${name}', and each another one`,
    remedy: 'Leave one of the two out',
    link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  });
}

function differentEnv(name: string): ViolationError {
  return new ViolationError({
    rule: 'kubernetes/env-is-unique',
    reason: `two parts of the node Agent's pod set ${name}, and each to another value`,
    remedy: 'Leave one of the two out',
    link: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  });
}

function fileIsThere(file: string): ViolationError {
  return new ViolationError({
    rule: 'node-agent/check-file-is-unique',
    reason: `there is a check file '${file}' of the node Agents already`,
    remedy: 'Leave one of the two out',
    link: 'https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=file',
  });
}
