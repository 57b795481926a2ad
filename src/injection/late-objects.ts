import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { ClusterChecks } from './cluster-checks';
import { addOwnObject } from './own-object';
import { Manifest } from '../manifest/manifest';
import { ClusterModel } from '../model/cluster-model';

/** What there is to write, each time that it is asked for. */
export interface LateManifests {
  /** All objects, as plain manifests have them. */
  readonly all: () => readonly Manifest[];
  /** Those that are ours where somebody else makes the pods, and makes the others of its own accord; absent where all are ours. */
  readonly companions?: () => readonly Manifest[];
}

/**
 * Objects of ours that other constructs add to until the app is synthesized. Whoever changes what they are made of calls
 * `update`; their content is read when they are rendered. What somebody else makes is not written, and is checked all the same.
 */
export class LateObjects {
  private latest = new Map<string, Manifest>();
  private delivered: readonly Manifest[] = [];

  constructor(private readonly scope: Construct, private readonly model: ClusterModel, private readonly manifests: LateManifests) {
    ClusterChecks.of(scope).cluster(model).delivers(scope, () => this.delivered);
    this.update();
  }

  /** Renders them anew, and adds what is there for the first time. */
  public update(): void {
    const all = this.manifests.all();
    const own = this.model.delivery.id === 'manifests' ? all : this.manifests.companions?.() ?? all;
    this.latest = new Map(own.map(manifest => [idOf(manifest), manifest]));
    this.delivered = all.filter(manifest => !this.latest.has(idOf(manifest)));
    for (const [id, manifest] of this.latest) {
      if (!this.scope.node.tryFindChild(id)) addOwnObject(this.scope, id, this.readLate(id, manifest));
    }
  }

  private readLate(id: string, { apiVersion, kind, metadata, ...fields }: Manifest): Manifest {
    const late = Object.keys(fields).map(field => [field, Lazy.any({ produce: () => this.latest.get(id)?.[field] })]);
    return { apiVersion, kind, metadata, ...Object.fromEntries(late) };
  }
}

function idOf({ kind, metadata }: Manifest): string {
  return `${kind}-${metadata?.name}`;
}
