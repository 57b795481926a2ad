import { IConstruct } from 'constructs';
import { Acknowledgement, acknowledgementsAt, acknowledgementsOf } from './acknowledgement';
import { GeneratedNames } from './generated-names';
import { HookError, HookListener, ManifestHook, Rendered } from './manifest-hook';
import { OutputFiles } from './output-files';
import { printWarnings } from './print-warnings';
import { ClusterReport, reportOn } from './report';
import { ViolationError } from '../base/violation';
import { Located, Manifest } from '../manifest/manifest';
import { ManifestSet } from '../manifest/manifest-set';
import { ClusterModel } from '../model/cluster-model';
import { CredentialsModel } from '../model/credentials-model';
import { copierOf, homeSource } from '../model/secret-source';
import { SidecarInjectionModel } from '../model/sidecar-injection';
import { Finding, RuleContext } from '../rules/rule';
import { describeFinding, runRules } from '../rules/run-rules';

/** Namespaces that have a Secret which somebody makes by other means. */
interface Promise {
  readonly by: IConstruct;
  readonly name: string;
  readonly namespaces: () => readonly string[];
  /** Who makes it; absent where it must exist. */
  readonly how?: string;
}

/** A finished manifest, and the construct that findings about it are told at. */
interface Checked extends Located {
  readonly object: IConstruct;
}

/** What the constructs of one cluster know of it. */
export class ClusterScope {
  /** What adds Agents to pods of the cluster when they are made. */
  public readonly injections: SidecarInjectionModel[] = [];
  /** Of the last pass. */
  public report?: ClusterReport;
  private readonly claims = new Set<IConstruct>();
  private readonly deliveries: Array<{ readonly by: IConstruct; readonly manifests: () => readonly Manifest[] }> = [];

  /** `wholes` are the constructs that one of the clusters of the app claims as a whole. */
  constructor(public readonly name: string, public readonly model?: ClusterModel, private readonly wholes = new Map<IConstruct, ClusterScope>()) {}

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

  /** Notes manifests that something else makes in the cluster, and nobody writes here. They are checked as if they stood at the construct. */
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

function twoClusters({ node: { path } }: IConstruct, one: string, other: string): ViolationError {
  return new ViolationError({
    rule: 'cluster/target-has-one-cluster',
    reason: `it was given to instrument(...) for the cluster '${one}' and again for the cluster '${other}', and an Agent reports to one`,
    remedy: 'Make the application once for each cluster, each in a chart of its own, and give each Datadog its own; or choose among the workloads with selectors',
    link: 'https://docs.datadoghq.com/integrations/eks_fargate/',
  }, path);
}

const KEY = Symbol.for('cdk8s-datadog.ClusterChecks');

/** Runs the rules over the finished manifests of an app, cluster by cluster. */
export class ClusterChecks implements HookListener {
  /** The checks of the app; there is one for each root. */
  public static of(scope: IConstruct): ClusterChecks {
    const hook: ManifestHook & { [KEY]?: ClusterChecks } = ManifestHook.of(scope);
    if (!hook[KEY]) {
      Object.defineProperty(hook, KEY, { value: new ClusterChecks() });
      hook.listen(hook[KEY]!);
      hook.listen(new GeneratedNames());
      hook.listen(new OutputFiles(hook, scope.node.root));
    }
    return hook[KEY]!;
  }

  private readonly clusters = new Map<string, ClusterScope>();
  private readonly wholes = new Map<IConstruct, ClusterScope>();
  private readonly promises: Promise[] = [];
  private readonly whole = new ClusterScope('this cluster');

  /** The cluster that the model describes; constructs that describe the same cluster share it. */
  public cluster(model: ClusterModel): ClusterScope {
    const known = this.clusters.get(model.clusterName) ?? new ClusterScope(model.clusterName, model, this.wholes);
    this.clusters.set(model.clusterName, known);
    return known;
  }

  /** True where what is at the construct belongs to the cluster, or to none in particular. */
  public concerns(cluster: ClusterScope, construct: IConstruct): boolean {
    return concerns(cluster, [...this.clusters.values()], construct);
  }

  /** Notes what credentials say of Secrets that somebody makes by other means: that these namespaces have them. */
  public promise(by: IConstruct, { secret, source }: CredentialsModel, namespaces: () => readonly string[]): void {
    if (homeSource(source).kind !== 'existing') return;
    this.promises.push({ by, name: secret.name, namespaces });
    if (secret.appKeySecret !== undefined) this.promises.push({ by, name: secret.appKeySecret, namespaces });
  }

  /** Notes a Secret that the user names without making it, as in an env var of their own. */
  public promiseSecret(by: IConstruct, name: string, namespace: string): void {
    this.promises.push({ by, name, namespaces: () => [namespace] });
  }

  /** Notes that a controller copies the Secret to these namespaces, where credentials are of that kind. */
  public promiseCopies(by: IConstruct, { secret: { name }, source }: CredentialsModel, namespaces: () => readonly string[]): void {
    const how = copierOf(source);
    if (how !== undefined) this.promises.push({ by, name, namespaces, how });
  }

  public check(rendered: readonly Rendered[]): HookError[] {
    const clusters = this.clusters.size > 0 ? [...this.clusters.values()] : [this.whole];
    const told = new Set<string>();
    // What belongs to no cluster in particular is checked with each, and told once.
    const isNew = (path: string, text: string) => !told.has(`${path} ${text}`) && !!told.add(`${path} ${text}`);
    const found = new Set<Acknowledgement>();
    const errors = clusters.flatMap(cluster => this.checkCluster(cluster, clusters, rendered, isNew, found));
    this.tellNotFound(clusters, rendered, found);
    return errors;
  }

  /** Acknowledgements without a finding in any cluster: a part of the app that they were written for has changed. */
  private tellNotFound(clusters: readonly ClusterScope[], rendered: readonly Rendered[], found: ReadonlySet<Acknowledgement>): void {
    const constructs = rendered.length > 0 ? rendered[0].object.node.root.node.findAll() : [];
    const idle = constructs.flatMap(at => acknowledgementsAt(at).filter(a => !found.has(a)).map(a => ({ at, path: at.node.path, ...a })));
    for (const { path, rule } of idle) {
      process.stderr.write(`warning: [${path}] ${rule}: acknowledged, but not found. Remove the acknowledgement, or write it at the construct in question\n`);
    }
    for (const cluster of clusters) {
      const notFound = idle.filter(({ at }) => concerns(cluster, clusters, at)).map(({ at, ...told }) => told);
      cluster.report = { ...cluster.report!, notFound };
    }
  }

  private checkCluster(
    cluster: ClusterScope,
    clusters: readonly ClusterScope[],
    all: readonly Checked[],
    isNew: (path: string, text: string) => boolean,
    found: Set<Acknowledgement>,
  ): HookError[] {
    const concerned = clusters.length > 1 ? all.filter(({ object }) => concerns(cluster, clusters, object)) : all;
    const rendered = [...concerned, ...withoutOurs(cluster.delivered, concerned)];
    const constructs = new Map(rendered.map(({ path, object }) => [path, object]));
    const context: RuleContext = {
      manifests: new ManifestSet(rendered),
      platform: cluster.model?.platform.fact,
      agentVersion: cluster.model?.agentVersion,
      kubernetesVersion: cluster.model?.platform.kubernetesVersion,
      fargateProfiles: cluster.model?.platform.fargateProfiles,
      serviceCidr: cluster.model?.platform.serviceCidr,
      sidecarInjections: cluster.injections.map(({ name, via, match, ownAccounts }) => {
        const webhook = via.kind === 'datadogWebhook';
        return { name, webhook, match, ownAccounts, ownToken: !webhook };
      }),
      complete: cluster.model !== undefined,
      promisedSecrets: this.promises
        .filter(({ by }) => concerns(cluster, clusters, by))
        .flatMap(({ name, namespaces, how }) => namespaces().map(namespace => ({ namespace, name, ...how && { how } }))),
    };

    const acknowledged: Array<Finding & { readonly because: string }> = [];
    const open: Finding[] = [];
    for (const finding of runRules(context)) {
      const accepted = acknowledgementsOf(constructs.get(finding.path)!, finding.rule);
      accepted.forEach(a => found.add(a));
      if (accepted.length === 0) open.push(finding); else acknowledged.push({ ...finding, because: accepted[0].because });
    }
    printWarnings(open.filter(f => f.severity === 'warning' && isNew(f.path, describeFinding(f))));
    cluster.report = reportOn(cluster, context, open, acknowledged);
    return open
      .filter(f => f.severity === 'error' && isNew(f.path, describeFinding(f)))
      .map(f => ({ at: constructs.get(f.path)!, text: describeFinding(f) }));
  }
}

/** What something else would make and we make ourselves, to say more with it. */
function withoutOurs(delivered: readonly Checked[], rendered: readonly Checked[]): Checked[] {
  if (delivered.length === 0) return [];
  const identity = ({ manifest: { kind, metadata } }: Checked) => `${kind} ${metadata?.namespace} ${metadata?.name}`;
  const ours = new Set(rendered.filter(({ object }) => ManifestHook.of(object).isOurs(object)).map(identity));
  return delivered.filter(each => !ours.has(identity(each)));
}

/** True where the nearest claim on the construct is this cluster's, or there is none. */
function concerns(cluster: ClusterScope, clusters: readonly ClusterScope[], construct: IConstruct): boolean {
  const depth = cluster.depthOfClaim(construct);
  return clusters.every(other => other.depthOfClaim(construct) <= depth);
}
