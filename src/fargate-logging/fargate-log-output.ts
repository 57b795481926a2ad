import { CloudWatchLogsOptions, CustomLogOutputOptions, FirehoseOptions, KinesisStreamsOptions, OpenSearchOptions } from './output-options';
import { cloudWatchLogsOutput, firehoseOutput, kinesisStreamsOutput, openSearchOutput, writtenOutput } from '../model/log-outputs';
import { entryPoint } from '../requirements/entry-point';
import { LogRouterSection } from '../requirements/log-router-section';
import { requireArgument, requireOptions } from '../requirements/options';

/**
 * Where AWS's log router for Fargate sends lines to.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html
 */
@entryPoint
export class FargateLogOutput {
  /**
   * CloudWatch Logs (plugin `cloudwatch_logs`). A Datadog Forwarder that subscribes to the log group sends them on.
   *
   * @throws when a name, the region or the retention is none that AWS takes, or a parameter is none that it lets in
   * @see https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch
   */
  public static cloudWatchLogs(options: CloudWatchLogsOptions): FargateLogOutput {
    options = requireOptions('CloudWatchLogsOptions', options);
    return new FargateLogOutput(cloudWatchLogsOutput(options));
  }

  /**
   * Amazon Data Firehose (plugin `kinesis_firehose`), whose stream may deliver to Datadog.
   *
   * @throws when the name or the region is none that AWS takes, or a parameter is none that it lets in
   * @see https://docs.datadoghq.com/logs/guide/aws-eks-fargate-logs-with-kinesis-data-firehose/
   */
  public static firehose(options: FirehoseOptions): FargateLogOutput {
    options = requireOptions('FirehoseOptions', options);
    return new FargateLogOutput(firehoseOutput(options));
  }

  /**
   * Kinesis Data Streams (plugin `kinesis`; AWS does not let in `kinesis_streams`). The Datadog Forwarder does not read
   * these: it reads streams of CloudWatch logs alone.
   *
   * @throws when the name or the region is none that AWS takes, or a parameter is none that it lets in
   * @see https://docs.fluentbit.io/manual/pipeline/outputs/kinesis
   */
  public static kinesisStreams(options: KinesisStreamsOptions): FargateLogOutput {
    options = requireOptions('KinesisStreamsOptions', options);
    return new FargateLogOutput(kinesisStreamsOutput(options));
  }

  /**
   * Amazon OpenSearch Service, with either engine (plugin `es`; AWS does not let in `opensearch`). Requests are signed as
   * the Fargate pod execution role, which the domain has to let in as well.
   *
   * @throws when the host or the region is none that AWS takes, or a parameter is none that it lets in
   * @see https://docs.fluentbit.io/manual/pipeline/outputs/elasticsearch
   */
  public static openSearch(options: OpenSearchOptions): FargateLogOutput {
    options = requireOptions('OpenSearchOptions', options);
    return new FargateLogOutput(openSearchOutput(options));
  }

  /**
   * Any plugin that AWS lets in: `cloudwatch_logs`, `cloudwatch`, `kinesis_firehose`, `firehose`, `kinesis` or `es`.
   *
   * @param plugin name of the plugin
   * @param options entries of the section, in Fluent Bit's own words
   * @throws when AWS does not let it in, or an entry is missing without which it does not start
   */
  public static custom(plugin: string, options: CustomLogOutputOptions = {}): FargateLogOutput {
    requireArgument('plugin', 'string', plugin);
    options = requireOptions('CustomLogOutputOptions', options);
    return new FargateLogOutput(writtenOutput(plugin, options.match, options.parameters));
  }

  private constructor(
    /** @internal */
    public readonly _section: LogRouterSection,
  ) {}
}
