import { CloudWatchLogsOptions, FargateLogOutput, FirehoseOptions, KinesisStreamsOptions, OpenSearchOptions } from '../../src';
import { fluentBitConf } from '../../src/render/fargate-logging/conf';
import { violationOf } from '../requirements/violations';

const lines = (output: FargateLogOutput) => fluentBitConf([output._section]).trimEnd().split('\n').map(line => line.trim());
const cloudWatch = (options: Partial<CloudWatchLogsOptions> = {}) => FargateLogOutput.cloudWatchLogs({ region: 'us-east-1', logGroupName: 'awslogs-https', ...options });
const firehose = (options: Partial<FirehoseOptions> = {}) => FargateLogOutput.firehose({ region: 'us-east-1', deliveryStream: 'logs', ...options });
const kinesis = (options: Partial<KinesisStreamsOptions> = {}) => FargateLogOutput.kinesisStreams({ region: 'us-east-1', stream: 'logs', ...options });
const openSearch = (options: Partial<OpenSearchOptions> = {}) => FargateLogOutput.openSearch({ region: 'us-east-1', host: 'search.example', index: 'logs', ...options });

test('CloudWatch Logs as the page of Datadog has it', () => {
  expect(lines(cloudWatch({ match: '*', logStreamPrefix: 'awslogs-firelens-example' }))).toEqual([
    '[OUTPUT]',
    'Name cloudwatch_logs',
    'Match *',
    'region us-east-1',
    'log_group_name awslogs-https',
    'log_stream_prefix awslogs-firelens-example',
    'auto_create_group true',
  ]);
});

test('every option of CloudWatch Logs', () => {
  expect(lines(cloudWatch({
    logGroupTemplate: "/eks/$kubernetes['namespace_name']",
    logStreamName: 'all',
    retentionDays: 30,
    logKey: 'log',
    roleArn: 'arn:aws:iam::123456789012:role/x',
    parameters: { Retry_Limit: '2' },
  }))).toEqual([
    '[OUTPUT]',
    'Name cloudwatch_logs',
    'Match kube.*',
    'region us-east-1',
    'log_group_name awslogs-https',
    "log_group_template /eks/$kubernetes['namespace_name']",
    'log_stream_name all',
    'auto_create_group true',
    'log_retention_days 30',
    'log_key log',
    'role_arn arn:aws:iam::123456789012:role/x',
    'Retry_Limit 2',
  ]);
  expect(lines(cloudWatch())).toContain('log_stream_prefix fargate-');
  expect(lines(cloudWatch({ autoCreateGroup: false }))).toContain('auto_create_group false');
});

test('Firehose, Kinesis and OpenSearch by the names that AWS lets in', () => {
  expect(lines(firehose({ timeKey: 'time', logKey: 'log' })))
    .toEqual(['[OUTPUT]', 'Name kinesis_firehose', 'Match kube.*', 'region us-east-1', 'delivery_stream logs', 'time_key time', 'log_key log']);
  expect(lines(kinesis({ partitionKey: 'container_id' }))).toEqual(['[OUTPUT]', 'Name kinesis', 'Match kube.*', 'region us-east-1', 'stream logs', 'partition_key container_id']);
  expect(lines(openSearch())).toEqual([
    '[OUTPUT]', 'Name es', 'Match kube.*', 'Host search.example', 'Port 443', 'tls On', 'AWS_Auth On', 'AWS_Region us-east-1', 'Index logs', 'Suppress_Type_Name On',
  ]);
  expect(lines(openSearch({ mappingTypes: true }))).toContain('Suppress_Type_Name Off');
});

test('any plugin that AWS lets in, in its own words', () => {
  expect(lines(FargateLogOutput.custom('firehose', { match: '*', parameters: { region: 'us-east-1', delivery_stream: 'x' } })))
    .toEqual(['[OUTPUT]', 'Name firehose', 'Match *', 'region us-east-1', 'delivery_stream x']);
});

test.each([
  ['region', () => cloudWatch({ region: 'tokyo' })],
  ['region', () => kinesis({ region: 'us-east-1a' })],
  ['logGroupName', () => cloudWatch({ logGroupName: 'my logs' })],
  ['logGroupName', () => cloudWatch({ logGroupName: '' })],
  ['logGroupName', () => cloudWatch({ logGroupName: 'x'.repeat(513) })],
  ['logStreamPrefix', () => cloudWatch({ logStreamPrefix: 'a:b' })],
  ['logStreamName', () => cloudWatch({ logStreamName: '*' })],
  ['deliveryStream', () => firehose({ deliveryStream: 'x'.repeat(65) })],
  ['stream', () => kinesis({ stream: 'a/b' })],
  ['host', () => openSearch({ host: 'https://search.example' })],
  ['host', () => openSearch({ host: 'search.example:443' })],
  ['roleArn', () => firehose({ roleArn: 'role/logs' })],
])('%s is none that AWS takes', (option, make) => {
  expect(violationOf(make)).toMatchObject({ rule: 'fargate-logging/aws-name', reason: expect.stringContaining(`'${option}' is`) });
});

test('names at their longest are taken', () => {
  expect(lines(cloudWatch({ logGroupName: 'x'.repeat(512) }))).toContain(`log_group_name ${'x'.repeat(512)}`);
  expect(lines(firehose({ deliveryStream: 'x'.repeat(64) }))).toContain(`delivery_stream ${'x'.repeat(64)}`);
});

test('CloudWatch Logs keeps events for certain numbers of days, and of groups that are made here', () => {
  expect(violationOf(() => cloudWatch({ retentionDays: 10 }))).toMatchObject({ rule: 'fargate-logging/retention', reason: expect.stringContaining("'retentionDays' is 10, and") });
  expect(violationOf(() => cloudWatch({ retentionDays: 30, autoCreateGroup: false }))).toMatchObject({
    rule: 'fargate-logging/retention', reason: expect.stringContaining('is set on a log group when it is made'),
  });
});

test('one name for log streams counts', () => {
  expect(violationOf(() => cloudWatch({ logStreamName: 'a', logStreamPrefix: 'b' }))).toMatchObject({
    rule: 'fargate-logging/one-of', reason: "'logStreamPrefix' and 'logStreamName' are given, and Fluent Bit takes one of them",
  });
});

test.each([
  ['fargate-logging/plugins-are-allowed', "the OUTPUT 'datadog' is none of those", () => FargateLogOutput.custom('datadog', { parameters: { apikey: 'x' } })],
  ['fargate-logging/required-keys-are-set', "the OUTPUT 'kinesis' has no stream", () => FargateLogOutput.custom('kinesis', { parameters: { region: 'us-east-1' } })],
  ['fargate-logging/no-env-vars', "index of the OUTPUT 'es' has '${INDEX}'", () => FargateLogOutput.custom('es', { parameters: { Host: 'x', index: '${INDEX}' } })],
  ['fargate-logging/keys-are-allowed', "the OUTPUT 'es' has Kube_URL", () => FargateLogOutput.custom('es', { parameters: { Host: 'x', Kube_URL: 'y' } })],
  ['fargate-logging/entry-is-one-line', '"a\\n[SERVICE]"', () => openSearch({ index: 'a\n[SERVICE]' })],
  ['fargate-logging/entry-is-one-line', 'has "Match" with ""', () => firehose({ match: '' })],
  ['fargate-logging/entry-is-one-line', 'has "Match" with " x"', () => firehose({ match: ' x' })],
  ['fargate-logging/entry-is-one-line', '"a b"', () => firehose({ parameters: { 'a b': 'c' } })],
  ['options/types', "'plugin' is not given", () => FargateLogOutput.custom(undefined as unknown as string)],
])('%s: %s', (rule, reason, make) => {
  expect(violationOf(make)).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});
