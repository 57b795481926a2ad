import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IClusterAgent } from './cluster-agent';
import { ClusterAgentAttributes } from './cluster-agent-attributes';
import { ClusterCheck } from './cluster-check';
import { describeCheck } from './describe-check';
import { ImportedClusterAgent } from './imported-cluster-agent';
import { ViolationError } from '../base/violation';
import { resolve } from '../cluster/resolve';
import { withClusterCheck } from '../cluster/with-cluster-check';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { PAGES } from '../facts/pages';
import { ClusterChecks } from '../injection/cluster-checks';
import { LateObjects } from '../injection/late-objects';
import { ownConstraints } from '../injection/own-constraints';
import { ClusterCheckDescription } from '../model/cluster-check';
import { ClusterModel } from '../model/cluster-model';
import { refuseIdleRunners } from '../model/idle-options';
import { SidecarInjectionModel } from '../model/sidecar-injection';
import { DatadogClusterOptions } from '../options/cluster-options';
import { ClusterAgentOptions, ClusterCheckRunnerOptions } from '../options/deployment-options';
import { describeCluster } from '../options/describe-cluster';
import { NodeAgentOptions } from '../options/node-agent-options';
import { RunnerPart } from '../parts/runner-part';
import { clusterAgentDeployment } from '../render/cluster-agent/deployment';
import { clusterAgentManifests } from '../render/cluster-agent/manifests';
import { runnerDeployment } from '../render/cluster-check-runner/deployment';
import { runnerManifests } from '../render/cluster-check-runner/manifests';
import { clusterAgentCompanions, runnerCompanions } from '../render/deliveries/companions';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireConstructs, requireOptions } from '../requirements/options';

/** Properties of a `ClusterAgentStandalone`. */
export interface ClusterAgentStandaloneProps extends DatadogClusterOptions, ClusterAgentOptions {
  /**
   * The runners of cluster checks.
   *
   * @default - two where no node Agent could run the checks
   */
  readonly clusterCheckRunners?: ClusterCheckRunnerOptions;
  /**
   * The node Agents, where the platform has nodes. They are made by `NodeAgent`; the admission controller points pods at them.
   *
   * @default - there are some, as `NodeAgent` makes them by default
   */
  readonly nodeAgent?: NodeAgentOptions;
}

/**
 * The Cluster Agent, which needs no node Agent, with the runners that do its checks.
 * Its namespace and the Secret of the credentials in it are made elsewhere: by `DatadogChart`, or by `TokenReplicator`,
 * or by other means where the credentials are those of `DatadogCredentials.existingSecret`.
 *
 * @see https://docs.datadoghq.com/containers/cluster_agent/
 */
@entryPoint
export class ClusterAgentStandalone extends Construct implements IClusterAgent {
  /**
   * A Cluster Agent that something else installed, for sidecars to talk to. Nothing is made for it.
   *
   * @param scope parent of the construct
   * @param id its id
   * @param attributes where the Cluster Agent is
   * @throws when a URL is not https, `addressUrl` has no IP address, or both or neither of URL and Service are given
   */
  public static fromAttributes(scope: Construct, id: string, attributes: ClusterAgentAttributes): IClusterAgent {
    requireConstructs('scope', scope);
    requireArgument('id', 'string', id);
    return new ImportedClusterAgent(scope, id, requireOptions('ClusterAgentAttributes', attributes));
  }

  public readonly url: string;
  public readonly addressUrl?: string;
  /** Name of the Service; its port is 5005. */
  public readonly serviceName: string = CLUSTER_AGENT.name;
  /** Namespace of everything in it. */
  public readonly namespace: string;

  /** Grows as checks are added, so what depends on it is rendered when the app is synthesized. */
  private model: ClusterModel;
  /** Pods that its webhook adds Agents to; absent where there are none. */
  private webhook?: SidecarInjectionModel;
  /** Grows as other constructs add to the pods of the runners. */
  private readonly runnerParts: RunnerPart[] = [];
  private readonly objects: LateObjects[];

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: ClusterAgentStandaloneProps) {
    super(scope, id);
    props = requireOptions('ClusterAgentStandaloneProps', props, new.target !== ClusterAgentStandalone);
    const { checks, clusterCheckRunners, nodeAgent } = props;
    this.model = resolve({
      ...describeCluster(props, this),
      clusterAgent: { ...props, checks: checks?.map(describeCheck) },
      clusterCheckRunners,
      nodeAgent,
    });
    refuseIdleRunners(clusterCheckRunners, this.model);
    this.url = this.model.clusterAgentUrl;
    this.addressUrl = this.model.clusterAgentAddressUrl;
    this.namespace = this.model.namespace;
    const own = new LateObjects(this, this.model, {
      all: () => clusterAgentManifests(this.model, this.webhook),
      companions: () => clusterAgentCompanions(this.model),
    });
    const runners = new Construct(this, 'ClusterCheckRunners');
    this.objects = [
      own,
      new LateObjects(runners, this.model, {
        all: () => runnerManifests(this.model, this.runnerParts),
        companions: () => runnerCompanions(this.model, this.runnerParts),
      }),
      ownConstraints(this, this.model, 'clusterAgent', () => clusterAgentDeployment(this.model)),
      ...this.model.clusterCheckRunners
        ? [ownConstraints(runners, this.model, 'runners', () => runnerDeployment(this.model, this.model.clusterCheckRunners!, this.runnerParts))]
        : [],
    ];

    const cluster = ClusterChecks.of(this);
    cluster.cluster(this.model).claim(this);
    cluster.cluster(this.model).makesOnly(this, 'the Cluster Agent');
    cluster.promise(this, this.model.credentials, () => [this.namespace]);
    const { clusterAgent } = this.model;
    const secretEnv = [...clusterAgent.secretEnv, ...this.model.clusterCheckRunners?.secretEnv ?? []];
    secretEnv.forEach(({ secretName }) => cluster.promiseSecret(this, secretName, this.namespace));
  }

  /** Objects of the Cluster Agent and of the runners. Patches on them are the last word. */
  public get apiObjects(): ApiObject[] {
    return this.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
  }

  /**
   * The cluster with all checks so far.
   *
   * @internal
   */
  public get _model(): ClusterModel {
    return this.model;
  }

  /**
   * The `RunnerPart`s that other constructs added so far.
   *
   * @internal
   */
  public get _runnerParts(): readonly object[] {
    return this.runnerParts;
  }

  /**
   * The injection whose Agents its webhook adds.
   *
   * @internal
   */
  public get _webhook(): SidecarInjectionModel | undefined {
    return this.webhook;
  }

  /**
   * Adds a check that one of the cluster check runners does.
   *
   * @param check the check
   * @throws when cluster checks are off, when there is a file of that name, or when a feature brings the check
   */
  public addClusterCheck(check: ClusterCheck): void {
    this._addClusterCheck(describeCheck(requireOptions('ClusterCheck', check)));
  }

  /**
   * Adds a check that another construct describes.
   *
   * @internal
   */
  public _addClusterCheck(check: ClusterCheckDescription): void {
    this.model = withClusterCheck(this.model, check);
    this.update();
  }

  /**
   * Adds a `RunnerPart` to the pods of the runners, and what comes of that to the objects beside them.
   *
   * @internal
   */
  public _extendRunners(part: object): void {
    this.runnerParts.push(part as RunnerPart);
    this.update();
  }

  /**
   * Has the webhook add Agents to pods.
   *
   * @internal
   */
  public _injectSidecars(injection: SidecarInjectionModel): void {
    if (this.webhook) {
      throw new ViolationError({
        rule: 'sidecar-injection/one-webhook',
        reason: `the webhook adds Agents for '${this.webhook.name}' already, and it has one selector and one profile: with a second it is not there at all, without a word`,
        remedy: 'Choose all pods with one injection, or take another InjectionMethod for the others',
        link: PAGES.sidecarWebhook.source,
      }, this.node.path);
    }
    this.webhook = injection;
    this.update();
  }

  private update(): void {
    this.objects.forEach(objects => objects.update());
  }
}
