import { collectionPath, Discovery } from './discovery';
import { KubeApi, METADATA } from './kube-api';
import { FIELD_MANAGER } from './kubectl';
import { describe, KubeObject } from './manifests';
import { inParallel, poll } from './parallel';

interface Present {
  readonly object: KubeObject;
  readonly live: any;
}

/**
 * Copies that the next run knows, should this one be interrupted: the API server does not record who wrote an object
 * that is nothing but its name, as a Namespace or a ServiceAccount can be.
 */
export function recognizable(objects: KubeObject[]): KubeObject[] {
  return objects.map((object) => {
    const { labels } = object.metadata;
    if (labels || !['Namespace', 'ServiceAccount'].includes(object.kind)) return object;
    return { ...object, metadata: { ...object.metadata, labels: { 'app.kubernetes.io/managed-by': FIELD_MANAGER } } };
  });
}

/**
 * Deletes what interrupted runs of this test left anywhere in the cluster, which is known by its field manager: a role or
 * binding of one example would count in another, and while an APIService has nobody behind it no namespace can be deleted.
 */
export async function removeLeftovers(api: KubeApi, discovery: Discovery): Promise<void> {
  const left = await leftovers(api, discovery);
  if (left.length === 0) return;
  for (const step of [isApiService, isOther, isNamespacePath]) {
    await inParallel(left.filter(step), 16, async (path) => api.request(`${path}?propagationPolicy=Background`, { method: 'DELETE' }));
  }
  // A namespace that is on its way out takes nothing in.
  const gone = await poll(120, async () => (await leftovers(api, discovery)).length === 0 || undefined);
  if (!gone) throw new Error(`Cannot be deleted: ${(await leftovers(api, discovery)).join(', ')}`);
}

/** The paths of all objects that this test wrote. */
export async function leftovers(api: KubeApi, discovery: Discovery): Promise<string[]> {
  const lists = await inParallel(discovery.listable(), 16, async (row) => {
    const { status, body } = await api.request(collectionPath(row), { accept: METADATA });
    if (status !== 200) return []; // listed in discovery, and not there
    return (body.items ?? []).filter(isWrittenByUs).map(({ metadata }: any) => `${collectionPath(row, metadata.namespace)}/${metadata.name}`);
  });
  return lists.flat();
}

const isApiService = (path: string) => path.startsWith('/apis/apiregistration.k8s.io/');
const isNamespacePath = (path: string) => /^\/api\/v1\/namespaces\/[^/]+$/.test(path);
const isOther = (path: string) => !isApiService(path) && !isNamespacePath(path);

/** Throws when one of these is in the cluster: it is somebody's, and not this test's to overwrite or delete. */
export async function requireAbsent(api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<void> {
  const present = await presentOf(api, discovery, objects);
  if (present.length > 0) throw new Error(`Already in the cluster, and not by this test: ${present.map(({ object }) => describe(object)).join(', ')}`);
}

/** Those that are not in the cluster. */
export async function absentOf(api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<KubeObject[]> {
  const present = new Set((await presentOf(api, discovery, objects)).map(({ object }) => object));
  return objects.filter((object) => !present.has(object));
}

async function presentOf(api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<Present[]> {
  const found = await inParallel(objects, 16, async (object) => {
    const { status, body } = await api.request(discovery.pathOf(object));
    if (status !== 200 && status !== 404) throw new Error(`${describe(object)}: ${status} ${body?.message}`);
    return { object, live: status === 200 ? body : undefined };
  });
  return found.filter(({ live }) => live !== undefined);
}

function isWrittenByUs({ metadata }: any): boolean {
  return (metadata.managedFields ?? []).some(({ manager }: any) => manager === FIELD_MANAGER);
}
