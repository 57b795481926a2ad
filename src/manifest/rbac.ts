import { Manifest } from './manifest';
import { objectsIn } from './objects-in';

interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs?: readonly string[];
}

/** One thing that somebody wants to do with every object of a resource, `resource/subresource` where it has one. */
export interface Access {
  readonly apiGroup: string;
  readonly resource: string;
  readonly verb: string;
}

/** True when a Role or ClusterRole grants that. One that is put together from others by the cluster is taken to. */
export function grants(role: Manifest, { apiGroup, resource, verb }: Access): boolean {
  const [, subresource] = resource.split('/');
  const resources = ['*', resource, ...subresource ? [`*/${subresource}`] : []];
  return Boolean(role.aggregationRule) || objectsIn<PolicyRule>(role.rules).some(rule =>
    hasOneOf(rule.apiGroups, ['*', apiGroup])
    && hasOneOf(rule.resources, resources)
    && hasOneOf(rule.verbs, ['*', verb])
    && !(Array.isArray(rule.resourceNames) && rule.resourceNames.length > 0));
}

function hasOneOf(list: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(list) && list.some(item => wanted.includes(item));
}
