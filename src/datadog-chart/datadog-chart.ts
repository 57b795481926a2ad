import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { partsThatAreOn } from './parts-that-are-on';
import { withRunners } from './with-runners';
import { resolve } from '../cluster/resolve';
import { ClusterAgentStandalone } from '../cluster-agent/cluster-agent-standalone';
import { ControlPlaneChecks } from '../control-plane-checks/control-plane-checks';
import { ControlPlaneChecksOptions } from '../control-plane-checks/control-plane-options';
import { DELIVERIES, DeliveryFact } from '../facts/deliveries';
import { FargateLogging } from '../fargate-logging/fargate-logging';
import { FargateLoggingOptions } from '../fargate-logging/fargate-logging-options';
import { ClusterChecks } from '../injection/cluster-checks';
import { ClusterScope } from '../injection/cluster-scope';
import { deliverBy } from '../injection/delivery';
import { addOwnObject } from '../injection/own-object';
import { describeReport } from '../injection/report';
import { DatadogIstio } from '../istio/datadog-istio';
import { IstioOptions } from '../istio/istio-options';
import { keepOutside } from '../istio/keep-outside';
import { refuseIdleForAgents, refuseIdleNodeAgent, refuseIdleRunners, refuseIdleSidecar } from '../model/idle-options';
import { DatadogNetworkPolicy } from '../network-policy/datadog-network-policy';
import { NetworkPolicyOptions } from '../network-policy/network-policy-options';
import { NodeAgent } from '../node-agent/node-agent';
import { DatadogClusterOptions } from '../options/cluster-options';
import { ClusterAgentOptions, ClusterCheckRunnerOptions } from '../options/deployment-options';
import { describeCluster } from '../options/describe-cluster';
import { NodeAgentOptions } from '../options/node-agent-options';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { agentNamespace } from '../render/namespace';
import { runbook } from '../render/runbook/runbook';
import { entryPoint } from '../requirements/entry-point';
import { pickOptions } from '../requirements/option-shape';
import { requireOptions } from '../requirements/options';
import { DatadogFargateSidecar, InstrumentOptions } from '../sidecar/datadog-fargate-sidecar';
import { SidecarOptions } from '../sidecar/sidecar-options';
import { injectionIdIn } from '../sidecar-injection/injection-id';
import { SidecarInjection } from '../sidecar-injection/sidecar-injection';
import { SidecarInjectionOptions } from '../sidecar-injection/sidecar-injection-options';
import { TokenReplicator } from '../token-replicator/token-replicator';

/** Properties of a `DatadogChart`. */
export interface DatadogChartProps extends DatadogClusterOptions {
  /**
   * Whether the namespace is made too.
   *
   * @default - true, but for the namespaces that every cluster has, such as kube-system
   */
  readonly createNamespace?: boolean;
  /**
   * Namespaces that need the Secret beside those of the instrumented workloads.
   *
   * @default - none
   */
  readonly secretNamespaces?: string[];
  /**
   * The Cluster Agent.
   *
   * @default - two pods
   */
  readonly clusterAgent?: ClusterAgentOptions;
  /**
   * The runners of cluster checks.
   *
   * @default - two pods where no node Agent could run the checks, or where `controlPlane` needs them
   */
  readonly clusterCheckRunners?: ClusterCheckRunnerOptions;
  /**
   * The Agent on every node, where the platform has nodes.
   *
   * @default - a DaemonSet on all Linux nodes that have no taint
   */
  readonly nodeAgent?: NodeAgentOptions;
  /**
   * The Agent in the pods of applications.
   *
   * @default - the container that Datadog's own webhook makes
   */
  readonly sidecar?: SidecarOptions;
  /**
   * Policies for the network of the Cluster Agent and the runners; `{}` for the defaults. Nothing enforces them on AWS
   * Fargate.
   *
   * @default - none
   */
  readonly networkPolicy?: NetworkPolicyOptions;
  /**
   * AWS's log router for pods on Fargate, which ships their logs to CloudWatch and others. The Agent collects logs by
   * itself with `features.logs`.
   *
   * @default - none
   */
  readonly fargateLogging?: FargateLoggingOptions;
  /**
   * Istio's service mesh: its checks, the way out of it to Datadog, and Datadog's own pods outside; `{}` for the defaults.
   *
   * @default - none
   */
  readonly istio?: IstioOptions;
  /**
   * Checks of the API server, etcd, the scheduler and the controller-manager; `{}` for all that the platform lets somebody watch.
   * They need permissions, on some platforms certificates, and on some a setting of the nodes, so they are not there unasked.
   *
   * @default - none
   */
  readonly controlPlane?: ControlPlaneChecksOptions;
  /**
   * Labels of every object of the chart.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };
}

/**
 * Everything that Datadog needs on one cluster.
 */
@entryPoint
export class DatadogChart extends Chart {
  /** The Cluster Agent and the runners. */
  public readonly clusterAgent: ClusterAgentStandalone;
  /** The Agent on every node; undefined where the platform has no nodes, or none of them is to have an Agent. */
  public readonly nodeAgent?: NodeAgent;
  /** The Agent in the pods of applications. */
  public readonly sidecar: DatadogFargateSidecar;
  /** The Secret in every namespace that needs it. */
  public readonly tokenReplicator: TokenReplicator;
  /** Checks of the control plane; undefined where `controlPlane` is not named, or is off. */
  public readonly controlPlaneChecks?: ControlPlaneChecks;
  /** What Datadog does with Istio; undefined where `istio` is not named, or is off. */
  public readonly istio?: DatadogIstio;
  /** The configuration of AWS's log router; undefined where `fargateLogging` is not named, or is off. */
  public readonly fargateLogging?: FargateLogging;

  private readonly cluster: ClusterScope;
  private readonly options: DatadogChartProps;
  private readonly injections: SidecarInjection[] = [];

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogChartProps) {
    super(scope, id, { labels: props?.labels });
    props = requireOptions('DatadogChartProps', props, new.target !== DatadogChart);
    deliverBy(this, this._delivery() as DeliveryFact['id']);
    props = withRunners(partsThatAreOn(props));
    const described = ({ createNamespace, nodeAgent, clusterCheckRunners, ...given }: DatadogChartProps) =>
      resolve({ ...describeCluster(given, this), createNamespace, nodeAgent, clusterCheckRunners });
    const parts = described(props);
    refuseIdleSidecar('sidecar.', { ...props.sidecar }, parts);
    refuseIdleForAgents(props, parts);
    refuseIdleNodeAgent('nodeAgent.', { ...props.nodeAgent }, parts);
    refuseIdleRunners(props.clusterCheckRunners, parts);
    if (props.istio) props = keepOutside(props, props.istio, parts);
    this.options = props;
    const { credentials, namespace, secretNamespaces, clusterAgent, clusterCheckRunners, sidecar, networkPolicy, istio, fargateLogging } = props;
    const model = istio ? described(props) : parts;
    this.cluster = ClusterChecks.of(this).cluster(model);
    this.cluster.claim(this);
    this.cluster.makesOnly(this, 'everything of Datadog');

    if (model.createNamespace) addOwnObject(this, 'Namespace', agentNamespace(model));
    this.tokenReplicator = new TokenReplicator(this, 'TokenReplicator', {
      credentials,
      namespace,
      namespaces: secretNamespaces,
      appKey: model.features.externalMetrics !== undefined,
    });
    this.clusterAgent = new ClusterAgentStandalone(this, 'ClusterAgent', pickOptions('ClusterAgentStandaloneProps', { ...props, ...clusterAgent, clusterCheckRunners }));
    if (model.nodeAgent) {
      this.nodeAgent = new NodeAgent(this, 'NodeAgent', pickOptions('NodeAgentProps', { ...props, ...props.nodeAgent, clusterAgent: this.clusterAgent }));
    }
    this.sidecar = new DatadogFargateSidecar(this, 'Sidecar', pickOptions('DatadogFargateSidecarProps', {
      ...props,
      ...sidecar,
      clusterAgent: this.clusterAgent,
      tokenReplicator: this.tokenReplicator,
    }));
    this.sidecar._servedBy(model.nodeAgent);
    if (props.controlPlane) {
      this.controlPlaneChecks = new ControlPlaneChecks(this, 'ControlPlane', {
        ...props.controlPlane,
        clusterAgent: this.clusterAgent,
        nodeAgent: this.nodeAgent,
      });
    }
    if (networkPolicy) {
      const given = { ...props, ...networkPolicy, tokenReplicator: this.tokenReplicator };
      const policy = new DatadogNetworkPolicy(this, 'NetworkPolicy', pickOptions('DatadogNetworkPolicyProps', given));
      if (this.nodeAgent) policy._follow(this.nodeAgent);
    }
    if (istio) {
      const given = { ...props, ...istio, clusterAgent: this.clusterAgent, nodeAgent: this.nodeAgent };
      this.istio = new DatadogIstio(this, 'Istio', pickOptions('DatadogIstioProps', given));
    }
    if (fargateLogging) {
      this.fargateLogging = new FargateLogging(this, 'FargateLogging', pickOptions('FargateLoggingProps', { ...props, ...fargateLogging }));
    }
  }

  /**
   * Sees to it that every workload at the targets and below them has an Agent, also those that are added later. Pods on
   * Fargate get one of their own, with the RBAC, the Secret and the ServiceAccount that it needs; pods on nodes are
   * connected to the Agent of their node. Which is which, the platform and its Fargate profiles say.
   *
   * @param targets workloads, charts, `Include`s, `Helm`s, or the app itself
   */
  public instrument(...targets: IConstruct[]): void {
    this.sidecar._instrument(...targets);
  }

  /**
   * Does the same for workloads at one target and below it, in a way of its own: for some of them, with other resources,
   * tags or placement. Where several targets mean one workload, the nearest to it counts, then one with a selector, then
   * the last. Of the options, pods on nodes have the selector, the service tags and the way to their Agent.
   *
   * @param target a workload, a chart, an `Include`, a `Helm`, or the app itself
   * @param options which workloads, and how
   * @throws when the target is in another app, or an option could never work
   */
  public instrumentTarget(target: IConstruct, options: InstrumentOptions): void {
    this.sidecar._instrumentTarget(target, requireOptions('InstrumentOptions', options));
  }

  /**
   * Has Agents added to pods that the app does not make, such as those of CoreDNS, when they are made: the sidecar that
   * `instrument` gives to workloads of the app, with the Secret and the permission that it needs. May be called again, with
   * another name, for other pods.
   *
   * @param options which pods, and by whom
   * @throws when no pod of the platform runs on Fargate, or an option could never work
   */
  public injectAtAdmission(options: SidecarInjectionOptions): SidecarInjection {
    options = requireOptions('SidecarInjectionOptions', options);
    const injection = new SidecarInjection(this, injectionIdIn(this, this.cluster, options.name), pickOptions('SidecarInjectionProps', {
      ...this.options,
      ...this.options.sidecar,
      ...options,
      clusterAgent: this.clusterAgent,
      tokenReplicator: this.tokenReplicator,
    }));
    this.injections.push(injection);
    return injection;
  }

  /**
   * What the last synthesis made: objects by kind, sidecars and Secrets by namespace, warnings, the findings that were
   * acknowledged, and what is watched of the control plane.
   *
   * @throws when the app was not synthesized yet
   */
  public summary(): string {
    if (!this.cluster.report) throw new Error(`[${this.node.path}] summary() tells what was synthesized: call app.synth() first`);
    return `${describeReport(this.cluster.report)}${this.controlPlaneChecks?.summary() ?? ''}${this.injections.map(injection => injection.summary()).join('')}`;
  }

  /**
   * A page for the people who run this cluster, as Markdown: what runs where, commands that prove each link, what well-known
   * errors mean, and how to rotate the token. It describes the last synthesis, and shows no value of a Secret.
   *
   * @throws when the app was not synthesized yet
   */
  public runbook(): string {
    const { report } = this.cluster;
    if (!report) throw new Error(`[${this.node.path}] runbook() tells what was synthesized: call app.synth() first`);
    return runbook({
      model: this.clusterAgent._model,
      manifests: report.manifests,
      injected: report.injected,
      secrets: report.secretsByNamespace,
      secretCommands: this.tokenReplicator.commands,
      valueCommands: this.tokenReplicator._valueCommands,
      controlPlane: this.controlPlaneChecks?.summary(),
    });
  }

  /**
   * Who makes the pods of Datadog; asked before anything is made.
   *
   * @internal
   */
  protected _delivery(): string {
    return DELIVERIES.manifests.id;
  }

  /**
   * A `DeliveredCluster`: what constructs said so far, for deliveries that make no pods themselves. (Declarations of the package
   * cannot name that type: it rests on types of Kubernetes that users have not installed.)
   *
   * @internal
   */
  protected _delivered(): object {
    const { clusterAgent, nodeAgent, labels } = this;
    const cluster: DeliveredCluster = {
      model: { ...clusterAgent._model, nodeAgent: nodeAgent?._model.nodeAgent },
      nodeParts: nodeAgent?._parts as DeliveredCluster['nodeParts'] ?? [],
      runnerParts: clusterAgent._runnerParts as DeliveredCluster['runnerParts'],
      webhook: clusterAgent._webhook,
      labels,
    };
    return cluster;
  }
}
