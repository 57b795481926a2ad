import { Discovery } from './discovery';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { absentOf, recognizable } from './leftovers';
import { KubeObject } from './manifests';

/** Namespaces that checks use one after the other: to delete one takes Kubernetes five seconds, so that is done once. */
export class BorrowedNamespaces {
  private readonly made: KubeObject[] = [];

  constructor(private readonly kubectl: Kubectl, private readonly api: KubeApi, private readonly discovery: Discovery) {}

  /** Those that it made. */
  public get borrowed(): KubeObject[] {
    return [...this.made];
  }

  /** Makes those that are not there. */
  public async need(names: string[]): Promise<void> {
    const wanted = [...new Set(names)].map((name): KubeObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
    const missing = recognizable(await absentOf(this.api, this.discovery, wanted));
    if (missing.length === 0) return;
    this.made.push(...missing);
    const { ok, errors } = await this.kubectl.apply(missing);
    if (!ok) throw new Error(errors);
  }

  /** Deletes those that it made, and waits until they are gone. */
  public async giveBack(): Promise<string> {
    if (this.made.length === 0) return 'none';
    const { ok, errors } = await this.kubectl.delete(this.made, '--ignore-not-found');
    if (!ok) throw new Error(errors);
    return this.made.splice(0).map(({ metadata }) => metadata.name).join(', ');
  }
}
