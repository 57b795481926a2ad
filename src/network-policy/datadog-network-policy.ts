import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkPolicyOptions } from './network-policy-options';
import { resolve } from '../cluster/resolve';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { refuseIdleRestriction } from '../model/idle-options';
import { resolveNetworkPolicy } from '../model/network-policy';
import { NodeAgent } from '../node-agent/node-agent';
import { DatadogClusterOptions } from '../options/cluster-options';
import { ClusterCheckRunnerOptions } from '../options/deployment-options';
import { describeCluster } from '../options/describe-cluster';
import { NodeAgentOptions } from '../options/node-agent-options';
import { NodeAgentPart } from '../parts/node-agent-part';
import { networkPolicyManifests } from '../render/network-policy/manifests';
import { entryPoint } from '../requirements/entry-point';
import { refuseOff } from '../requirements/idle-options';
import { requireOptions } from '../requirements/options';
import { TokenReplicator } from '../token-replicator/token-replicator';

/** Properties of a `DatadogNetworkPolicy`. */
export interface DatadogNetworkPolicyProps extends DatadogClusterOptions, NetworkPolicyOptions {
  /**
   * The runners of cluster checks.
   *
   * @default - there are runners where no node Agent could run the checks
   */
  readonly clusterCheckRunners?: ClusterCheckRunnerOptions;
  /**
   * The node Agents, where the platform has nodes.
   *
   * @default - there are some, as `NodeAgent` makes them by default
   */
  readonly nodeAgent?: NodeAgentOptions;
  /**
   * Knows the namespaces with Agents: those that have the Secret.
   *
   * @default - only `agentNamespaces` are known
   */
  readonly tokenReplicator?: TokenReplicator;
}

/**
 * Policies for the network of the Cluster Agent, the runners and the node Agents. Agents of the namespaces that have the Secret reach the
 * Cluster Agent; pods of other namespaces do not. Pods with a sidecar are selected by no policy of these.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
@entryPoint
export class DatadogNetworkPolicy extends Construct {
  /** One policy for the Cluster Agent, one for the runners and one for the node Agents where there are any. */
  public readonly apiObjects: ApiObject[];

  private nodeAgent?: NodeAgent;

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogNetworkPolicyProps) {
    super(scope, id);
    props = requireOptions('DatadogNetworkPolicyProps', props, new.target !== DatadogNetworkPolicy);
    refuseOff('DatadogNetworkPolicy', props, 'networkPolicy');
    const { clusterCheckRunners, nodeAgent, tokenReplicator } = props;
    const model = resolve({ ...describeCluster(props, this), clusterCheckRunners, nodeAgent });
    refuseIdleRestriction(props.restrictRunners, model);
    const policy = resolveNetworkPolicy(props);
    const namespaces = () => [...policy.agentNamespaces, ...tokenReplicator?.namespaces ?? []];
    const manifests = () => networkPolicyManifests(model, policy, namespaces(), this.nodeAgent?._parts as readonly NodeAgentPart[] | undefined);
    this.apiObjects = addOwnObjects(this, manifests().map((manifest, at) => ({
      ...manifest,
      // More namespaces become known until the app is synthesized.
      spec: Lazy.any({ produce: () => manifests()[at].spec }),
    })));
    const cluster = ClusterChecks.of(this).cluster(model);
    cluster.claim(this);
    cluster.makesOnly(this, 'the network policies');
  }

  /**
   * Takes what other constructs add to the node Agents into account.
   *
   * @internal
   */
  public _follow(nodeAgent: NodeAgent): void {
    this.nodeAgent = nodeAgent;
  }
}
