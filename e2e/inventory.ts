import { collectionPath, Discovery, Resource } from './discovery';
import { KubeApi, METADATA } from './kube-api';
import { inParallel } from './parallel';

/** What comes and goes by itself, whoever is in the cluster. */
const RESTLESS = new Set(['events', 'leases', 'nodes', 'componentstatuses', 'certificatesigningrequests', 'ipaddresses']);

/** On APIServices that the API server makes of what it serves itself, some time after it does. */
const AUTOMANAGED = 'kube-aggregator.kubernetes.io/automanaged';

/** What Kubernetes puts into every namespace, some time after it was created. */
const IN_EVERY_NAMESPACE = new Set(['serviceaccounts/default', 'configmaps/kube-root-ca.crt']);

/**
 * Every object there is: those without a namespace, and those in the given ones
 * (others may be at work elsewhere in the cluster).
 *
 * @param only the resources to look at, as entries name them; all where it is left out
 */
export async function takeInventory(api: KubeApi, discovery: Discovery, namespaces: string[], only?: Set<string>): Promise<Set<string>> {
  const rows = discovery.listable().filter((row) => !RESTLESS.has(row.resource) && (!only || only.has(nameOf(row))));
  const collections = rows.flatMap((row) => (row.namespaced ? namespaces : [undefined]).map((namespace) => ({ row, namespace })));
  const lists = await inParallel(collections, 16, async ({ row, namespace }) => {
    const path = collectionPath(row, namespace);
    const { status, body } = await api.request(path, { accept: METADATA });
    if (status === 404 || status === 405) return []; // listed in discovery, and still not there
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${body?.message}`);
    const resource = nameOf(row);
    return (body.items ?? []) // null where there are none of some kinds
      .filter(({ metadata }: any) => !IN_EVERY_NAMESPACE.has(`${resource}/${metadata.name}`) && !metadata.labels?.[AUTOMANAGED])
      .map(({ metadata }: any) => `${resource} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`);
  });
  return new Set(lists.flat());
}

/** The resources of these entries. */
export function resourcesOf(entries: string[]): Set<string> {
  return new Set(entries.map((entry) => entry.split(' ')[0]));
}

function nameOf({ resource, group }: Resource): string {
  return group ? `${resource}.${group}` : resource;
}

/** What is in `a` and not in `b`. */
export function missingFrom(b: Set<string>, a: Set<string>): string[] {
  return [...a].filter((entry) => !b.has(entry)).sort();
}
