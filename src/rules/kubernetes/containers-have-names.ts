import type { PodSpec } from 'kubernetes-types/core/v1';
import { CONTAINER_NAME } from '../../facts/yaml';
import { isObject } from '../../manifest/objects-in';
import { Rule } from '../rule';

export const containersHaveNames: Rule = {
  id: 'kubernetes/containers-have-names',
  severity: 'error',
  title: 'Every container has a name of its own.',
  link: CONTAINER_NAME.source,
  check: ({ manifests }) => manifests.pods.flatMap(at => {
    const fault = faultOf(at.pod);
    return fault === undefined ? [] : [{
      at,
      reason: `${fault}, and the API server refuses the pod`,
      remedy: "Give each container a 'name' that no other container of the pod has; where the manifest comes from a YAML file, look at the indent of what follows the container, because Include does not report YAML that cannot be parsed",
    }];
  }),
};

function faultOf(pod: PodSpec): string | undefined {
  const known = new Set<string>();
  for (const field of ['initContainers', 'containers'] as const) {
    const list: unknown = pod[field];
    if (!Array.isArray(list)) continue;
    for (const [at, container] of list.entries() as IterableIterator<[number, unknown]>) {
      if (!isObject(container)) return `${field}[${at}] is not a container`;
      const { name } = container as { readonly name?: unknown };
      if (typeof name !== 'string' || name === '') return `${field}[${at}] has no name`;
      if (known.has(name)) return `two containers have the name '${name}'`;
      known.add(name);
    }
  }
  return undefined;
}
