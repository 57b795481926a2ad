import { entriesOf, pluginSection, writtenEntries } from './log-router-section';
import { LOG_OUTPUT_KEYS } from '../facts/log-router-keys';
import { requireAwsName, requireOneOf, requireRetention } from '../requirements/fargate-logging';
import { LogRouterSection } from '../requirements/log-router-section';

/** Tags of container logs begin so. `*` would take in what Fluent Bit logs itself. */
export const ALL_CONTAINERS = 'kube.*';

interface OutputDescription {
  readonly region: string;
  readonly roleArn?: string;
  readonly match?: string;
  readonly parameters?: { readonly [key: string]: string };
}

export interface CloudWatchLogsDescription extends OutputDescription {
  readonly logGroupName: string;
  readonly logGroupTemplate?: string;
  readonly logStreamPrefix?: string;
  readonly logStreamName?: string;
  readonly autoCreateGroup?: boolean;
  readonly retentionDays?: number;
  readonly logKey?: string;
}

export function cloudWatchLogsOutput(given: CloudWatchLogsDescription): LogRouterSection {
  const { logGroupName, logGroupTemplate, logStreamName, retentionDays, logKey, autoCreateGroup = true } = given;
  const logStreamPrefix = given.logStreamPrefix ?? (logStreamName === undefined ? 'fargate-' : undefined);
  requireOneOf({ logStreamPrefix, logStreamName });
  return output('cloudwatch_logs', given, entriesOf(LOG_OUTPUT_KEYS.cloudwatch_logs, {
    ...awsOptions(given),
    logGroupName: requireAwsName('logGroupName', logGroupName, 'logGroupName'),
    logGroupTemplate,
    ...logStreamPrefix !== undefined && { logStreamPrefix: requireAwsName('logStreamPrefix', logStreamPrefix, 'logStream') },
    ...logStreamName !== undefined && { logStreamName: requireAwsName('logStreamName', logStreamName, 'logStream') },
    autoCreateGroup: String(autoCreateGroup),
    ...retentionDays !== undefined && { retentionDays: requireRetention(retentionDays, autoCreateGroup) },
    logKey,
  }));
}

export interface FirehoseDescription extends OutputDescription {
  readonly deliveryStream: string;
  readonly timeKey?: string;
  readonly logKey?: string;
}

export function firehoseOutput(given: FirehoseDescription): LogRouterSection {
  const { deliveryStream, timeKey, logKey } = given;
  return output('kinesis_firehose', given, entriesOf(LOG_OUTPUT_KEYS.kinesis_firehose, {
    ...awsOptions(given),
    deliveryStream: requireAwsName('deliveryStream', deliveryStream, 'deliveryStream'),
    timeKey,
    logKey,
  }));
}

export interface KinesisStreamsDescription extends OutputDescription {
  readonly stream: string;
  readonly partitionKey?: string;
}

export function kinesisStreamsOutput(given: KinesisStreamsDescription): LogRouterSection {
  const { stream, partitionKey } = given;
  return output('kinesis', given, entriesOf(LOG_OUTPUT_KEYS.kinesis, {
    ...awsOptions(given),
    stream: requireAwsName('stream', stream, 'stream'),
    partitionKey,
  }));
}

export interface OpenSearchDescription extends OutputDescription {
  readonly host: string;
  readonly index: string;
  readonly mappingTypes?: boolean;
}

export function openSearchOutput(given: OpenSearchDescription): LogRouterSection {
  const { host, index, mappingTypes = false } = given;
  return output('es', given, entriesOf(LOG_OUTPUT_KEYS.es, {
    ...awsOptions(given),
    host: requireAwsName('host', host, 'host'),
    port: 443,
    tls: true,
    awsAuth: true,
    index,
    // OpenSearch 2 and newer refuse every record that names a mapping type.
    suppressTypeName: !mappingTypes,
  }));
}

/** An output in Fluent Bit's own words. */
export function writtenOutput(plugin: string, match: string | undefined, parameters: OutputDescription['parameters']): LogRouterSection {
  return pluginSection('OUTPUT', plugin, match ?? ALL_CONTAINERS, writtenEntries(parameters));
}

function output(plugin: string, { match, parameters }: OutputDescription, entries: LogRouterSection['entries']): LogRouterSection {
  return pluginSection('OUTPUT', plugin, match ?? ALL_CONTAINERS, [...entries, ...writtenEntries(parameters)]);
}

function awsOptions({ region, roleArn }: OutputDescription) {
  return {
    region: requireAwsName('region', region, 'region'),
    ...roleArn !== undefined && { roleArn: requireAwsName('roleArn', roleArn, 'roleArn') },
  };
}
