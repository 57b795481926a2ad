import { IConstruct } from 'constructs';
import { Acknowledgement, acknowledgementsAt, acknowledgementsOf, RULES_PAGE } from './acknowledgement';
import { Checked, ClusterScope, concerns } from './cluster-scope';
import { withoutConsequences } from './consequences';
import { environmentStopsForWarnings, stopsForWarnings } from './fail-on-warnings';
import { GeneratedNames } from './generated-names';
import { HookError } from './hook-error';
import { HookListener, ManifestHook, Rendered } from './manifest-hook';
import { OutputFiles } from './output-files';
import { printWarnings } from './print-warnings';
import { reportOn } from './report';
import { withoutAgent } from './without-agent';
import { ManifestSet } from '../manifest/manifest-set';
import { ClusterModel } from '../model/cluster-model';
import { CredentialsModel } from '../model/credentials-model';
import { copierOf, homeSource } from '../model/secret-source';
import { Finding, RuleContext } from '../rules/rule';
import { runRules } from '../rules/run-rules';

/** Namespaces that have a Secret which somebody makes by other means. */
interface Promise {
  readonly by: IConstruct;
  readonly name: string;
  readonly namespaces: () => readonly string[];
  /** Who makes it; absent where it must exist. */
  readonly how?: string;
}

/** A finding, and the construct that it is about. */
export interface FindingAt {
  readonly at: IConstruct;
  readonly finding: Finding;
  /** Those that accept it, the one nearest to the root first; absent where nothing can. */
  readonly acknowledgements?: readonly Acknowledgement[];
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

  /** Everything that the last synthesis found, each once; undefined where none came so far. */
  public findings?: readonly FindingAt[];
  private readonly clusters = new Map<string, ClusterScope>();
  private readonly wholes = new Map<IConstruct, ClusterScope>();
  private readonly promises: Promise[] = [];
  private readonly whole = new ClusterScope('this cluster');

  /** The cluster that the model describes; constructs that describe the same cluster share it. */
  public cluster(model: ClusterModel): ClusterScope {
    const known = this.clusterNamed(model.clusterName);
    known.model ??= model;
    return known;
  }

  /** The cluster of this name, for a construct that knows no more of it. */
  public clusterNamed(name: string): ClusterScope {
    const known = this.clusters.get(name) ?? new ClusterScope(name, undefined, this.wholes);
    this.clusters.set(name, known);
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

  public begin(): void {
    this.findings = undefined;
  }

  public conclude(rendered: readonly Rendered[], told: readonly HookError[]): HookError[] {
    const clusters = this.clusters.size > 0 ? [...this.clusters.values()] : [this.whole];
    const found = clusters.map(cluster => this.checkCluster(cluster, clusters, rendered, told));
    // What belongs to no cluster in particular is checked with each, and told once.
    const once = new Map(found.flat().map(each => [JSON.stringify(each.finding), each]));
    const idle = idleAcknowledgements(rendered, new Set(found.flat().flatMap(({ acknowledgements = [] }) => acknowledgements)));
    for (const cluster of clusters) {
      const notFound = idle
        .filter(({ at }) => concerns(cluster, clusters, at))
        .map(({ finding: { path }, idle: { rule, because } }) => ({ path, rule, because }));
      cluster.report = { ...cluster.report!, notFound };
    }
    this.findings = [...told, ...once.values(), ...idle];
    const open = this.findings.filter(({ acknowledgements = [] }) => acknowledgements.length === 0);
    const strict = environmentStopsForWarnings();
    const [warnings, stopping] = divide(open.filter(f => f.finding.severity === 'warning'), ({ at }) => strict || stopsForWarnings(at));
    printWarnings(warnings.map(({ finding }) => finding));
    return [...open.filter(({ finding }) => finding.severity === 'error'), ...stopping];
  }

  private checkCluster(cluster: ClusterScope, clusters: readonly ClusterScope[], all: readonly Checked[], told: readonly HookError[]): FindingAt[] {
    const concerned = clusters.length > 1 ? all.filter(({ object }) => concerns(cluster, clusters, object)) : all;
    const rendered = [...concerned, ...withoutOurs(cluster.delivered, concerned)];
    const constructs = new Map(rendered.map(({ path, object }) => [path, object]));
    const context = this.contextOf(cluster, clusters, rendered);
    const found = withoutConsequences(runRules(context), told.map(({ finding }) => finding)).map((finding): FindingAt => {
      const at = constructs.get(finding.path)!;
      return { at, finding, acknowledgements: acknowledgementsOf(at, finding.rule) };
    });
    cluster.report = reportOn(cluster, context, found, withoutAgent(cluster, rendered, context));
    return found;
  }

  private contextOf(cluster: ClusterScope, clusters: readonly ClusterScope[], rendered: readonly Checked[]): RuleContext {
    return {
      manifests: new ManifestSet(rendered),
      platform: cluster.model?.platform.fact,
      agentVersion: cluster.model?.agentVersion,
      kubernetesVersion: cluster.model?.platform.kubernetesVersion,
      fargateProfiles: cluster.model?.platform.fargateProfiles,
      serviceCidr: cluster.model?.platform.serviceCidr,
      sidecarInjections: cluster.injections.map(({ name, via, match, ownAccounts, cluster: { sidecar: { resources } } }) => {
        const webhook = via.kind === 'datadogWebhook';
        return { name, webhook, match, ownAccounts, ownToken: !webhook, resources };
      }),
      complete: cluster.model !== undefined,
      promisedSecrets: this.promises
        .filter(({ by }) => concerns(cluster, clusters, by))
        .flatMap(({ name, namespaces, how }) => namespaces().map(namespace => ({ namespace, name, ...how && { how } }))),
    };
  }
}

/** Those for which it is false, and those for which it is true. */
function divide<T>(items: readonly T[], by: (item: T) => boolean): [T[], T[]] {
  return [items.filter(item => !by(item)), items.filter(by)];
}

/** What something else would make and we make ourselves, to say more with it. */
function withoutOurs(delivered: readonly Checked[], rendered: readonly Checked[]): Checked[] {
  if (delivered.length === 0) return [];
  const identity = ({ manifest: { kind, metadata } }: Checked) => `${kind} ${metadata?.namespace} ${metadata?.name}`;
  const ours = new Set(rendered.filter(({ object }) => ManifestHook.of(object).isOurs(object)).map(identity));
  return delivered.filter(each => !ours.has(identity(each)));
}

/** Acknowledgements that no finding of any cluster needs: a part of the app that they were written for has changed. */
function idleAcknowledgements(
  rendered: readonly Rendered[],
  needed: ReadonlySet<Acknowledgement>,
): Array<FindingAt & { readonly idle: Acknowledgement }> {
  const constructs = rendered.length > 0 ? rendered[0].object.node.root.node.findAll() : [];
  return constructs.flatMap(at => acknowledgementsAt(at).filter(a => !needed.has(a)).map(idle => ({
    at,
    idle,
    finding: {
      rule: 'findings/acknowledgement-is-needed',
      severity: 'warning' as const,
      path: at.node.path,
      reason: `'${idle.rule}' is acknowledged here, and the rule has no finding at this construct or below it`,
      remedy: 'Remove the acknowledgement, or write it at the construct that has the finding',
      link: RULES_PAGE,
    },
  })));
}
