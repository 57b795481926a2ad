import { collectionPath, Discovery } from './discovery';
import { KubeApi, METADATA } from './kube-api';
import { inParallel } from './parallel';

/** What comes and goes by itself, whoever is in the cluster. */
const RESTLESS = new Set(['events', 'leases', 'nodes', 'componentstatuses', 'certificatesigningrequests', 'ipaddresses', 'apiservices']);

/** What Kubernetes puts into every namespace, some time after it was created. */
const IN_EVERY_NAMESPACE = new Set(['serviceaccounts/default', 'configmaps/kube-root-ca.crt']);

/**
 * Every object there is: those without a namespace, and those in the given ones
 * (others may be at work elsewhere in the cluster).
 */
export async function takeInventory(api: KubeApi, discovery: Discovery, namespaces: string[]): Promise<Set<string>> {
  const rows = discovery.listable().filter(({ resource }) => !RESTLESS.has(resource));
  const collections = rows.flatMap((row) => (row.namespaced ? namespaces : [undefined]).map((namespace) => ({ row, namespace })));
  const lists = await inParallel(collections, 16, async ({ row, namespace }) => {
    const path = collectionPath(row, namespace);
    const { status, body } = await api.request(path, { accept: METADATA });
    if (status === 404 || status === 405) return []; // listed in discovery, and still not there
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${body?.message}`);
    const resource = row.group ? `${row.resource}.${row.group}` : row.resource;
    return (body.items ?? []) // null where there are none of some kinds
      .filter(({ metadata }: any) => !IN_EVERY_NAMESPACE.has(`${resource}/${metadata.name}`))
      .map(({ metadata }: any) => `${resource} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`);
  });
  return new Set(lists.flat());
}

/** What is in `a` and not in `b`. */
export function missingFrom(b: Set<string>, a: Set<string>): string[] {
  return [...a].filter((entry) => !b.has(entry)).sort();
}
