import { IConstruct } from 'constructs';
import { ClusterReport } from './report';
import { ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';
import { Located, Manifest } from '../manifest/manifest';
import { ClusterModel } from '../model/cluster-model';
import { SidecarInjectionModel } from '../model/sidecar-injection';

/** A finished manifest, and the construct that findings about it are told at. */
export interface Checked extends Located {
  readonly object: IConstruct;
}

/** What the constructs of one cluster know of it. */
export class ClusterScope {
  /** What adds Agents to pods of the cluster when they are made. */
  public readonly injections: SidecarInjectionModel[] = [];
  /** Of the last pass. */
  public report?: ClusterReport;
  /** Parts of the tree whose workloads get an Agent, with what chooses among them. */
  public readonly targets: Array<{ readonly construct: IConstruct; readonly selects?: (workload: Manifest) => boolean }> = [];
  private readonly claims = new Set<IConstruct>();
  private readonly parts = new Map<string, IConstruct>();
  private readonly deliveries: Array<{ readonly by: IConstruct; readonly manifests: () => readonly Manifest[] }> = [];

  /** `model` is absent as long as only constructs that know the cluster's name describe it. `wholes` are the constructs that one of the clusters of the app claims as a whole. */
  constructor(public readonly name: string, public model?: ClusterModel, private readonly wholes = new Map<IConstruct, ClusterScope>()) {}

  /**
   * What is at the construct and below goes to this cluster, but for the parts that another one claims. Not as a
   * whole where a selector chooses among the workloads: clusters may share them out.
   */
  public claim(construct: IConstruct, asWhole = true): void {
    if (asWhole) {
      const other = this.wholes.get(construct) ?? this;
      if (other !== this) throw twoClusters(construct, other.name, this.name);
      this.wholes.set(construct, this);
    }
    this.claims.add(construct);
  }

  /**
   * Notes that the construct makes a part of which a cluster has one, such as the Cluster Agent.
   *
   * @param title of the part, for a sentence
   * @param second what to write where the cluster is to have a second one of the kind, if it can
   */
  public makesOnly(construct: IConstruct, title: string, second?: string): void {
    this.requireFree(construct.node.path, title, second);
    this.parts.set(title, construct);
  }

  /** Throws the `ViolationError` of {@link makesOnly} at `path`, for a construct that is not made yet. */
  public requireFree(path: string, title: string, second?: string): void {
    const known = this.parts.get(title);
    if (known && isInTree(known)) throw describedTwice(path, known.node.path, title, this.name, second);
  }

  /** Notes manifests that something else makes in the cluster, and the app does not write. They are checked as if they stood at the construct. */
  public delivers(by: IConstruct, manifests: () => readonly Manifest[]): void {
    this.deliveries.push({ by, manifests });
  }

  /** Notes that what something else makes is among the objects of the app, as it is. */
  public supposeNothing(): void {
    this.deliveries.length = 0;
  }

  /** What something else makes, at the time. */
  public get delivered(): Checked[] {
    return this.deliveries.flatMap(({ by, manifests }) =>
      manifests().map(manifest => ({ object: by, path: by.node.path, manifest, delivered: true })));
  }

  /** Number of scopes from the root to the nearest claim on the construct; 0 where there is none. */
  public depthOfClaim({ node: { scopes } }: IConstruct): number {
    return scopes.reduce((depth, scope, at) => this.claims.has(scope) ? at + 1 : depth, 0);
  }
}

/** False where the program took it out again. */
function isInTree({ node }: IConstruct): boolean {
  return node.scopes.every(({ node: { scope, id } }, at) => at === 0 || scope?.node.tryFindChild(id) === node.scopes[at]);
}

function describedTwice(path: string, other: string, title: string, cluster: string, second?: string): ViolationError {
  return new ViolationError({
    rule: 'cluster/described-once',
    reason: `'${other}' makes ${title} of the cluster '${cluster}' already, and two on one cluster would overwrite each other's objects`,
    remedy: `Use '${other}' and remove this one; ${second === undefined ? '' : `${second}; `}where it is for another cluster, give it the clusterName of that cluster`,
    link: PAGES.objectNames.source,
  }, path);
}

function twoClusters({ node: { path } }: IConstruct, one: string, other: string): ViolationError {
  return new ViolationError({
    rule: 'cluster/target-has-one-cluster',
    reason: `it was given to instrument(...) for the cluster '${one}' and again for the cluster '${other}', and an Agent reports to one`,
    remedy: 'Make the application once for each cluster, each in a chart of its own, and give each Datadog its own; or choose among the workloads with selectors',
    link: 'https://docs.datadoghq.com/integrations/eks_fargate/',
  }, path);
}

/** True where the nearest claim on the construct is this cluster's, or there is none. */
export function concerns(cluster: ClusterScope, clusters: readonly ClusterScope[], construct: IConstruct): boolean {
  const depth = cluster.depthOfClaim(construct);
  return clusters.every(other => other.depthOfClaim(construct) <= depth);
}
