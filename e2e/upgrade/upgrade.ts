import { BorrowedNamespaces } from '../borrowed-namespaces';
import { Discovery } from '../discovery';
import { KubeApi } from '../kube-api';
import { Kubectl } from '../kubectl';
import { leftovers, recognizable, requireAbsent } from '../leftovers';
import { countKinds, describe, isNamespace, KubeObject, namespacesLast, podTemplateOf } from '../manifests';
import { awaitPods } from '../workloads';

/** Their templates cannot be changed, whoever wrote them: docs/sidecar.md says what to do. */
const MADE_ANEW = ['Job', 'Pod'];

/** Its status is written again and again, and it has no generation. */
const RESTLESS = 'APIService';

/** Manifests that come one after the other into one cluster, as whoever deploys them applies them. */
export class Upgrade {
  private current: KubeObject[] = [];

  constructor(
    private readonly kubectl: Kubectl,
    private readonly api: KubeApi,
    private readonly discovery: Discovery,
    private readonly namespaces: BorrowedNamespaces,
  ) {}

  /** What an earlier version wrote. Whether its pods found nodes was for its own tests to say. */
  public async from(manifests: KubeObject[]): Promise<string> {
    return this.step(manifests, false);
  }

  /** Applies without force; what was there stays the same object, what is no more is deleted, and a second time changes nothing. */
  public async to(manifests: KubeObject[]): Promise<string> {
    return this.step(manifests, true);
  }

  public async remove(): Promise<void> {
    await this.delete(this.current);
    this.current = [];
  }

  private async step(manifests: KubeObject[], withPods: boolean): Promise<string> {
    const objects = recognizable(this.discovery.inNamespaces(manifests));
    const before = await this.identities(this.current);
    const known = new Set(this.current.map(describe));
    const names = new Set(objects.map(describe));
    const fresh = objects.filter((object) => !known.has(describe(object)));
    await requireAbsent(this.api, this.discovery, fresh);
    const own = new Set([...this.current, ...objects].filter(isNamespace).map(({ metadata }) => metadata.name));
    await this.namespaces.need(objects.flatMap(({ metadata }) => metadata.namespace ?? []).filter((name) => !own.has(name)));

    const anew = await this.deleteUnchangeable(objects.filter((object) => known.has(describe(object))));
    const gone = this.current.filter((object) => !names.has(describe(object)));
    // For the case that this fails: everything of both.
    this.current = [...gone, ...objects];
    await this.apply(objects);
    const after = await this.identities(objects.filter((object) => !anew.includes(object)));
    const replaced = [...after].filter(([name, identity]) => before.has(name) && before.get(name) !== identity);
    if (replaced.length > 0) throw new Error(replaced.map(([name, identity]) => `${name} was ${before.get(name)}, and is ${identity}`).join('\n'));
    const pods = withPods ? await awaitPods(this.api, this.discovery, objects) : [];
    await this.expectNoChange(objects);
    await this.delete(gone);
    this.current = objects;
    await this.expectNothingElse(objects);
    return [
      `${[...after.keys()].filter((name) => before.has(name)).length} objects stay the same ones, ${fresh.length} are new${withPods ? `, ${pods.length} pods` : ''}`,
      ...anew.length > 0 ? [`their templates cannot be changed, so they were made anew: ${anew.map(describe).join(', ')}`] : [],
      ...gone.length > 0 ? [`no more, and deleted: ${countKinds(gone)}`] : [],
    ].join('\n');
  }

  private async apply(objects: KubeObject[]): Promise<void> {
    for (const step of [objects.filter(isNamespace), objects.filter((object) => !isNamespace(object))]) {
      if (step.length === 0) continue;
      const { ok, errors } = await this.kubectl.apply(step);
      if (!ok) throw new Error(errors);
    }
  }

  private async delete(objects: KubeObject[]): Promise<void> {
    if (objects.length === 0) return;
    const { ok, errors } = await this.kubectl.delete(namespacesLast(objects), '--ignore-not-found');
    if (!ok) throw new Error(errors);
  }

  /** Those that the API server refuses to change for their template, and for nothing else, are deleted. */
  private async deleteUnchangeable(objects: KubeObject[]): Promise<KubeObject[]> {
    const refused: KubeObject[] = [];
    for (const object of objects.filter(({ kind }) => MADE_ANEW.includes(kind))) {
      const { ok, errors } = await this.kubectl.apply([object]);
      if (ok) continue;
      if (!/field is immutable|pod updates may not change fields/.test(errors)) throw new Error(errors);
      refused.push(object);
    }
    await this.delete(refused);
    return refused;
  }

  /** Which objects they are, and the address of each Service. */
  private async identities(objects: KubeObject[]): Promise<Map<string, string>> {
    const entries = await Promise.all(objects.map(async (object): Promise<[string, string]> => {
      const { metadata, spec } = await this.api.get(this.discovery.pathOf(object));
      return [describe(object), object.kind === 'Service' ? `${metadata.uid} at ${spec.clusterIPs ?? spec.type}` : metadata.uid];
    }));
    return new Map(entries);
  }

  private async expectNoChange(objects: KubeObject[]): Promise<void> {
    const still = objects.filter(({ kind }) => kind !== RESTLESS);
    const state = async () => Promise.all(still.map(async (object) => {
      const { metadata } = await this.api.get(this.discovery.pathOf(object));
      return `${metadata.generation ?? metadata.resourceVersion}`;
    }));
    const before = await state();
    await this.apply(objects);
    const after = await state();
    const changed = still.filter((_, index) => before[index] !== after[index]);
    if (changed.length > 0) throw new Error(`Applied a second time, and changed: ${changed.map(describe).join(', ')}`);
  }

  private async expectNothingElse(objects: KubeObject[]): Promise<void> {
    const expected = new Set([...objects, ...this.namespaces.borrowed].map((object) => this.discovery.pathOf(object)));
    const found = (await leftovers(this.api, this.discovery)).filter((path) => !expected.has(path));
    if (found.length > 0) throw new Error(`Neither in these manifests nor deleted: ${found.join(', ')}`);
  }
}

/** A server that took another selector would say nothing of a conflict either. */
export async function selectorsAreKept(kubectl: Kubectl, objects: KubeObject[]): Promise<string> {
  const workload = objects.find(({ kind }) => kind === 'Deployment')!;
  const changed = structuredClone(workload);
  changed.spec.selector.matchLabels = { ...changed.spec.selector.matchLabels, e2e: 'changed' };
  podTemplateOf(changed)!.metadata!.labels = { ...podTemplateOf(changed)!.metadata!.labels, e2e: 'changed' };
  const { ok, errors } = await kubectl.apply([changed]);
  if (ok || !/spec\.selector: Invalid value.*field is immutable/s.test(errors)) throw new Error(ok ? `${describe(workload)} has another selector.` : errors);
  return `another selector of ${describe(workload)} is refused`;
}
