/** What all outputs have in common. */
export interface FargateLogOutputOptions {
  /** AWS region of the destination, for example `ap-northeast-1`. */
  readonly region: string;
  /**
   * Tags of the lines that go there; `*` stands for any text. The tag of a line is
   * `kube.var.log.containers.<pod>_<namespace>_<container>-<id>.log`, so `kube.*_shop_*` is the namespace shop.
   *
   * @default "kube.*" - the lines of all containers
   */
  readonly match?: string;
  /**
   * ARN of a role to take on, for a destination in another account.
   *
   * @default - the Fargate pod execution role writes
   */
  readonly roleArn?: string;
  /**
   * Further entries of the section, in Fluent Bit's own words.
   *
   * @default - none
   */
  readonly parameters?: { [key: string]: string };
}

/** A log group of CloudWatch Logs. */
export interface CloudWatchLogsOptions extends FargateLogOutputOptions {
  /** Name of the log group: 1 to 512 letters, digits and `.-_/#`. */
  readonly logGroupName: string;
  /**
   * Name of the log group, made from fields of the record, for example `/eks/$kubernetes['namespace_name']`. Where a
   * record has none of them, `logGroupName` counts.
   *
   * @default - one log group for all lines
   */
  readonly logGroupTemplate?: string;
  /**
   * Beginning of the names of log streams; the tag follows.
   *
   * @default "fargate-" unless `logStreamName` is given
   */
  readonly logStreamPrefix?: string;
  /**
   * Name of one log stream for all lines.
   *
   * @default - one log stream for each container
   */
  readonly logStreamName?: string;
  /**
   * Whether Fluent Bit makes log groups that are not there. Lines for a log group that is not there are lost.
   *
   * @default true
   */
  readonly autoCreateGroup?: boolean;
  /**
   * Days that events are kept, of a log group that Fluent Bit makes: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400,
   * 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653.
   *
   * @default - for ever
   */
  readonly retentionDays?: number;
  /**
   * The one field of the record that is sent.
   *
   * @default - the whole record, as JSON
   */
  readonly logKey?: string;
}

/** A delivery stream of Amazon Data Firehose. */
export interface FirehoseOptions extends FargateLogOutputOptions {
  /** Name of the delivery stream, which takes records by Direct PUT. */
  readonly deliveryStream: string;
  /**
   * Field for the time of the line.
   *
   * @default - no time is added
   */
  readonly timeKey?: string;
  /**
   * The one field of the record that is sent.
   *
   * @default - the whole record, as JSON
   */
  readonly logKey?: string;
}

/** A stream of Kinesis Data Streams. */
export interface KinesisStreamsOptions extends FargateLogOutputOptions {
  /** Name of the stream. */
  readonly stream: string;
  /**
   * Field of the record by which lines stay together.
   *
   * @default - at random
   */
  readonly partitionKey?: string;
}

/** A domain of Amazon OpenSearch Service. */
export interface OpenSearchOptions extends FargateLogOutputOptions {
  /** Host of the domain, without scheme, port and path. */
  readonly host: string;
  /** Index of the records. */
  readonly index: string;
  /**
   * Whether records name a mapping type, as Elasticsearch 6 wants it. OpenSearch 2 and newer refuse those that do.
   *
   * @default false
   */
  readonly mappingTypes?: boolean;
}

/** An output in Fluent Bit's own words. */
export interface CustomLogOutputOptions {
  /**
   * Tags of the lines that go there.
   *
   * @default "kube.*" - the lines of all containers
   */
  readonly match?: string;
  /**
   * Entries of the section.
   *
   * @default - none
   */
  readonly parameters?: { [key: string]: string };
}
