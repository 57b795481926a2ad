import type { Container } from 'kubernetes-types/core/v1';
import { isOnFargate } from './fargate-pods';
import { RuleContext } from './rule';
import { oncePer } from '../base/once-per';
import { allContainers, envOf, fargateAgents } from '../manifest/containers';
import { LocatedPods, ManifestSet } from '../manifest/manifest-set';
import { nodeAgents } from '../manifest/node-agents';

/** The containers of the Agent that observes the pods of the workload: a sidecar, or those of the node Agents. None where the manifests do not tell. */
export function agentsFor(at: LocatedPods, context: RuleContext): readonly Container[] {
  const own = fargateAgents(at.pod);
  if (own.length > 0) return own;
  return isOnFargate(at, context) ? [] : containersOfNodeAgents(context.manifests);
}

const containersOfNodeAgents = oncePer((manifests: ManifestSet): readonly Container[] =>
  nodeAgents(manifests).flatMap(({ pod }) => allContainers(pod)));

/** No container has the env var, by its list or by what `envFrom` brings, which the manifests do not tell. */
export function lackEnv(containers: readonly Container[], name: string): boolean {
  return containers.every(container => envOf(container, name) === undefined && !hasEnvFrom(container));
}

/** The env var is `true` in none of them, and nothing that the manifests do not tell sets it. */
export function isOff(containers: readonly Container[], name: string): boolean {
  return containers.every(container => {
    const env = envOf(container, name);
    return !hasEnvFrom(container) && (env === undefined || (env.valueFrom === undefined && env.value !== 'true'));
  });
}

function hasEnvFrom({ envFrom }: Container): boolean {
  return Array.isArray(envFrom) && envFrom.length > 0;
}
