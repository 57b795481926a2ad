import { ViolationError } from '../base/violation';
import { ORCHESTRATOR } from '../facts/orchestrator';

const LINK = 'https://docs.datadoghq.com/infrastructure/containers/orchestrator_explorer/#collect-custom-resources';

interface CustomResource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
}

/** A custom resource by names that RBAC and the Agent understand alike. */
export function requireCustomResource<T extends CustomResource>(given: T): T {
  const { group, version, resource } = given;
  const valid = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(group) && /^v\d+((alpha|beta)\d+)?$/.test(version) && /^[a-z0-9-]+$/.test(resource);
  if (valid) return given;
  throw new ViolationError({
    rule: 'orchestrator-explorer/custom-resource',
    reason: `'${group}/${version}/${resource}' is no custom resource: a group has a dot, a version is like v1 or v1alpha1, `
      + 'and a resource is one plural name in lowercase, without a subresource and without wildcards',
    remedy: "Write it as 'kubectl api-resources' lists it, for example { group: 'argoproj.io', version: 'v1alpha1', resource: 'rollouts' }",
    link: LINK,
  });
}

export function requireCustomResourceCount<T>(given: readonly T[]): readonly T[] {
  const max = ORCHESTRATOR.maxCustomResources;
  if (given.length <= max) return given;
  throw new ViolationError({
    rule: 'orchestrator-explorer/custom-resource-count',
    reason: `there are ${given.length} custom resources, and the Agent collects no more than ${max}`,
    remedy: `List ${max} or fewer`,
    link: LINK,
  });
}
