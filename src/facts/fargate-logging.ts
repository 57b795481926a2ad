import { Fact } from './fact';

const PAGE = { source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html', checkedOn: '2026-11-21' };

/** Where AWS's log router for Fargate (a Fluent Bit) reads its configuration. What stands elsewhere is read by nobody. */
export const LOG_ROUTER = {
  namespace: 'aws-observability',
  label: { name: 'aws-observability', value: 'enabled' },
  configMap: 'aws-logging',
  ...PAGE,
} as const satisfies Fact & Record<string, unknown>;

/** Characters of the ConfigMap. EKS refuses a larger one: "Config map has too many chars". AWS does not say what it counts. */
export const LOG_ROUTER_LIMIT: Fact & { readonly value: number; readonly seen: string } = {
  value: 5300,
  seen: 'https://github.com/aws/aws-for-fluent-bit/issues/324',
  ...PAGE,
};

/** A file of the configuration: a key of the ConfigMap. */
export interface LogRouterFileFact extends Fact {
  readonly key: string;
  /** The one section that it may have, as often as wanted. */
  readonly section: string;
  /** Keys that every such section has; case does not matter. */
  readonly required: readonly string[];
  /** Plugins that AWS lets in; absent where the section has none. */
  readonly plugins?: readonly string[];
}

export const LOG_ROUTER_FILES = {
  outputs: {
    key: 'output.conf',
    section: 'OUTPUT',
    required: ['Name', 'Match'],
    plugins: ['es', 'firehose', 'kinesis_firehose', 'cloudwatch', 'cloudwatch_logs', 'kinesis'],
    ...PAGE,
  },
  filters: {
    key: 'filters.conf',
    section: 'FILTER',
    required: ['Name', 'Match'],
    plugins: ['grep', 'parser', 'record_modifier', 'rewrite_tag', 'throttle', 'nest', 'modify', 'kubernetes'],
    ...PAGE,
  },
  parsers: { key: 'parsers.conf', section: 'PARSER', required: ['Name', 'Format'], ...PAGE },
} as const satisfies Record<string, LogRouterFileFact>;

/** Sections that AWS writes itself. */
export const LOG_ROUTER_OWN_SECTIONS: Fact & { readonly names: readonly string[] } = { names: ['SERVICE', 'INPUT'], ...PAGE };

/** Keys that AWS sets itself, of the filter `kubernetes`. */
export const LOG_ROUTER_OWN_KEYS: Fact & { readonly names: readonly string[] } = {
  names: ['Kube_URL', 'Kube_CA_File', 'Kube_Token_Command', 'Kube_Token_File'],
  ...PAGE,
};

/** Ships what Fluent Bit itself logs to a log group of its own, in the region of the cluster. */
export const LOG_ROUTER_PROCESS_LOGS = {
  key: 'flb_log_cw',
  values: ['true', 'false'],
  /** Follows the name of the cluster. */
  logGroupSuffix: '-fluent-bit-logs',
  actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  ...PAGE,
} as const satisfies Fact & Record<string, unknown>;

/** What AWS's input tags a line with: `kube.`, and the path of its file with dots for slashes: `<pod>_<namespace>_<container>-<id>.log`. */
export const LOG_TAG: Fact & { readonly prefix: string } = {
  prefix: 'kube.var.log.containers.',
  source: `${PAGE.source}; https://docs.fluentbit.io/manual/pipeline/filters/kubernetes`,
  checkedOn: '2026-11-21',
};

/** A pod keeps its logs out by its annotation, where the filter `kubernetes` has the key. */
export const LOG_EXCLUSION = {
  annotation: 'fluentbit.io/exclude',
  value: 'true',
  key: 'K8S-Logging.Exclude',
  source: 'https://docs.fluentbit.io/manual/pipeline/filters/kubernetes#kubernetes-pod-annotations',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Plugins of Fluent Bit that are not let in, and what to use in place of them. */
export const LOG_PLUGIN_SUBSTITUTES = {
  kinesis_streams: { remedy: "Write 'kinesis', the name of the plugin that AWS lets in for Kinesis Data Streams", ...PAGE },
  opensearch: { remedy: "Write 'es', which writes to OpenSearch as well, with 'Suppress_Type_Name On'", ...PAGE },
  s3: { remedy: "Write 'kinesis_firehose', with a stream that delivers to S3", ...PAGE },
  datadog: {
    remedy: "Write 'cloudwatch_logs', and subscribe the Datadog Forwarder to the log group, or 'kinesis_firehose', with a stream that delivers to Datadog; "
      + 'or let the Agent collect the logs (features.logs)',
    ...PAGE,
  },
} as const satisfies Record<string, Fact & { readonly remedy: string }>;
