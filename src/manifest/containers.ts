import type { Container, EnvVar, PodSpec } from 'kubernetes-types/core/v1';
import { objectsIn } from './objects-in';

/** Every container of a pod, init containers first. */
export function allContainers(pod: PodSpec): Container[] {
  return [...objectsIn(pod.initContainers), ...objectsIn(pod.containers)];
}

export function envOf(container: Container, name: string): EnvVar | undefined {
  return objectsIn(container.env).find(e => e.name === name);
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

/** An Agent that runs as a Fargate sidecar, whoever put it there. */
export function isFargateAgent(container: Container): boolean {
  return envValue(container, 'DD_EKS_FARGATE') === 'true';
}

/** The Fargate sidecars of a pod, whoever put them there. */
export function fargateAgents(pod: PodSpec): Container[] {
  return allContainers(pod).filter(isFargateAgent);
}
