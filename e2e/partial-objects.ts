import { isDeepStrictEqual } from 'node:util';
import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { Kubectl, Outcome } from './kubectl';
import { describe, KubeObject } from './manifests';

/** Another than for the test's own objects: what it stands on is never deleted. */
const PART_MANAGER = 'cdk8s-datadog-e2e-part';

/** A Service without ports cannot be made: it says something about one that the platform has. */
export function isPartial({ kind, spec }: KubeObject): boolean {
  return kind === 'Service' && spec === undefined;
}

/** What examples add to objects of the platform: there before, the same but for the annotations while applied, and the same again after. */
export class PartialObjects {
  /** As the platform has them. */
  private before = new Map<KubeObject, KubeObject>();

  constructor(
    private readonly objects: KubeObject[],
    private readonly kubectl: Kubectl,
    private readonly api: KubeApi,
    private readonly discovery: Discovery,
  ) {}

  public get any(): boolean {
    return this.objects.length > 0;
  }

  /** Throws where one does not exist. What an interrupted run of this test left on it is taken off. */
  public async prepare(): Promise<void> {
    for (const object of this.objects) {
      const { metadata } = await this.api.get(this.discovery.pathOf(object));
      if (managersOf(metadata).includes(PART_MANAGER)) await this.withdraw(object);
      this.before.set(object, await this.api.get(this.discovery.pathOf(object)));
    }
  }

  public async apply(): Promise<string> {
    const problems: string[] = [];
    for (const object of this.objects) {
      problems.push(...await this.tryElsewhere(object), ...await this.tryOnClient(object));
      const { ok, errors } = await this.serverSide(object);
      if (!ok) throw new Error(errors);
      const live = await this.api.get(this.discovery.pathOf(object));
      problems.push(...this.compare(object, live, object.metadata.annotations!));
      const fields = live.metadata.managedFields.find(({ manager }: any) => manager === PART_MANAGER)?.fieldsV1;
      const owned = Object.keys(fields ?? {}).concat(Object.keys(fields?.['f:metadata'] ?? {}));
      if (!isDeepStrictEqual(owned, ['f:metadata', 'f:annotations'])) problems.push(`${describe(object)}: owns ${owned.join(', ')}`);
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${this.objects.map(describe).join(', ')}: the annotations and nothing else, with --server-side and without; where it does not exist, both fail`;
  }

  /** Takes off what was applied, and nothing is left of it. */
  public async remove(): Promise<string[]> {
    const problems: string[] = [];
    for (const object of this.before.keys()) {
      const { ok, errors } = await this.withdraw(object);
      if (!ok) problems.push(errors);
      const live = await this.api.get(this.discovery.pathOf(object));
      problems.push(...this.compare(object, live, {}));
      if (managersOf(live.metadata).includes(PART_MANAGER)) problems.push(`${describe(object)}: still has fields of ${PART_MANAGER}`);
    }
    return problems;
  }

  private compare(object: KubeObject, live: KubeObject, added: object): string[] {
    const before = this.before.get(object)!;
    const expected = { ...annotationsOf(before), ...added };
    return [
      ...live.metadata.uid === before.metadata.uid ? [] : [`${describe(object)}: is another object than before`],
      ...isDeepStrictEqual(live.spec, before.spec) ? [] : [`${describe(object)}: spec was ${JSON.stringify(before.spec)} and is ${JSON.stringify(live.spec)}`],
      ...isDeepStrictEqual(live.metadata.labels, before.metadata.labels) ? [] : [`${describe(object)}: has other labels than before`],
      ...isDeepStrictEqual(annotationsOf(live), expected) ? [] : [`${describe(object)}: annotations are ${JSON.stringify(annotationsOf(live))}`],
    ];
  }

  /** In a cluster without the object nothing takes the place of the platform's, in neither way. */
  private async tryElsewhere(object: KubeObject): Promise<string[]> {
    const absent = { ...object, metadata: { ...object.metadata, name: `${object.metadata.name}-e2e-absent` } };
    const outcomes = [await this.serverSide(absent, '--dry-run=server'), await this.kubectl.run(['apply', '--dry-run=server', '-f', '-'], JSON.stringify(absent))];
    return outcomes
      .filter(({ ok, errors }) => ok || !/spec\.ports: Required value/.test(errors))
      .map(({ ok, errors }) => `${describe(absent)}, which does not exist: ${ok ? 'would be made' : errors}`);
  }

  /** Without --server-side kubectl merges, and notes on the object what it applied. */
  private async tryOnClient(object: KubeObject): Promise<string[]> {
    const { ok, output, errors } = await this.kubectl.run(['apply', '--dry-run=server', '-o', 'json', '-f', '-'], JSON.stringify(object));
    if (!ok) return [`${describe(object)}, kubectl apply without --server-side: ${errors}`];
    const live: KubeObject = JSON.parse(output);
    const { 'kubectl.kubernetes.io/last-applied-configuration': noted, ...annotations } = annotationsOf(live);
    return [
      ...noted ? [] : [`${describe(object)}, kubectl apply without --server-side: left no note`],
      ...this.compare(object, { ...live, metadata: { ...live.metadata, annotations } }, object.metadata.annotations!),
    ];
  }

  private async withdraw({ apiVersion, kind, metadata: { name, namespace } }: KubeObject): Promise<Outcome> {
    return this.serverSide({ apiVersion, kind, metadata: { name, namespace } });
  }

  private async serverSide(object: KubeObject, ...flags: string[]): Promise<Outcome> {
    return this.kubectl.run(['apply', '--server-side', '--validate=strict', `--field-manager=${PART_MANAGER}`, ...flags, '-f', '-'], JSON.stringify(object));
  }
}

function annotationsOf({ metadata }: KubeObject): Record<string, string> {
  return metadata.annotations ?? {};
}

function managersOf({ managedFields = [] }: any): string[] {
  return managedFields.map(({ manager }: any) => manager);
}
