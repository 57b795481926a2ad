import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { FIELD_MANAGER, Kubectl } from './kubectl';
import { describe, KubeObject, namespacesLast } from './manifests';
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

/** Deletes what an interrupted run of this test left, which is known by its field manager. */
export async function removeLeftovers(kubectl: Kubectl, api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<void> {
  await removeApiServices(api);
  // A namespace that is on its way out takes nothing in.
  await poll(120, async () => {
    const leaving = (await presentOf(api, discovery, objects)).filter(({ live }) => live.metadata.deletionTimestamp);
    return leaving.length === 0 || undefined;
  });
  const leftovers = (await presentOf(api, discovery, objects)).filter(({ live }) => isWrittenByUs(live)).map(({ object }) => object);
  if (leftovers.length > 0) await kubectl.delete(namespacesLast(leftovers), '--ignore-not-found');
}

/** Of any example: while one of them has nobody behind it, no namespace of the cluster can be deleted. */
async function removeApiServices(api: KubeApi): Promise<void> {
  const collection = '/apis/apiregistration.k8s.io/v1/apiservices';
  const live: any[] = (await api.get(collection)).items;
  for (const { metadata } of live.filter(isWrittenByUs)) await api.request(`${collection}/${metadata.name}`, { method: 'DELETE' });
}

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
