import * as fs from 'node:fs';
import * as path from 'node:path';
import { datadogAccounts, nameOf } from './accounts';
import { controlPlaneNodes, platformPods } from './control-plane-nodes';
import { checkDeliveries, deliveredNamespaces, deliveriesOf } from './deliveries';
import { Discovery } from './discovery';
import { Example } from './example-files';
import { FargateAdmission } from './fargate-admission';
import { missingFrom, resourcesOf, takeInventory } from './inventory';
import { awaitJobs } from './jobs';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { absentOf, leftovers, recognizable, removeLeftovers, requireAbsent } from './leftovers';
import { countKinds, describe, isNamespace, KubeObject, namespacesLast, podTemplateOf } from './manifests';
import { Options } from './options';
import { poll } from './parallel';
import { isPartial, PartialObjects } from './partial-objects';
import { PermissionTest } from './permission-test';
import { comparePlacement } from './placement';
import { judgeAll, JUDGES } from './pod-security';
import { Report } from './report';
import { compareSecurity } from './security-levels';
import { awaitWiring } from './wiring';
import { awaitPods, jobsOfCronJobs, PlacedPod, tryPods } from './workloads';

/** One example in the cluster, from nothing to nothing. */
export class ExampleTest {
  private readonly admission: FargateAdmission;
  private objects: KubeObject[] = [];
  private partial!: PartialObjects;
  private namespaces: string[] = [];
  /** One of each CronJob. */
  private jobs: KubeObject[] = [];
  private placed: PlacedPod[] = [];
  private permissions!: PermissionTest;
  /** Accounts in namespaces of the example, which whoever makes the pods makes with them. */
  private delivered: KubeObject[] = [];
  /** Those that the example uses and does not bring: in the order in which they are deleted. */
  private borrowed: KubeObject[] = [];
  /** What there was before these. */
  private atFirst = new Set<string>();
  /** What there was with them, before the example. */
  private before = new Set<string>();

  constructor(
    private readonly example: Example,
    private readonly kubectl: Kubectl,
    private readonly api: KubeApi,
    private readonly discovery: Discovery,
    private readonly options: Options,
  ) {
    this.admission = new FargateAdmission(example.fargateProfiles);
  }

  public async run(report: Report): Promise<void> {
    // What is in the cluster already is not ours to overwrite, nor to delete.
    if (!await report.check('prepared', () => this.prepare())) {
      await this.giveBack();
      return;
    }
    try {
      if (!await report.check('applied', () => this.apply())) return;
      if (this.partial.any) await report.check('objects of the platform', () => this.partial.apply());
      const deliveries = this.discovery.inNamespaces(deliveriesOf(this.objects));
      if (deliveries.length > 0) await report.check('deliveries', () => checkDeliveries(this.api, this.discovery, deliveries));
      if (this.objects.some(podTemplateOf) || this.isExpected('placement')) {
        if (await report.check('pods', () => this.pods())) await report.check('placement', () => this.placement());
        await report.check('pod security', () => this.security());
      }
      await report.check('wiring', () => awaitWiring(this.api, this.discovery, this.objects, deliveredNamespaces(this.objects)));
      const jobs = [...this.objects.filter(({ kind }) => kind === 'Job'), ...this.jobs];
      if (jobs.length > 0) await report.check('jobs', () => awaitJobs(this.api, this.discovery, jobs));
      if (this.permissions.any || this.isExpected('permissions')) await report.check('permissions', () => this.permissions.compare());
    } finally {
      await report.check('deleted', () => this.delete());
    }
  }

  private async prepare(): Promise<string> {
    const all = this.discovery.inNamespaces(this.example.objects);
    const objects = recognizable(all.filter((object) => !isPartial(object)));
    this.partial = new PartialObjects(all.filter(isPartial), this.kubectl, this.api, this.discovery);
    this.objects = this.admission.admit(objects);
    this.namespaces = [...new Set([
      ...objects.filter(isNamespace).map(({ metadata }) => metadata.name),
      ...all.flatMap(({ metadata }) => metadata.namespace ?? []),
    ])];
    this.permissions = new PermissionTest(this.example.name, this.objects, this.api, this.discovery, this.options);
    const own = new Set(this.objects.filter(isNamespace).map(({ metadata }) => metadata.name));
    const accounts = accountsOfOthers(this.objects);
    const isOurs = ({ metadata }: KubeObject) => own.has(metadata.namespace ?? '');
    this.delivered = recognizable(accounts.filter(isOurs));
    const foreign = [...this.namespaces.filter((name) => !own.has(name)).map(namespaceOf), ...accounts.filter((account) => !isOurs(account))];
    const borrowed = [...recognizable(foreign), ...JUDGES];
    await removeLeftovers(this.api, this.discovery);
    await requireAbsent(this.api, this.discovery, this.objects);
    const missing = await absentOf(this.api, this.discovery, borrowed);
    await this.partial.prepare();
    await this.permissions.prepare();
    this.atFirst = await takeInventory(this.api, this.discovery, this.remaining(missing));
    await this.create(missing);
    await this.createPlatform();
    this.before = await takeInventory(this.api, this.discovery, this.namespaces);
    const told = this.borrowed.filter((object) => !JUDGES.includes(object));
    return told.length > 0 ? `created for it: ${told.map(describe).join(', ')}` : '';
  }

  private async create(objects: KubeObject[]): Promise<void> {
    if (objects.length === 0) return;
    const outcome = await this.kubectl.apply(objects);
    this.borrowed = namespacesLast(objects);
    if (!outcome.ok) throw new Error(outcome.errors);
  }

  /** The nodes of the platform's control plane, and pods in the place of those on them that Services of the example look for. */
  private async createPlatform(): Promise<void> {
    const nodes = controlPlaneNodes(this.example.platform);
    const pods = platformPods(this.example.platform);
    for (const objects of [nodes, pods].filter(({ length }) => length > 0)) {
      this.borrowed = [...objects, ...this.borrowed];
      const { ok, errors } = await this.kubectl.create(objects);
      if (!ok) throw new Error(errors);
    }
    const ready = await poll(30, async () => {
      const live = await Promise.all([...nodes, ...pods].map((object) => this.api.get(this.discovery.pathOf(object))));
      return live.every(isReady) || undefined;
    });
    if (!ready) throw new Error(`Not ready: ${[...nodes, ...pods].map(describe).join(', ')}`);
  }

  private async apply(): Promise<string> {
    const warnings: string[] = [];
    for (const objects of [this.objects.filter(isNamespace), this.delivered, this.objects.filter((object) => !isNamespace(object))]) {
      if (objects.length === 0) continue;
      const { ok, errors } = await this.kubectl.apply(objects);
      if (!ok) throw new Error(errors);
      if (errors) warnings.push(errors);
    }
    return [`${this.objects.length} objects: ${countKinds(this.objects)}`, ...warnings].join('\n');
  }

  private async pods(): Promise<string> {
    this.jobs = await jobsOfCronJobs(this.kubectl, this.objects);
    this.placed = await awaitPods(this.api, this.discovery, [...this.objects, ...this.jobs]);
    const tried = await tryPods(this.api, this.objects);
    return [
      `${this.placed.length} scheduled`,
      ...tried.map((workload) => `${describe(workload)} is taken, and a pod of its template in a dry run; its controller is not here to make one`),
    ].join('\n');
  }

  private async placement(): Promise<string> {
    return comparePlacement(this.api, this.placed, this.admission, this.expectation('placement'), this.options.updateExpectations);
  }

  private async security(): Promise<string> {
    const found = await judgeAll(this.api, this.discovery, this.objects, this.example.platform);
    return compareSecurity(found, this.expectation('security'), this.options.updateExpectations);
  }

  private expectation(what: string): string {
    return path.join(this.options.expectations, `${this.example.name}.${what}.yaml`);
  }

  private isExpected(what: string): boolean {
    return fs.existsSync(this.expectation(what));
  }

  /** Nothing of the example is left, and everything that was there before still is. */
  private async delete(): Promise<string> {
    const own = this.objects.filter(isNamespace);
    const others = [...this.objects.filter((object) => !isNamespace(object)), ...this.delivered];
    // Namespaces afterwards: one that is deleted with pods in it waits for their grace period, and would hide what else stays behind.
    const problems = [
      ...await this.release(others),
      // Some may never have been applied, where applying failed.
      ...await this.remove(others),
      ...await this.compare(new Set([...this.before, ...own.map(({ metadata }) => `namespaces ${metadata.name}`)]), this.namespaces),
      ...await this.partial.remove(),
      ...await this.remove([...own, ...this.borrowed]),
      ...await this.compare(this.atFirst, this.remaining([...own, ...this.borrowed])),
    ];
    this.borrowed = [];
    const anywhere = await leftovers(this.api, this.discovery);
    if (anywhere.length > 0) problems.push(`left somewhere in the cluster: ${anywhere.join(', ')}`);
    if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
    return `nothing left; ${this.before.size} objects of others untouched`;
  }

  /** What waits for a controller before it goes is let go in its place, for it is not here. */
  private async release(objects: KubeObject[]): Promise<string[]> {
    const bound = objects.filter(({ metadata }: any) => metadata.finalizers?.length > 0);
    if (bound.length === 0) return [];
    const { ok, errors } = await this.kubectl.apply(bound.map(({ metadata: { finalizers, ...metadata }, ...rest }: any) => ({ ...rest, metadata })));
    return ok ? [] : [errors];
  }

  private async remove(objects: KubeObject[]): Promise<string[]> {
    if (objects.length === 0) return [];
    const { ok, errors } = await this.kubectl.delete(objects, '--ignore-not-found');
    return ok ? [] : [errors];
  }

  /** Owned objects go some time after their owners: what is left at first is looked at again. */
  private async compare(expected: Set<string>, namespaces: string[]): Promise<string[]> {
    const after = await takeInventory(this.api, this.discovery, namespaces);
    const lost = missingFrom(after, expected);
    let left = missingFrom(expected, after);
    await poll(60, async () => {
      if (left.length === 0) return true;
      left = missingFrom(expected, await takeInventory(this.api, this.discovery, namespaces, resourcesOf(left)));
      return left.length === 0 || undefined;
    });
    return [
      ...left.length > 0 ? [`left: ${left.join(', ')}`] : [],
      ...lost.length > 0 ? [`lost: ${lost.join(', ')}`] : [],
    ];
  }

  /** The namespaces of the example that stay when these objects are gone. */
  private remaining(gone: KubeObject[]): string[] {
    const names = new Set([...gone, ...this.objects].filter(isNamespace).map(({ metadata }) => metadata.name));
    return this.namespaces.filter((name) => !names.has(name));
  }

  private async giveBack(): Promise<string[]> {
    if (this.borrowed.length === 0) return [];
    const { ok, errors } = await this.kubectl.delete(this.borrowed, '--ignore-not-found');
    return ok ? [] : [errors];
  }
}

/** Accounts that a binding of the example names and somebody else makes, such as CoreDNS's. */
function accountsOfOthers(objects: KubeObject[]): KubeObject[] {
  const own = new Set(objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => `${metadata.namespace}/${metadata.name}`));
  return datadogAccounts(objects)
    .filter((account) => account.name !== 'default' && !own.has(nameOf(account)))
    .map(({ namespace, name }) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }));
}

/** Also that a new node takes pods: until it is ready, it has a taint. */
function isReady({ status, spec }: KubeObject): boolean {
  const ready = (status.conditions ?? []).some(({ type, status: value }: any) => type === 'Ready' && value === 'True');
  return ready && !(spec.taints ?? []).some(({ key }: any) => key === 'node.kubernetes.io/not-ready');
}

function namespaceOf(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
