import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IClusterAgent } from './cluster-agent';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { resolve } from '../model/resolve';
import { DatadogClusterOptions } from '../options/cluster-options';
import { ClusterCheckRunnerOptions, DatadogDeploymentOptions } from '../options/deployment-options';
import { describeCluster } from '../options/describe-cluster';
import { clusterAgentManifests } from '../render/cluster-agent/manifests';
import { runnerManifests } from '../render/cluster-check-runner/manifests';

/** Properties of a `ClusterAgentStandalone`. */
export interface ClusterAgentStandaloneProps extends DatadogClusterOptions, DatadogDeploymentOptions {
  /**
   * The runners of cluster checks.
   *
   * @default - two where no node Agent could run the checks
   */
  readonly clusterCheckRunners?: ClusterCheckRunnerOptions;
}

/**
 * The Cluster Agent, which needs no node Agent, with the runners that do its checks.
 * Its namespace and the Secret of the credentials in it are made elsewhere: by `DatadogChart`, or by `TokenReplicator`,
 * or by other means where the credentials are those of `DatadogCredentials.existingSecret`.
 *
 * @see https://docs.datadoghq.com/containers/cluster_agent/
 */
export class ClusterAgentStandalone extends Construct implements IClusterAgent {
  public readonly url: string;
  /** Name of the Service; its port is 5005. */
  public readonly serviceName: string = CLUSTER_AGENT.name;
  /** Namespace of everything in it. */
  public readonly namespace: string;
  /** Objects of the Cluster Agent and of the runners. */
  public readonly apiObjects: ApiObject[];

  /** @throws when an option could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: ClusterAgentStandaloneProps) {
    super(scope, id);
    const { replicas, cpu, memory, clusterCheckRunners } = props;
    const model = resolve({ ...describeCluster(props), clusterAgent: { replicas, cpu, memory }, clusterCheckRunners });
    this.url = model.clusterAgentUrl;
    this.namespace = model.namespace;
    this.apiObjects = [
      ...addOwnObjects(this, clusterAgentManifests(model)),
      ...addOwnObjects(new Construct(this, 'ClusterCheckRunners'), runnerManifests(model)),
    ];
    const checks = ClusterChecks.of(this);
    checks.cluster(model).claim(this);
    checks.promise(this, model.credentials, () => [model.namespace]);
  }
}
