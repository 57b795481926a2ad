import { Resource } from './discovery';
import { KubeObject } from './manifests';
import { Permission, ResourcePermission } from './permission';
import { Rule } from './rules-in-force';

/** No API server knows this verb and nobody serves a resource of this name: only a wildcard allows them. */
const ANYTHING = 'anything';

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', ANYTHING];
const PATH_VERBS = ['get', 'post', ANYTHING];
const RBAC = 'rbac.authorization.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';

/** Known to the kubelet's authorizer alone, so the API server does not list them. */
const NODE_SUBRESOURCES = ['metrics', 'spec', 'stats', 'proxy', 'pods', 'healthz', 'log', 'logs', 'checkpoint', 'configz'];

/** Verbs that are no HTTP method, and what they are asked about. */
const SPECIAL_VERBS: Pick<ResourcePermission, 'verb' | 'group' | 'resource'>[] = [
  ...['users', 'groups', 'serviceaccounts'].map((resource) => ({ verb: 'impersonate', group: '', resource })),
  ...['uids', 'userextras/scopes'].map((resource) => ({ verb: 'impersonate', group: 'authentication.k8s.io', resource })),
  ...['roles', 'clusterroles'].flatMap((resource) => ['bind', 'escalate'].map((verb) => ({ verb, group: RBAC, resource }))),
  ...['approve', 'sign', 'attest'].map((verb) => ({ verb, group: CERTIFICATES, resource: 'signers' })),
  { verb: 'use', group: 'security.openshift.io', resource: 'securitycontextconstraints' },
];

interface Target {
  group: string;
  resource: string;
  /** Undefined where the API server does not serve it: then both are asked. */
  namespaced?: boolean;
  verbs: Set<string>;
  names: Set<string>;
}

/**
 * Everything that there is to be allowed: each resource, subresource and path that the API server serves, and those that
 * only the rules of `roles` mention, by each verb, everywhere and in each of `namespaces`, and for each name in a rule.
 */
export function universe(resources: Resource[], paths: string[], roles: KubeObject[], namespaces: string[]): Permission[] {
  const rules: Rule[] = roles.flatMap(({ rules: list }) => list ?? []);
  return [...targets(resources, rules).flatMap((target) => questions(target, namespaces)), ...pathQuestions(paths, rules)];
}

function targets(resources: Resource[], rules: Rule[]): Target[] {
  const found = new Map<string, Target>();
  const add = (group: string, resource: string, verbs: string[], namespaced?: boolean) => {
    const key = `${group} ${resource}`;
    const target = found.get(key) ?? { group, resource, namespaced, verbs: new Set(VERBS), names: new Set<string>() };
    verbs.forEach((verb) => target.verbs.add(verb));
    found.set(key, target);
  };
  for (const { group, resource, namespaced } of resources) add(group, resource, [], namespaced);
  for (const subresource of NODE_SUBRESOURCES) add('', `nodes/${subresource}`, [], false);
  for (const { verb, group, resource } of SPECIAL_VERBS) add(group, resource, [verb]);
  for (const group of new Set([...resources.map((row) => row.group), 'e2e.example.com'])) add(group, ANYTHING, []);
  for (const { apiGroups = [], resources: listed = [], verbs } of rules) {
    const spoken = verbs.filter((verb) => verb !== '*');
    for (const group of apiGroups.filter((one) => one !== '*')) {
      for (const resource of listed.filter((one) => !one.includes('*'))) add(group, resource, spoken);
    }
  }
  for (const rule of rules) {
    for (const target of found.values()) {
      if (matches(rule, target)) rule.resourceNames?.forEach((name) => target.names.add(name));
    }
  }
  return [...found.values()];
}

function matches({ apiGroups = [], resources = [] }: Rule, { group, resource }: Target): boolean {
  return [group, '*'].some((one) => apiGroups.includes(one)) && [resource, '*'].some((one) => resources.includes(one));
}

function questions({ group, resource, namespaced, verbs, names }: Target, namespaces: string[]): ResourcePermission[] {
  // A Namespace has no namespace, but the authorizer is told its own name as one.
  const everywhere = namespaced !== false || (group === '' && /^namespaces(\/|$)/.test(resource));
  const scopes = ['', ...everywhere ? namespaces : []];
  return scopes.flatMap((namespace) => ['', ...names].flatMap((name) => [...verbs].map((verb) => ({ verb, group, resource, name, namespace }))));
}

function pathQuestions(paths: string[], rules: Rule[]): Permission[] {
  const urls = rules.filter(({ nonResourceURLs = [] }) => nonResourceURLs.length > 0);
  const all = new Set([...paths, '/e2e-serves-no-such-path', ...urls.flatMap((rule) => rule.nonResourceURLs!.map((url) => url.replace('*', 'e2e')))]);
  const verbs = new Set([...PATH_VERBS, ...urls.flatMap((rule) => rule.verbs.filter((verb) => verb !== '*'))]);
  return [...all].flatMap((path) => [...verbs].map((verb) => ({ verb, path })));
}

