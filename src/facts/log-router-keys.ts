import { Fact } from './fact';

/** How Fluent Bit spells the options of a plugin, in the order in which they are written. */
export interface LogKeysFact extends Fact {
  readonly keys: { readonly [option: string]: string };
}

const docs = (page: string): Fact => ({ source: `https://docs.fluentbit.io/manual/pipeline/${page}`, checkedOn: '2026-11-21' });

export const LOG_OUTPUT_KEYS = {
  cloudwatch_logs: {
    keys: {
      region: 'region',
      logGroupName: 'log_group_name',
      logGroupTemplate: 'log_group_template',
      logStreamName: 'log_stream_name',
      logStreamPrefix: 'log_stream_prefix',
      autoCreateGroup: 'auto_create_group',
      retentionDays: 'log_retention_days',
      logKey: 'log_key',
      roleArn: 'role_arn',
    },
    ...docs('outputs/cloudwatch'),
  },
  kinesis_firehose: {
    keys: { region: 'region', deliveryStream: 'delivery_stream', timeKey: 'time_key', logKey: 'log_key', roleArn: 'role_arn' },
    ...docs('outputs/firehose'),
  },
  kinesis: {
    keys: { region: 'region', stream: 'stream', partitionKey: 'partition_key', roleArn: 'role_arn' },
    source: 'https://github.com/aws/amazon-kinesis-streams-for-fluent-bit',
    checkedOn: '2026-11-21',
  },
  es: {
    keys: {
      host: 'Host',
      port: 'Port',
      tls: 'tls',
      awsAuth: 'AWS_Auth',
      region: 'AWS_Region',
      roleArn: 'AWS_Role_ARN',
      index: 'Index',
      suppressTypeName: 'Suppress_Type_Name',
    },
    ...docs('outputs/elasticsearch'),
  },
} as const satisfies Record<string, LogKeysFact>;

export const LOG_FILTER_KEYS = {
  kubernetes: {
    keys: {
      mergeLog: 'Merge_Log',
      mergeLogKey: 'Merge_Log_Key',
      keepLog: 'Keep_Log',
      labels: 'Labels',
      annotations: 'Annotations',
      podsMayExclude: 'K8S-Logging.Exclude',
      podsMayParse: 'K8S-Logging.Parser',
      bufferSize: 'Buffer_Size',
      metadataCacheTtl: 'Kube_Meta_Cache_TTL',
    },
    ...docs('filters/kubernetes'),
  },
  parser: {
    keys: { key: 'Key_Name', parsers: 'Parser', preserveKey: 'Preserve_Key', reserveData: 'Reserve_Data' },
    ...docs('filters/parser'),
  },
  /** Patterns to exclude come first, and of those to keep there may be one. */
  grep: { keys: { exclude: 'Exclude', keep: 'Regex' }, ...docs('filters/grep') },
  record_modifier: { keys: { add: 'Record', remove: 'Remove_key', keepOnly: 'Allowlist_key' }, ...docs('filters/record-modifier') },
  modify: {
    keys: { conditions: 'Condition', set: 'Set', add: 'Add', remove: 'Remove', rename: 'Rename', copy: 'Copy' },
    ...docs('filters/modify'),
  },
  nest: {
    keys: { operation: 'Operation', wildcards: 'Wildcard', nestUnder: 'Nest_under', nestedUnder: 'Nested_under', addPrefix: 'Add_prefix', removePrefix: 'Remove_prefix' },
    ...docs('filters/nest'),
  },
  rewrite_tag: { keys: { rules: 'Rule' }, ...docs('filters/rewrite-tag') },
  throttle: { keys: { rate: 'Rate', window: 'Window', interval: 'Interval' }, ...docs('filters/throttle') },
} as const satisfies Record<string, LogKeysFact>;

export const LOG_PARSER_KEYS = {
  parser: {
    keys: { format: 'Format', regex: 'Regex', timeKey: 'Time_Key', timeFormat: 'Time_Format', timeKeep: 'Time_Keep', types: 'Types' },
    ...docs('parsers/configuring-parser'),
  },
} as const satisfies Record<string, LogKeysFact>;

/** The lines of a container runtime, as AWS's input hands them on: each stands behind a time, a stream and a mark. */
export const CONTAINER_LINE_PARSER = {
  name: 'crio',
  regex: '^(?<time>[^ ]+) (?<stream>stdout|stderr) (?<logtag>P|F) (?<log>.*)$',
  timeKey: 'time',
  timeFormat: '%Y-%m-%dT%H:%M:%S.%L%z',
  /** The field that the line comes in. */
  field: 'log',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** What AWS's example sets on the filter `kubernetes`. Without the first, metadata of large pods is lost; without the second, it is 30 minutes old. */
export const KUBERNETES_FILTER_DEFAULTS = {
  bufferSize: '0',
  metadataCacheTtl: '300s',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;
