import type { Container, EnvVar, PodSpec } from 'kubernetes-types/core/v1';
import { isObject, objectsIn } from './objects-in';
import { oncePer } from '../base/once-per';
import { AGENT_IMAGE, DEFAULT_REGISTRY, FORMER_REGISTRIES, SITE_REGISTRIES } from '../facts/agent-images';
import { SIDECAR } from '../facts/sidecar';

/** Every container of a pod, init containers first. */
export const allContainers = oncePer((pod: PodSpec): readonly Container[] => [...objectsIn(pod.initContainers), ...objectsIn(pod.containers)]);

/** Every container of the pod has all that its node has. */
export function isPrivileged(pod: PodSpec): boolean {
  return allContainers(pod).every(({ securityContext }) => isObject(securityContext) && securityContext.privileged === true);
}

/** The last of each name, which is the one that counts. By the list and not by the container: the sidecars of an app have one list. */
const envByName = oncePer((env: readonly EnvVar[]): ReadonlyMap<unknown, EnvVar> =>
  new Map(objectsIn(env).map((one): [unknown, EnvVar] => [one.name, one])));

/** The entry of an env var that counts: of several with one name, Kubernetes takes the last. */
export function envOf({ env }: Container, name: string): EnvVar | undefined {
  return Array.isArray(env) ? envByName(env).get(name) : undefined;
}

/** The literal value of an env var, with `$(NAME)` filled in where the manifest says what it is; undefined where it is absent or a reference. */
export function envValue(container: Container, name: string): string | undefined {
  const value: unknown = envOf(container, name)?.value;
  return typeof value === 'string' ? expanded(container, envOf(container, name)!) ?? value : undefined;
}

/** What the manifest alone says of an env var; undefined where it is absent, empty or made from what only the cluster knows. */
export function literalEnv(container: Container, name: string): string | undefined {
  const entry = envOf(container, name);
  return entry && expanded(container, entry) ? expanded(container, entry) : undefined;
}

/**
 * The text of one entry of `env`, with `$(NAME)` filled in from the entries before it, as the kubelet does, and `$$` as one dollar sign.
 * Undefined where it has no text, or where a name in it is defined by no entry before it that has one.
 */
export function expanded({ env }: Pick<Container, 'env'>, entry: EnvVar): string | undefined {
  const text: unknown = entry.value;
  if (typeof text !== 'string') return undefined;
  if (!text.includes('$')) return text;
  const list = objectsIn(env);
  const before = list.slice(0, list.indexOf(entry));
  let known = true;
  const filled = text.replace(/\$\$|\$\(([^()]*)\)/g, (all, name: string | undefined) => {
    if (name === undefined) return '$';
    const found = before.filter(e => e.name === name).at(-1);
    const value = found && expanded({ env: before }, found);
    if (value === undefined) known = false;
    return value ?? all;
  });
  return known ? filled : undefined;
}

/** An Agent that runs as a Fargate sidecar, whoever put it there. Its image alone does not tell: Agents of nodes and runners have the same. */
export function isFargateAgent(container: Container): boolean {
  return container.name === SIDECAR.containerName || envValue(container, 'DD_EKS_FARGATE') === 'true';
}

const REGISTRIES: readonly string[] = [DEFAULT_REGISTRY.value, ...SITE_REGISTRIES.map(r => r.value), ...FORMER_REGISTRIES.values];

/** True for the image of the Agent, with whatever tag or digest, that starts all of the Agent and no single part of it. */
export function startsAgent({ image, command, args }: Container): boolean {
  const [repository] = /^[^:@]+/.exec(typeof image === 'string' ? image : '') ?? [];
  return !command && !args && REGISTRIES.some(registry => repository === `${registry}/${AGENT_IMAGE.name}`);
}

/** The Fargate sidecars of a pod, whoever put them there. */
export const fargateAgents = oncePer((pod: PodSpec): readonly Container[] => allContainers(pod).filter(isFargateAgent));
