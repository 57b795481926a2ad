/** One thing to be allowed to do. An empty string means: none (`group`, the core one), all (`name`), everywhere (`namespace`). */
export interface ResourcePermission {
  readonly verb: string;
  readonly group: string;
  /** With its subresource: `nodes/proxy`. */
  readonly resource: string;
  readonly name: string;
  readonly namespace: string;
}

export interface PathPermission {
  readonly verb: string;
  readonly path: string;
}

export type Permission = ResourcePermission | PathPermission;

/** What a SubjectAccessReview asks for it. */
export function reviewOf(permission: Permission): object {
  if ('path' in permission) return { nonResourceAttributes: { verb: permission.verb, path: permission.path } };
  const { verb, group, name, namespace } = permission;
  const [resource, ...subresource] = permission.resource.split('/');
  return { resourceAttributes: { verb, group, resource, subresource: subresource.join('/'), name, namespace } };
}

/** Leaves out what another one contains: a name where all names are allowed, a namespace where all are. */
export function withoutImplied(permissions: Permission[]): Permission[] {
  const keys = new Set(permissions.map((permission) => JSON.stringify(reviewOf(permission))));
  return permissions.filter((permission) => {
    if ('path' in permission) return true;
    const wider = [{ ...permission, name: '' }, { ...permission, namespace: '' }, { ...permission, name: '', namespace: '' }];
    const own = JSON.stringify(reviewOf(permission));
    return !wider.map((one) => JSON.stringify(reviewOf(one))).some((key) => key !== own && keys.has(key));
  });
}

/**
 * One line per object of permission, with kubectl's names for resources, verbs together:
 * `get,update leases.coordination.k8s.io named datadog-leader-election in datadog`.
 */
export function toLines(permissions: Permission[]): string[] {
  const verbs = new Map<string, string[]>();
  for (const permission of permissions) {
    const object = objectText(permission);
    verbs.set(object, [...verbs.get(object) ?? [], permission.verb]);
  }
  return [...verbs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([object, list]) => `${list.join(',')} ${object}`);
}

/** The other way round; not for paths. */
export function fromLine(line: string): ResourcePermission[] {
  const [, verbs, resource, group = '', subresource = '', name = '', namespace = ''] =
    /^(\S+) ([a-z]+)(?:\.([a-z0-9.]+))?(\/[a-z]+)?(?: named (\S+))? (?:cluster-wide|in (\S+))$/.exec(line) ?? [];
  if (!verbs) throw new Error(`Not a permission: ${line}`);
  return verbs.split(',').map((verb) => ({ verb, group, resource: resource + subresource, name, namespace }));
}

function objectText(permission: Permission): string {
  if ('path' in permission) return permission.path;
  const [resource, ...subresource] = permission.resource.split('/');
  const kind = [permission.group ? `${resource}.${permission.group}` : resource, ...subresource].join('/');
  const name = permission.name ? ` named ${permission.name}` : '';
  return `${kind}${name} ${permission.namespace ? `in ${permission.namespace}` : 'cluster-wide'}`;
}
