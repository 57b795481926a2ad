import { Fact } from './fact';

const DOCS = 'https://docs.fluentbit.io/manual/pipeline/outputs';
/** The policy that AWS's page on Fargate logging has one download for CloudWatch. */
const CLOUDWATCH = {
  source: `${DOCS}/cloudwatch; aws-samples/amazon-eks-fluent-logging-examples, examples/fargate/cloudwatchlogs/permissions.json`,
  checkedOn: '2026-11-21',
};

/** An output plugin that AWS lets in: what it needs, and what the Fargate pod execution role must be allowed for it. */
export interface LogDestinationFact extends Fact {
  readonly plugin: string;
  /** In words. */
  readonly name: string;
  /** Keys without which it does not start, or writes to nowhere; of each list, one is enough. */
  readonly required: ReadonlyArray<readonly string[]>;
  readonly regionKey: string;
  /** Names a role to take on before anything is written. */
  readonly roleKey: string;
  readonly actions: readonly string[];
  /** Actions that come with a key; `on` where only that value counts. */
  readonly optionalActions?: ReadonlyArray<{ readonly action: string; readonly key: string; readonly on?: string }>;
  readonly service: string;
  /** What follows the account in an ARN; `{key}` stands for the value of a key. */
  readonly resource: string;
  /** How Datadog gets what was written there; absent where no documented way leads on. */
  readonly toDatadog?: string;
}

const cloudWatch = {
  name: 'CloudWatch Logs',
  required: [['region'], ['log_group_name'], ['log_stream_name', 'log_stream_prefix', 'log_stream_template']],
  regionKey: 'region',
  roleKey: 'role_arn',
  actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  optionalActions: [
    { action: 'logs:CreateLogGroup', key: 'auto_create_group', on: 'true' },
    { action: 'logs:PutRetentionPolicy', key: 'log_retention_days' },
  ],
  service: 'logs',
  resource: 'log-group:{log_group_name}:*',
  toDatadog: 'a Datadog Forwarder that subscribes to the log group',
} as const;

const firehose = {
  name: 'Amazon Data Firehose',
  required: [['region'], ['delivery_stream']],
  regionKey: 'region',
  roleKey: 'role_arn',
  actions: ['firehose:PutRecordBatch'],
  service: 'firehose',
  resource: 'deliverystream/{delivery_stream}',
  toDatadog: 'a stream with Datadog as its destination',
} as const;

export const LOG_DESTINATIONS = {
  cloudwatch_logs: { plugin: 'cloudwatch_logs', ...cloudWatch, ...CLOUDWATCH },
  /** The older plugin, in Go. */
  cloudwatch: { plugin: 'cloudwatch', ...cloudWatch, ...CLOUDWATCH, source: 'https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit' },
  kinesis_firehose: {
    plugin: 'kinesis_firehose',
    ...firehose,
    source: `${DOCS}/firehose; https://docs.datadoghq.com/logs/guide/aws-eks-fargate-logs-with-kinesis-data-firehose/`,
    checkedOn: '2026-11-21',
  },
  /** The older plugin, in Go. */
  firehose: { plugin: 'firehose', ...firehose, source: 'https://github.com/aws/amazon-kinesis-firehose-for-fluent-bit', checkedOn: '2026-11-21' },
  /** The Datadog Forwarder reads streams of CloudWatch logs alone, so it does not read this one. */
  kinesis: {
    plugin: 'kinesis',
    name: 'Kinesis Data Streams',
    required: [['region'], ['stream']],
    regionKey: 'region',
    roleKey: 'role_arn',
    actions: ['kinesis:PutRecords'],
    service: 'kinesis',
    resource: 'stream/{stream}',
    source: `${DOCS}/kinesis; https://docs.datadoghq.com/logs/guide/forwarder/`,
    checkedOn: '2026-11-21',
  },
  es: {
    plugin: 'es',
    name: 'OpenSearch',
    // Without a host it writes to 127.0.0.1.
    required: [['Host']],
    regionKey: 'AWS_Region',
    roleKey: 'AWS_Role_ARN',
    // It posts to /_bulk and calls nothing else.
    actions: ['es:ESHttpPost'],
    service: 'es',
    resource: 'domain/{Host}/*',
    source: `${DOCS}/elasticsearch; fluent/fluent-bit, plugins/out_es/es.c; https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html`,
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, LogDestinationFact>;

/** The way to Datadog by Amazon Data Firehose, and how it compares with CloudWatch and a Forwarder. */
export const LOGS_TO_DATADOG: Fact = {
  source: 'https://docs.datadoghq.com/logs/guide/aws-eks-fargate-logs-with-kinesis-data-firehose/',
  checkedOn: '2026-11-21',
};

/** The name of a domain in its address: search-<name>-<26 letters and digits>.<region>.es.amazonaws.com, or vpc-<...>. */
export const OPENSEARCH_ENDPOINT: Fact & { readonly pattern: RegExp } = {
  pattern: /^(?:search|vpc)-([a-z][a-z0-9-]*)-[a-z0-9]{26}\.[a-z0-9-]+\.es\.amazonaws\.com(?:\.cn)?$/,
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/gsgcreate-domain.html',
  checkedOn: '2026-11-21',
};

/** Keys that hold a password or a key of an API, of the plugin `es`. */
export const LOG_SECRET_KEYS: Fact & { readonly names: readonly string[] } = {
  names: ['HTTP_Passwd', 'HTTP_API_Key', 'Cloud_Auth'],
  source: `${DOCS}/elasticsearch`,
  checkedOn: '2026-11-21',
};

/** Days that CloudWatch Logs keeps events for, where it does not keep them for ever. */
export const LOG_RETENTION: Fact & { readonly days: readonly number[] } = {
  days: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  checkedOn: '2026-11-21',
};

/** Names as the services take them. */
export const LOG_NAMES = {
  logGroupName: {
    pattern: /^[.\-_/#A-Za-z0-9]{1,512}$/,
    inWords: "1 to 512 letters, digits and '.', '-', '_', '/' and '#'",
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
    checkedOn: '2026-11-21',
  },
  logStream: {
    pattern: /^[^:*\s]{1,512}$/,
    inWords: "1 to 512 characters, without ':', '*' and spaces",
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html',
    checkedOn: '2026-11-21',
  },
  deliveryStream: {
    pattern: /^[a-zA-Z0-9_.-]{1,64}$/,
    inWords: "1 to 64 letters, digits and '_', '.' and '-'",
    source: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html',
    checkedOn: '2026-11-21',
  },
  stream: {
    pattern: /^[a-zA-Z0-9_.-]{1,128}$/,
    inWords: "1 to 128 letters, digits and '_', '.' and '-'",
    source: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html',
    checkedOn: '2026-11-21',
  },
  host: {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    inWords: 'the name of a host, without scheme, port and path',
    source: `${DOCS}/elasticsearch`,
    checkedOn: '2026-11-21',
  },
  account: {
    pattern: /^\d{12}$/,
    inWords: '12 digits',
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
    checkedOn: '2026-11-21',
  },
  roleArn: {
    pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
    inWords: "the whole ARN of a role, such as 'arn:aws:iam::123456789012:role/logs'",
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    checkedOn: '2026-11-21',
  },
  region: {
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    inWords: "the code of a region, such as 'ap-northeast-1'",
    source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, Fact & { readonly pattern: RegExp; readonly inWords: string }>;

/** The first part of an ARN, by the beginning of the region's code; `aws` elsewhere. */
export const AWS_PARTITIONS = {
  china: { regions: 'cn-', name: 'aws-cn', source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html', checkedOn: '2026-11-21' },
  govCloud: { regions: 'us-gov-', name: 'aws-us-gov', source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html', checkedOn: '2026-11-21' },
} as const satisfies Record<string, Fact & { readonly regions: string; readonly name: string }>;
