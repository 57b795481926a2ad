import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { FargateLoggingDescription, resolveFargateLogging } from '../../../src/model/fargate-logging';
import { cloudWatchLogsOutput, firehoseOutput, kinesisStreamsOutput, openSearchOutput, writtenOutput } from '../../../src/model/log-outputs';
import { executionRolePolicy } from '../../../src/render/fargate-logging/execution-role-policy';
import { LogRouterSection } from '../../../src/requirements/log-router-section';

const REGION = { region: 'ap-northeast-1' };
const GROUP = { ...REGION, logGroupName: '/eks/prod' };

function statements(outputs: LogRouterSection[], more: Partial<FargateLoggingDescription> = {}) {
  return executionRolePolicy(resolveFargateLogging({
    platform: { fact: PLATFORMS.eksFargate }, clusterName: 'prod', awsAccount: '123456789012', outputs, ...more,
  })).Statement;
}

const WRITE = ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
const CREATE = ['logs:CreateLogGroup', ...WRITE];

test('a policy of IAM, in the version that it has', () => {
  const policy = executionRolePolicy(resolveFargateLogging({ platform: { fact: PLATFORMS.eksFargate }, clusterName: 'prod', outputs: [cloudWatchLogsOutput(GROUP)] }));
  expect(policy).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: CREATE, Resource: 'arn:aws:logs:ap-northeast-1:ACCOUNT_ID:log-group:/eks/prod:*' }],
  });
});

test.each<[string, LogRouterSection, string[], string | string[]]>([
  ['a log group that exists', cloudWatchLogsOutput({ ...GROUP, autoCreateGroup: false }), WRITE, 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/eks/prod:*'],
  ['a log group with a retention', cloudWatchLogsOutput({ ...GROUP, retentionDays: 30 }), [...CREATE, 'logs:PutRetentionPolicy'], 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/eks/prod:*'],
  ['log groups by a template', cloudWatchLogsOutput({ ...GROUP, logGroupTemplate: "/eks/ns/$kubernetes['namespace_name']" }), CREATE,
    ['arn:aws:logs:ap-northeast-1:123456789012:log-group:/eks/ns/*', 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/eks/prod:*']],
  ['the older plugin, which makes names from fields',
    writtenOutput('cloudwatch', undefined, { region: 'us-east-1', log_group_name: "/eks/$(kubernetes['namespace_name'])", log_stream_prefix: 'x', auto_create_group: 'On' }),
    CREATE, 'arn:aws:logs:us-east-1:123456789012:log-group:/eks/*:*'],
  ['the older plugin, told a word that is no yes',
    writtenOutput('cloudwatch', undefined, { region: 'us-east-1', log_group_name: 'g', log_stream_prefix: 'x', auto_create_group: 'once' }),
    WRITE, 'arn:aws:logs:us-east-1:123456789012:log-group:g:*'],
  ['Firehose', firehoseOutput({ ...REGION, deliveryStream: 'logs' }), ['firehose:PutRecordBatch'], 'arn:aws:firehose:ap-northeast-1:123456789012:deliverystream/logs'],
  ['the older plugin of Firehose', writtenOutput('firehose', '*', { Region: 'us-east-1', delivery_stream: 'logs' }), ['firehose:PutRecordBatch'],
    'arn:aws:firehose:us-east-1:123456789012:deliverystream/logs'],
  ['Kinesis in China', kinesisStreamsOutput({ region: 'cn-north-1', stream: 'logs' }), ['kinesis:PutRecords'], 'arn:aws-cn:kinesis:cn-north-1:123456789012:stream/logs'],
  ['Kinesis in GovCloud', kinesisStreamsOutput({ region: 'us-gov-west-1', stream: 'logs' }), ['kinesis:PutRecords'], 'arn:aws-us-gov:kinesis:us-gov-west-1:123456789012:stream/logs'],
  ['OpenSearch', openSearchOutput({ ...REGION, host: 'vpc-shop-logs-abcdefghijklmnopqrstuvwx12.ap-northeast-1.es.amazonaws.com', index: 'logs' }), ['es:ESHttpPost'],
    'arn:aws:es:ap-northeast-1:123456789012:domain/shop-logs/*'],
  ['OpenSearch under a host of its own', openSearchOutput({ ...REGION, host: 'logs.example.com', index: 'logs' }), ['es:ESHttpPost'],
    'arn:aws:es:ap-northeast-1:123456789012:domain/DOMAIN_NAME/*'],
  ['another account', firehoseOutput({ ...REGION, deliveryStream: 'logs', roleArn: 'arn:aws:iam::210987654321:role/logs' }), ['sts:AssumeRole'], 'arn:aws:iam::210987654321:role/logs'],
])('%s', (_, output, Action, Resource) => {
  expect(statements([output])).toEqual([{ Effect: 'Allow', Action, Resource }]);
});

test('outputs that do the same share a statement, and name a thing once', () => {
  const b = cloudWatchLogsOutput({ ...GROUP, logGroupName: 'b' });
  expect(statements([cloudWatchLogsOutput(GROUP), b, b])).toEqual([{
    Effect: 'Allow',
    Action: CREATE,
    Resource: ['arn:aws:logs:ap-northeast-1:123456789012:log-group:/eks/prod:*', 'arn:aws:logs:ap-northeast-1:123456789012:log-group:b:*'],
  }]);
});

test('logs of Fluent Bit itself go to a log group that it makes, in the region of the cluster', () => {
  const own = (region: string) => ({ Effect: 'Allow', Action: CREATE, Resource: `arn:aws:logs:${region}:123456789012:log-group:prod-fluent-bit-logs:*` });
  const stream = kinesisStreamsOutput({ ...REGION, stream: 'logs' });
  expect(statements([stream], { processLogs: true })[1]).toEqual(own('ap-northeast-1'));
  expect(statements([stream], { processLogs: true, awsRegion: 'eu-west-1' })[1]).toEqual(own('eu-west-1'));
  expect(statements([writtenOutput('es', '*', { Host: 'x' })], { processLogs: true })[1]).toEqual(own('REGION'));
  expect(statements([stream])).toHaveLength(1);
});
