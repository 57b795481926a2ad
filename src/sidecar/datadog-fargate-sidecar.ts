import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import type { Container } from 'kubernetes-types/core/v1';
import { describeSidecar } from './describe-sidecar';
import { SidecarOptions, WorkloadSidecarOptions } from './sidecar-options';
import { WorkloadSelector } from './workload-selector';
import { Violation, ViolationError } from '../base/violation';
import { resolve } from '../cluster/resolve';
import { IClusterAgent } from '../cluster-agent/cluster-agent';
import { reachedBy } from '../cluster-agent/reached-by';
import { PAGES } from '../facts/pages';
import { apiObjectsIn, othersObjectsIn } from '../injection/api-objects';
import { ClusterChecks } from '../injection/cluster-checks';
import { ClusterScope } from '../injection/cluster-scope';
import { ManifestHook } from '../injection/manifest-hook';
import { addOwnObject } from '../injection/own-object';
import { Cover } from '../injection/placement';
import { socketsByNamespace } from '../injection/pod-security';
import { runtimeClassesOf } from '../injection/runtime-classes';
import { addSharedObject } from '../injection/shared-objects';
import { SidecarAccount, SidecarInjector } from '../injection/sidecar-injector';
import { makesPods } from '../manifest/pod-template';
import { ClusterModel } from '../model/cluster-model';
import { refuseIdleNodeConnection, refuseIdleSidecar, targetOptions } from '../model/idle-options';
import { NodeAgentModel } from '../model/node-agent-model';
import { resolveSidecar } from '../model/sidecar-model';
import { DatadogClusterOptions } from '../options/cluster-options';
import { describeCluster } from '../options/describe-cluster';
import { caConfigMap } from '../render/sidecar/ca-config-map';
import { sidecarBinding, sidecarClusterRole, sidecarServiceAccount, sidecarSubjects } from '../render/sidecar/rbac';
import { entryPoint } from '../requirements/entry-point';
import { requireKnown } from '../requirements/known';
import { requireOptions } from '../requirements/options';
import { TokenReplicator } from '../token-replicator/token-replicator';

const NO_TARGET: Violation = {
  rule: 'sidecar/target-is-given',
  reason: 'instrument(...) was called without a construct',
  remedy: 'Give workloads, charts, Includes or the app, each as an argument of its own and not as a list',
  link: PAGES.fargateSidecar.source,
};

const NO_PATCH: Violation = {
  rule: 'sidecar/patch-applies',
  reason: 'patchAgent(...) was given something that is not a JsonPatch',
  remedy: "Give patches of cdk8s, each as an argument of its own: JsonPatch.add('/env/-', { name: 'DD_LOG_LEVEL', value: 'debug' })",
  link: 'https://cdk8s.io/docs/latest/basics/escape-hatches/',
};

const OTHER_APP: Violation = {
  rule: 'sidecar/target-in-the-same-app',
  reason: 'it was given to instrument(...), and it is in another app, whose synthesis this one has no part in',
  remedy: 'Create Datadog and what it instruments in one App',
  link: 'https://cdk8s.io/docs/latest/basics/app/',
};

const NO_FARGATE: Violation = {
  rule: 'placement/platform-has-fargate',
  reason: 'it was given to inject(...), and the platform declares no pod that runs on Fargate: the node Agent would be there beside the sidecar, and both send the same',
  remedy: 'Use datadog.instrument(...), which connects it to the Agent of its node; or declare the Fargate profiles of the cluster in Platform.eks({ fargateProfiles })',
  link: PAGES.fargateSidecar.source,
};

/** Properties of a `DatadogFargateSidecar`. */
export interface DatadogFargateSidecarProps extends DatadogClusterOptions, SidecarOptions {
  /**
   * The Cluster Agent that the sidecars talk to.
   *
   * @default - the one of `ClusterAgentStandalone` in `namespace`
   */
  readonly clusterAgent?: IClusterAgent;
  /**
   * Makes the Secret in the namespaces of the instrumented workloads.
   *
   * @default - the Secrets are made elsewhere
   */
  readonly tokenReplicator?: TokenReplicator;
}

/** How a target is instrumented. What is left out is as for all sidecars. */
export interface InstrumentOptions extends WorkloadSidecarOptions {
  /**
   * Chooses among the workloads of the target.
   *
   * @default - all of them
   */
  readonly selector?: WorkloadSelector;
  /**
   * Whether a target without any workload is an error.
   *
   * @default true
   */
  readonly requireMatch?: boolean;
  /**
   * How pods on nodes send to the Agent of their node. Pods on Fargate have theirs beside them.
   *
   * @default - sockets where they are on; ports on OpenShift for pods that are not privileged, and where a Namespace of the app, or Talos for want of one, enforces a Pod Security level without sockets
   */
  readonly nodeConnection?: NodeConnection;
}

/** How a pod sends to the Agent of its node. */
export enum NodeConnection {
  /** Sockets where `features` have them on and the pod may have them, by a folder of the node that it mounts, and ports where not. */
  SOCKET = 'socket',
  /**
   * Host ports of the Agent: for pods that may not mount folders of their node. `features.apm.portEnabled` and
   * `features.dogstatsd.portEnabled` open them.
   */
  PORT = 'port',
}

/**
 * The Agent as a sidecar in the pods of other people's workloads, added when the app is synthesized: the container that
 * Datadog's own webhook makes, and with it the RBAC and the ServiceAccounts, which the webhook leaves to the user.
 *
 * @see https://docs.datadoghq.com/integrations/eks_fargate/
 */
@entryPoint
export class DatadogFargateSidecar extends Construct {
  /** Address of the Cluster Agent that the sidecars talk to. */
  public readonly clusterAgentUrl: string;

  private readonly hook: ManifestHook;
  private model: ClusterModel;
  private readonly injector: SidecarInjector;
  private readonly cluster: ClusterScope;
  private readonly tokenReplicator?: TokenReplicator;
  private readonly patches: JsonPatch[] = [];

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogFargateSidecarProps) {
    super(scope, id);
    props = requireOptions('DatadogFargateSidecarProps', props, new.target !== DatadogFargateSidecar);
    const resolved = resolve({ ...describeCluster(props, this), sidecar: describeSidecar(props) });
    refuseIdleSidecar('', { ...props }, resolved);
    this.model = reachedBy(resolved, props.clusterAgent);
    this.clusterAgentUrl = this.model.clusterAgentUrl;
    this.tokenReplicator = props.tokenReplicator;

    this.hook = ManifestHook.of(this);
    const concerns = (object: IConstruct) => checks.concerns(this.cluster, object);
    this.injector = new SidecarInjector(
      this.hook,
      container => this.applyPatches(container),
      accounts => this.provideFor(accounts),
      () => ({
        noSocketsIn: socketsByNamespace(this.model.platform.fact, this.node.root, concerns),
        nodeSelectorOf: runtimeClassesOf(this.node.root, concerns),
      }),
    );
    this.hook.listen(this.injector);
    const checks = ClusterChecks.of(this);
    this.cluster = checks.cluster(this.model);
    this.cluster.claim(this);
    checks.promise(this, this.model.credentials, () => [...new Set(this.injector.accounts.map(({ namespace }) => namespace))]);
  }

  /**
   * Adds the Agent to every workload at the targets and below them, also to those that are added later. DaemonSets,
   * and workloads without a namespace, are errors when the app is synthesized; so is a target without a workload, and
   * a workload that no Fargate profile takes, where the cluster has nodes as well: `DatadogChart.instrument` tells them apart.
   *
   * @param targets workloads, charts, `Include`s, `Helm`s, or the app itself
   * @throws when no pod of the platform runs on Fargate
   */
  public inject(...targets: IConstruct[]): void {
    this.coverAll(targets, 'sidecar');
  }

  /**
   * Adds the Agent to workloads at one target and below it, in a way of its own. Where several targets mean one
   * workload, the nearest to it counts, then one with a selector, then the last.
   *
   * @param target a workload, a chart, an `Include`, a `Helm`, or the app itself
   * @param options which workloads, and how
   * @throws when the target is in another app or is instrumented for another cluster, an option could never work, or no
   *   pod of the platform runs on Fargate
   */
  public injectInto(target: IConstruct, options: InstrumentOptions = {}): void {
    options = requireOptions('InstrumentOptions', options);
    this.cover(target, options, 'sidecar');
  }

  /**
   * Adds the Agent to workloads on Fargate, and connects those on nodes to the Agent of their node.
   *
   * @internal
   */
  public _instrument(...targets: IConstruct[]): void {
    this.coverAll(targets, 'placement');
  }

  /**
   * The Agents that pods on nodes are connected to; none where somebody else brings them.
   *
   * @internal
   */
  public _servedBy(nodeAgent: NodeAgentModel | undefined): void {
    this.model = { ...this.model, nodeAgent };
  }

  /** @internal */
  public _instrumentTarget(target: IConstruct, options: InstrumentOptions): void {
    options = requireOptions('InstrumentOptions', options);
    this.cover(target, options, 'placement');
  }

  /**
   * Changes the Agent's container after the library is done with it. Changes that are made with `addJsonPatch` on a
   * workload come before the Agent is added, and cannot reach it.
   *
   * @param patches patches on the container, for example `JsonPatch.add('/env/-', { name: 'DD_LOG_LEVEL', value: 'debug' })`
   */
  public patchAgent(...patches: JsonPatch[]): void {
    for (const patch of patches) {
      if (typeof patch !== 'object' || patch === null || !('_toJson' in patch)) throw new ViolationError(NO_PATCH, this.node.path);
    }
    this.hook.requireOpen('patchAgent(...)', this);
    this.patches.push(...patches);
  }

  /** Objects that the sidecars need beside them; those for accounts appear when the app is synthesized. */
  public get apiObjects(): ApiObject[] {
    return apiObjectsIn(this);
  }

  private coverAll(targets: readonly IConstruct[], cover: Cover): void {
    if (targets.length === 0) throw new ViolationError(NO_TARGET, this.node.path);
    targets.forEach(target => this.cover(target, {}, cover));
  }

  private cover(target: IConstruct, options: InstrumentOptions, cover: Cover): void {
    if (!Construct.isConstruct(target)) throw new ViolationError(NO_TARGET, this.node.path);
    if (target.node.root !== this.node.root) throw new ViolationError(OTHER_APP, target.node.path);
    this.hook.requireOpen('instrument(...)', target);
    const { fargate, kubernetesVersion } = this.model.platform;
    if (fargate === 'none' && cover === 'sidecar') throw new ViolationError(NO_FARGATE, target.node.path);
    refuseIdleSidecar('', { ...options }, this.model);
    const { selector, requireMatch = true, nodeConnection } = options;
    refuseIdleNodeConnection(nodeConnection, this.model);
    const sidecar = resolveSidecar(describeSidecar(options), kubernetesVersion, this.model.sidecar);
    this.cluster.claim(target, selector === undefined);
    this.cluster.targets.push({ construct: target, selects: selector?._selects });
    this.injector.add({
      construct: target,
      selects: selector?._selects,
      model: { ...this.model, sidecar },
      cover,
      byPorts: nodeConnection !== undefined && requireKnown("'nodeConnection'", nodeConnection, Object.values(NodeConnection), PAGES.nodeConnection.source) === NodeConnection.PORT,
      requireMatch,
      options: targetOptions({ ...options }),
    });
    if (fargate !== 'none') this.provideAccess();
    // Where there are nodes as well, the synthesis tells which namespaces have sidecars.
    if (selector || (fargate !== 'all' && cover === 'placement')) return;
    for (const object of othersObjectsIn(target, this.hook)) {
      if (makesPods(object) && object.metadata.namespace) this.tokenReplicator?.addNamespace(object.metadata.namespace);
    }
  }

  private applyPatches(container: Container): Container {
    if (this.patches.length === 0) return container;
    try {
      return JsonPatch.apply(structuredClone(container), ...this.patches);
    } catch (error) {
      throw new ViolationError({
        rule: 'sidecar/patch-applies',
        reason: `a patch that was given to patchAgent(...) does not apply to the Agent's container: ${(error as Error).message.split('\n')[0]}`,
        remedy: "Give patches whose paths begin at the container and are there, for example '/env/-' or '/resources/limits/memory'",
        link: 'https://datatracker.ietf.org/doc/html/rfc6902',
      });
    }
  }

  private provideAccess(): void {
    if (this.node.tryFindChild('ClusterRole')) return;
    addOwnObject(this, 'ClusterRole', sidecarClusterRole(this.model));
    addOwnObject(this, 'ClusterRoleBinding', sidecarBinding(Lazy.any({ produce: () => sidecarSubjects(this.injector.accounts) })));
  }

  private provideFor(accounts: readonly SidecarAccount[]): void {
    if (accounts.length === 0) {
      // A binding without subjects would say that something is missing, and nothing is.
      ['ClusterRole', 'ClusterRoleBinding'].forEach(id => this.node.tryRemoveChild(id));
      return;
    }
    this.provideAccess();
    // An injection at admission may have made them for its pods.
    const concerns = (object: IConstruct) => ClusterChecks.of(this).concerns(this.cluster, object);
    for (const { namespace, ours } of accounts) {
      this.tokenReplicator?.addNamespace(namespace);
      if (ours) addSharedObject(this, `ServiceAccount-${namespace}`, sidecarServiceAccount(namespace), concerns);
      for (const authority of caConfigMap(this.model, namespace)) addSharedObject(this, `ConfigMap-${namespace}`, authority, concerns);
    }
  }
}
