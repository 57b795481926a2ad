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

/** The first of each name. By the list and not by the container: the sidecars of an app have one list. */
const envByName = oncePer((env: readonly EnvVar[]): ReadonlyMap<unknown, EnvVar> =>
  new Map(objectsIn(env).map((one): [unknown, EnvVar] => [one.name, one]).reverse()));

export function envOf({ env }: Container, name: string): EnvVar | undefined {
  return Array.isArray(env) ? envByName(env).get(name) : undefined;
}

/** The literal value of an env var; undefined where it is absent or a reference. */
export function envValue(container: Container, name: string): string | undefined {
  const value: unknown = envOf(container, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** What the manifest alone says of an env var; undefined where it is absent, empty or made from other env vars with $(NAME). */
export function literalEnv(container: Container, name: string): string | undefined {
  const value = envValue(container, name);
  return value && !/\$\(\w+\)/.test(value) ? value : undefined;
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
