/** What all filters have in common. */
export interface FargateLogFilterOptions {
  /**
   * Tags of the lines that the filter is for; `*` stands for any text.
   *
   * @default "kube.*" - the lines of all containers
   */
  readonly match?: string;
}

/** What is added to lines from Kubernetes. */
export interface KubernetesLogFilterOptions extends FargateLogFilterOptions {
  /**
   * Whether a line that is JSON is taken apart into fields.
   *
   * @default true
   */
  readonly mergeLog?: boolean;
  /**
   * Field below which those fields are put.
   *
   * @default - beside the others
   */
  readonly mergeLogKey?: string;
  /**
   * Whether the line itself is kept where it was taken apart.
   *
   * @default - false where lines are taken apart
   */
  readonly keepLog?: boolean;
  /**
   * Whether labels of the pod are added.
   *
   * @default - as Fluent Bit does: they are
   */
  readonly labels?: boolean;
  /**
   * Whether annotations of the pod are added.
   *
   * @default - as Fluent Bit does: they are
   */
  readonly annotations?: boolean;
  /**
   * Whether a pod keeps its lines out by the annotation `fluentbit.io/exclude: "true"`.
   *
   * @default true
   */
  readonly podsMayExclude?: boolean;
  /**
   * Whether a pod names a parser for its lines by the annotation `fluentbit.io/parser`.
   *
   * @default - as Fluent Bit does: it may not
   */
  readonly podsMayParse?: boolean;
  /**
   * Seconds that what is known of a pod is used before the API server is asked again.
   *
   * @default 300
   */
  readonly metadataCacheSeconds?: number;
}

/** Parsers for a field of the record. */
export interface ParserLogFilterOptions extends FargateLogFilterOptions {
  /** Names of the parsers; the first that takes the field counts. `crio`, for the lines of container runtimes, comes by itself. */
  readonly parsers: string[];
  /**
   * Field that is parsed.
   *
   * @default "log"
   */
  readonly key?: string;
  /**
   * Whether that field is kept.
   *
   * @default false
   */
  readonly preserveKey?: boolean;
  /**
   * Whether other fields are kept.
   *
   * @default false
   */
  readonly reserveData?: boolean;
}

/** A field of the record with a pattern. */
export interface FargateLogFieldPattern {
  /** Name of the field, or a path such as `$kubernetes['namespace_name']`. */
  readonly field: string;
  /** Regular expression, as Ruby writes them. */
  readonly pattern: string;
}

/** Lines to keep and to leave out. */
export interface GrepLogFilterOptions extends FargateLogFilterOptions {
  /**
   * Lines that one of these takes are left out.
   *
   * @default - none
   */
  readonly exclude?: FargateLogFieldPattern[];
  /**
   * Of the others, lines that this takes are kept, and no others.
   *
   * @default - all are
   */
  readonly keep?: FargateLogFieldPattern;
}

/** Fields to add and to take away. */
export interface RecordModifierLogFilterOptions extends FargateLogFilterOptions {
  /**
   * Fields to add, with their values.
   *
   * @default - none
   */
  readonly add?: { [field: string]: string };
  /**
   * Fields to take away.
   *
   * @default - none
   */
  readonly remove?: string[];
  /**
   * Fields to keep, all others being taken away. Not together with `remove`.
   *
   * @default - all
   */
  readonly keepOnly?: string[];
}

/** Changes of fields, where conditions are met. */
export interface ModifyLogFilterOptions extends FargateLogFilterOptions {
  /**
   * Conditions, all of them, for example `Key_Exists level`.
   *
   * @default - none
   */
  readonly conditions?: string[];
  /**
   * Fields to write, whether they are there or not.
   *
   * @default - none
   */
  readonly set?: { [field: string]: string };
  /**
   * Fields to write where they are not there.
   *
   * @default - none
   */
  readonly add?: { [field: string]: string };
  /**
   * Fields to take away.
   *
   * @default - none
   */
  readonly remove?: string[];
  /**
   * New names of fields.
   *
   * @default - none
   */
  readonly rename?: { [field: string]: string };
  /**
   * Names of copies of fields.
   *
   * @default - none
   */
  readonly copy?: { [field: string]: string };
}

/** A field whose fields are lifted out of it. */
export interface LiftLogFilterOptions extends FargateLogFilterOptions {
  /** The field that others are below, or are put below. */
  readonly under: string;
  /**
   * What is put in front of the names of the fields.
   *
   * @default - nothing
   */
  readonly addPrefix?: string;
  /**
   * What is taken from the front of the names of the fields.
   *
   * @default - nothing
   */
  readonly removePrefix?: string;
}

/** Fields that are put below another one. */
export interface NestLogFilterOptions extends LiftLogFilterOptions {
  /** Names of the fields; `*` at the end stands for any text. */
  readonly wildcards: string[];
}

/** Another tag for lines whose field has a pattern. */
export interface RewriteTagRule {
  /** Path of the field, for example `$kubernetes['namespace_name']`. */
  readonly field: string;
  /** Regular expression, as Ruby writes them, without spaces. */
  readonly pattern: string;
  /** The new tag, which may use `$TAG`, and `$1` and so on for groups of the pattern. */
  readonly tag: string;
  /**
   * Whether the line goes on with its old tag too.
   *
   * @default false
   */
  readonly keep?: boolean;
}

/** Other tags for lines. */
export interface RewriteTagLogFilterOptions extends FargateLogFilterOptions {
  /** The first that takes a line counts. */
  readonly rules: RewriteTagRule[];
}

/** How many lines go through; others are lost. */
export interface ThrottleLogFilterOptions extends FargateLogFilterOptions {
  /** Lines for each interval, on the average. */
  readonly rate: number;
  /**
   * Number of intervals that the average is of.
   *
   * @default 5
   */
  readonly window?: number;
  /**
   * Length of the interval in seconds.
   *
   * @default 1
   */
  readonly intervalSeconds?: number;
}
