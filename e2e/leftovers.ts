import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { FIELD_MANAGER, Kubectl } from './kubectl';
import { describe, KubeObject, namespacesLast } from './manifests';
import { inParallel, poll } from './parallel';

interface Present {
  readonly object: KubeObject;
  readonly live: any;
}

/** Deletes what an interrupted run of this test left, which is known by its field manager. */
export async function removeLeftovers(kubectl: Kubectl, api: KubeApi, discovery: Discovery, objects: KubeObject[]): Promise<void> {
  // A namespace that is on its way out takes nothing in.
  await poll(120, async () => {
    const leaving = (await presentOf(api, discovery, objects)).filter(({ live }) => live.metadata.deletionTimestamp);
    return leaving.length === 0 || undefined;
  });
  const leftovers = (await presentOf(api, discovery, objects)).filter(isOurs).map(({ object }) => object);
  if (leftovers.length > 0) await kubectl.delete(namespacesLast(leftovers), '--ignore-not-found');
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

function isOurs({ live }: Present): boolean {
  return (live.metadata.managedFields ?? []).some(({ manager }: any) => manager === FIELD_MANAGER);
}
