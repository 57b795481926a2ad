import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { FargateLoggingOptions } from './fargate-logging-options';
import { AGENT_VERSION } from '../facts/agent-images';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { FargateLoggingModel, resolveFargateLogging } from '../model/fargate-logging';
import { Platform } from '../platform/platform';
import { executionRolePolicy } from '../render/fargate-logging/execution-role-policy';
import { fargateLoggingManifests } from '../render/fargate-logging/manifests';
import { requireClusterName } from '../requirements/cluster-name';
import { entryPoint } from '../requirements/entry-point';
import { requireSize } from '../requirements/fargate-logging';
import { refuseOff } from '../requirements/idle-options';
import { requireOptions } from '../requirements/options';

/** Properties of a `FargateLogging`. */
export interface FargateLoggingProps extends FargateLoggingOptions {
  /** The kind of cluster; pods of it run on Fargate. */
  readonly platform: Platform;
  /** Name of the cluster. */
  readonly clusterName: string;
}

/**
 * The configuration of the log router that AWS runs for pods on Fargate: the namespace `aws-observability` with its label,
 * and the ConfigMap `aws-logging`. It is for the whole cluster, and reaches pods that start after it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html
 */
@entryPoint
export class FargateLogging extends Construct {
  /** The namespace, unless somebody else makes it, and the ConfigMap. */
  public readonly apiObjects: ApiObject[];

  private readonly model: FargateLoggingModel;

  /** @throws when AWS would refuse the configuration, or it could never work, with the id of the rule and what to write instead */
  constructor(scope: Construct, id: string, props: FargateLoggingProps) {
    super(scope, id);
    props = requireOptions('FargateLoggingProps', props, new.target !== FargateLogging);
    refuseOff('FargateLogging', props, 'fargateLogging');
    this.model = resolveFargateLogging({
      ...props,
      platform: props.platform._description,
      clusterName: props.eksClusterName ?? requireClusterName(props.clusterName, AGENT_VERSION.value),
      eksClusterName: props.eksClusterName === props.clusterName ? undefined : props.eksClusterName,
      outputs: props.outputs.map(output => output._section),
      filters: props.filters?.map(filter => filter._section),
      parsers: props.parsers?.map(parser => parser._section),
    });
    const manifests = fargateLoggingManifests(this.model);
    requireSize(manifests.at(-1)!.data);
    this.apiObjects = addOwnObjects(this, manifests);
    // Its objects are checked with the others of the cluster, also where no other construct of ours is in the app.
    const cluster = ClusterChecks.of(this).clusterNamed(props.clusterName);
    cluster.claim(this);
    cluster.makesOnly(this, "the configuration of AWS's log router");
  }

  /**
   * The IAM policy that the Fargate pod execution role of every profile needs, as JSON text: what the outputs do, on what
   * they name. What nobody said stands there in capitals, such as ACCOUNT_ID.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html
   */
  public executionRolePolicy(): string {
    return `${JSON.stringify(executionRolePolicy(this.model), undefined, 2)}\n`;
  }
}
