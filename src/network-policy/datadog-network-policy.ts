import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkPolicyOptions } from './network-policy-options';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { resolveNetworkPolicy } from '../model/network-policy';
import { resolve } from '../model/resolve';
import { DatadogClusterOptions } from '../options/cluster-options';
import { ClusterCheckRunnerOptions } from '../options/deployment-options';
import { describeCluster } from '../options/describe-cluster';
import { networkPolicyManifests } from '../render/network-policy/manifests';
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
   * Knows the namespaces with Agents: those that have the Secret.
   *
   * @default - only `agentNamespaces` are known
   */
  readonly tokenReplicator?: TokenReplicator;
}

/**
 * Policies for the network of the Cluster Agent and the runners. Agents of the namespaces that have the Secret reach the
 * Cluster Agent; pods of other namespaces do not. Pods with a sidecar are selected by no policy of these.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class DatadogNetworkPolicy extends Construct {
  /** One policy for the Cluster Agent, and one for the runners where there are any. */
  public readonly apiObjects: ApiObject[];

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: DatadogNetworkPolicyProps) {
    super(scope, id);
    const { clusterCheckRunners, tokenReplicator } = props;
    const model = resolve({ ...describeCluster(props), clusterCheckRunners });
    const policy = resolveNetworkPolicy(props);
    const manifests = () => networkPolicyManifests(model, policy, [...policy.agentNamespaces, ...tokenReplicator?.namespaces ?? []]);
    this.apiObjects = addOwnObjects(this, manifests().map((manifest, at) => ({
      ...manifest,
      // More namespaces become known until the app is synthesized.
      spec: Lazy.any({ produce: () => manifests()[at].spec }),
    })));
    ClusterChecks.of(this).cluster(model).claim(this);
  }
}
