import type { Container } from 'kubernetes-types/core/v1';
import { AGENT_IMAGE, CLUSTER_AGENT_IMAGE, DEFAULT_REGISTRY, FORMER_REGISTRIES, SITE_REGISTRIES } from '../facts/agent-images';

const REGISTRIES: readonly string[] = [DEFAULT_REGISTRY.value, ...SITE_REGISTRIES.map(r => r.value), ...FORMER_REGISTRIES.values];
const NAMES: readonly string[] = [AGENT_IMAGE.name, CLUSTER_AGENT_IMAGE.name];

/** Name of the image of Datadog's own registries that a container starts, without tag and digest: `agent`, `cluster-agent`. */
export function imageOfDatadog({ image }: Pick<Container, 'image'>): string | undefined {
  const [repository] = /^[^:@]+/.exec(typeof image === 'string' ? image : '') ?? [];
  if (repository === undefined) return undefined;
  const registry = REGISTRIES.find(r => repository.startsWith(`${r}/`) && !repository.slice(r.length + 1).includes('/'));
  return registry === undefined ? undefined : repository.slice(registry.length + 1);
}

/** True where a container starts the image of the Agent or of the Cluster Agent. */
export function startsImageOfDatadog(container: Pick<Container, 'image'>): boolean {
  return NAMES.includes(imageOfDatadog(container) ?? '');
}
