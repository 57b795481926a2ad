import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { resolve } from '../cluster/resolve';
import { IClusterAgent } from '../cluster-agent/cluster-agent';
import { reachedBy } from '../cluster-agent/reached-by';
import { ClusterChecks } from '../injection/cluster-checks';
import { LateObjects } from '../injection/late-objects';
import { ownConstraints } from '../injection/own-constraints';
import { ClusterModel } from '../model/cluster-model';
import { refuseIdleNodeAgent } from '../model/idle-options';
import { DatadogClusterOptions } from '../options/cluster-options';
import { ClusterCheckRunnerOptions } from '../options/deployment-options';
import { describeCluster } from '../options/describe-cluster';
import { NodeAgentOptions } from '../options/node-agent-options';
import { NodeAgentPart } from '../parts/node-agent-part';
import { nodeAgentCompanions } from '../render/deliveries/companions';
import { nodeAgentManifests } from '../render/node-agent/manifests';
import { entryPoint } from '../requirements/entry-point';
import { refuseOff } from '../requirements/idle-options';
import { requireOptions } from '../requirements/options';

/** Properties of a `NodeAgent`. */
export interface NodeAgentProps extends DatadogClusterOptions, NodeAgentOptions {
  /**
   * The runners of cluster checks, which say who runs those checks: without runners the node Agents do.
   *
   * @default - none
   */
  readonly clusterCheckRunners?: ClusterCheckRunnerOptions;
  /**
   * The Cluster Agent that the node Agents talk to.
   *
   * @default - the one of `ClusterAgentStandalone` in `namespace`
   */
  readonly clusterAgent?: IClusterAgent;
}

/**
 * The Agent on every Linux node: a DaemonSet with the core Agent, and the trace-agent and the system-probe where a feature
 * needs them. Its namespace and the Secret of the credentials in it are made elsewhere: by `DatadogChart`, or by
 * `TokenReplicator`, or by other means where the credentials are those of `DatadogCredentials.existingSecret`.
 *
 * @see https://docs.datadoghq.com/containers/kubernetes/installation/
 */
@entryPoint
export class NodeAgent extends Construct {
  /** Name of the Service by which pods reach the Agent of their node where it listens on a port. */
  public readonly serviceName: string;
  /** Namespace of everything in it. */
  public readonly namespace: string;

  private readonly model: ClusterModel;
  /** Grows as other constructs add to the pod, so what depends on it is rendered when the app is synthesized. */
  private readonly parts: NodeAgentPart[] = [];
  private readonly objects: LateObjects[];

  /** @throws when the platform has no nodes, or an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: NodeAgentProps) {
    super(scope, id);
    props = requireOptions('NodeAgentProps', props, new.target !== NodeAgent);
    const { clusterCheckRunners, clusterAgent } = props;
    const resolved = resolve({
      ...describeCluster(props, this),
      clusterCheckRunners,
      nodeAgent: { ...props, enabled: true },
    });
    refuseOff('NodeAgent', props, 'nodeAgent');
    refuseIdleNodeAgent('', { ...props }, resolved);
    this.model = reachedBy(resolved, clusterAgent);
    this.namespace = this.model.namespace;
    this.serviceName = this.model.delivery.nodeAgent.serviceName;
    const manifests = () => nodeAgentManifests(this.model, this.parts);
    this.objects = [
      new LateObjects(this, this.model, { all: manifests, companions: () => nodeAgentCompanions(this.model, this.parts) }),
      ownConstraints(this, this.model, 'nodeAgent', () => manifests().find(({ kind }) => kind === 'DaemonSet')!),
    ];

    const cluster = ClusterChecks.of(this);
    cluster.cluster(this.model).claim(this);
    cluster.cluster(this.model).makesOnly(this, 'the node Agents');
    cluster.promise(this, this.model.credentials, () => [this.namespace]);
    this.model.nodeAgent!.secretEnv.forEach(({ secretName }) => cluster.promiseSecret(this, secretName, this.namespace));
  }

  /** Objects of the node Agents. Patches on them are the last word. */
  public get apiObjects(): ApiObject[] {
    return this.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
  }

  /**
   * The cluster with its node Agents.
   *
   * @internal
   */
  public get _model(): ClusterModel {
    return this.model;
  }

  /**
   * Adds a `NodeAgentPart` to the pod, and what comes of that to the objects beside it. (Declarations of the package cannot name
   * that type: it rests on types of Kubernetes that users have not installed.)
   *
   * @internal
   */
  public _extend(part: object): void {
    this.parts.push(part as NodeAgentPart);
    this.objects.forEach(objects => objects.update());
  }

  /**
   * The `NodeAgentPart`s that other constructs added so far.
   *
   * @internal
   */
  public get _parts(): readonly object[] {
    return this.parts;
  }
}
