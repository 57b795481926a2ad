import { FargateLogFilter } from './fargate-log-filter';
import { FargateLogOutput } from './fargate-log-output';
import { FargateLogParser } from './fargate-log-parser';

/** What AWS's log router for Fargate does with the logs of every pod there. */
export interface FargateLoggingOptions {
  /**
   * Whether the log router is configured. Naming `fargateLogging` of a chart switches it on, and `false` switches it off; what stands beside it then waits.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /** Where the lines go; each line goes to every output whose `match` takes its tag. */
  readonly outputs: FargateLogOutput[];
  /**
   * What is done with lines before that, in this order.
   *
   * @default - the lines of container runtimes are parsed; names of pod, namespace and container, and labels and annotations, are added
   */
  readonly filters?: FargateLogFilter[];
  /**
   * Parsers that filters name.
   *
   * @default - the one for the lines of container runtimes, where a filter names it
   */
  readonly parsers?: FargateLogParser[];
  /**
   * Whether what Fluent Bit itself logs goes to the log group `<cluster>-fluent-bit-logs`, which AWS charges for.
   *
   * @default false
   */
  readonly processLogs?: boolean;
  /**
   * Whether the namespace `aws-observability` is made too.
   *
   * @default true
   */
  readonly createNamespace?: boolean;
  /**
   * AWS account of the destinations, 12 digits, for the IAM policy.
   *
   * @default - the policy says ACCOUNT_ID
   */
  readonly awsAccount?: string;
  /**
   * Name of the cluster in EKS, for the IAM policy with `processLogs`.
   *
   * @default - the name of the cluster in Datadog
   */
  readonly eksClusterName?: string;
  /**
   * AWS region of the cluster, for the IAM policy with `processLogs`.
   *
   * @default - the region of the first output
   */
  readonly awsRegion?: string;
}
