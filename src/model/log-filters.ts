import { ALL_CONTAINERS } from './log-outputs';
import { entriesOf, pluginSection, writtenEntries } from './log-router-section';
import { CONTAINER_LINE_PARSER, KUBERNETES_FILTER_DEFAULTS, LOG_FILTER_KEYS } from '../facts/log-router-keys';
import { requireCount, requireOneOf, requireSome, requireWord } from '../requirements/fargate-logging';
import { LogRouterSection } from '../requirements/log-router-section';

interface FilterDescription {
  readonly match?: string;
}

export interface KubernetesFilterDescription extends FilterDescription {
  readonly mergeLog?: boolean;
  readonly mergeLogKey?: string;
  readonly keepLog?: boolean;
  readonly labels?: boolean;
  readonly annotations?: boolean;
  readonly podsMayExclude?: boolean;
  readonly podsMayParse?: boolean;
  readonly metadataCacheSeconds?: number;
}

export function kubernetesFilter(given: KubernetesFilterDescription = {}): LogRouterSection {
  const { mergeLog = true, mergeLogKey, keepLog = !mergeLog, labels, annotations, podsMayExclude = true, podsMayParse, metadataCacheSeconds } = given;
  const { bufferSize, metadataCacheTtl } = KUBERNETES_FILTER_DEFAULTS;
  return filter('kubernetes', given, entriesOf(LOG_FILTER_KEYS.kubernetes, {
    mergeLog,
    mergeLogKey,
    keepLog,
    labels,
    annotations,
    ...podsMayExclude && { podsMayExclude },
    podsMayParse,
    bufferSize,
    metadataCacheTtl: metadataCacheSeconds === undefined ? metadataCacheTtl : `${requireCount('metadataCacheSeconds', metadataCacheSeconds)}s`,
  }));
}

export interface ParserFilterDescription extends FilterDescription {
  readonly parsers: readonly string[];
  readonly key?: string;
  readonly preserveKey?: boolean;
  readonly reserveData?: boolean;
}

export function parserFilter(given: ParserFilterDescription): LogRouterSection {
  const { parsers, key = CONTAINER_LINE_PARSER.field, preserveKey, reserveData } = given;
  requireSome({ parsers });
  return filter('parser', given, entriesOf(LOG_FILTER_KEYS.parser, { key, parsers, preserveKey, reserveData }));
}

interface FieldDescription {
  readonly field: string;
  readonly pattern: string;
}

const words = (fields: readonly FieldDescription[]) => fields.map(({ field, pattern }) => `${requireWord('field', field)} ${pattern}`);

export interface GrepFilterDescription extends FilterDescription {
  readonly exclude?: readonly FieldDescription[];
  readonly keep?: FieldDescription;
}

export function grepFilter(given: GrepFilterDescription): LogRouterSection {
  const { exclude = [], keep } = given;
  requireSome({ exclude, keep: keep ? [keep] : [] });
  return filter('grep', given, entriesOf(LOG_FILTER_KEYS.grep, { exclude: words(exclude), ...keep && { keep: words([keep]) } }));
}

export interface RecordModifierFilterDescription extends FilterDescription {
  readonly add?: { readonly [field: string]: string };
  readonly remove?: readonly string[];
  readonly keepOnly?: readonly string[];
}

export function recordModifierFilter(given: RecordModifierFilterDescription): LogRouterSection {
  const { add = {}, remove = [], keepOnly = [] } = given;
  requireSome({ add: Object.keys(add), remove, keepOnly });
  if (remove.length > 0 && keepOnly.length > 0) requireOneOf({ remove, keepOnly });
  return filter('record_modifier', given, entriesOf(LOG_FILTER_KEYS.record_modifier, { add: pairs(add), remove, keepOnly }));
}

export interface ModifyFilterDescription extends FilterDescription {
  readonly conditions?: readonly string[];
  readonly set?: { readonly [field: string]: string };
  readonly add?: { readonly [field: string]: string };
  readonly remove?: readonly string[];
  readonly rename?: { readonly [field: string]: string };
  readonly copy?: { readonly [field: string]: string };
}

export function modifyFilter(given: ModifyFilterDescription): LogRouterSection {
  const { conditions, set = {}, add = {}, remove = [], rename = {}, copy = {} } = given;
  requireSome({ set: Object.keys(set), add: Object.keys(add), remove, rename: Object.keys(rename), copy: Object.keys(copy) });
  return filter('modify', given, entriesOf(LOG_FILTER_KEYS.modify, {
    conditions, set: pairs(set), add: pairs(add), remove, rename: pairs(rename), copy: pairs(copy),
  }));
}

export interface LiftFilterDescription extends FilterDescription {
  readonly under: string;
  readonly addPrefix?: string;
  readonly removePrefix?: string;
}

export interface NestFilterDescription extends LiftFilterDescription {
  readonly wildcards: readonly string[];
}

export function nestFilter(given: NestFilterDescription): LogRouterSection {
  const { wildcards, under, addPrefix, removePrefix } = given;
  requireSome({ wildcards });
  return filter('nest', given, entriesOf(LOG_FILTER_KEYS.nest, { operation: 'nest', wildcards, nestUnder: under, addPrefix, removePrefix }));
}

export function liftFilter(given: LiftFilterDescription): LogRouterSection {
  const { under, addPrefix, removePrefix } = given;
  return filter('nest', given, entriesOf(LOG_FILTER_KEYS.nest, { operation: 'lift', nestedUnder: under, addPrefix, removePrefix }));
}

export interface RewriteTagFilterDescription extends FilterDescription {
  readonly rules: ReadonlyArray<{ readonly field: string; readonly pattern: string; readonly tag: string; readonly keep?: boolean }>;
}

export function rewriteTagFilter(given: RewriteTagFilterDescription): LogRouterSection {
  requireSome({ rules: given.rules });
  return filter('rewrite_tag', given, entriesOf(LOG_FILTER_KEYS.rewrite_tag, {
    rules: given.rules.map(({ field, pattern, tag, keep = false }) =>
      `${requireWord('field', field)} ${requireWord('pattern', pattern)} ${requireWord('tag', tag)} ${keep}`),
  }));
}

export interface ThrottleFilterDescription extends FilterDescription {
  readonly rate: number;
  readonly window?: number;
  readonly intervalSeconds?: number;
}

export function throttleFilter(given: ThrottleFilterDescription): LogRouterSection {
  const { rate, window, intervalSeconds } = given;
  return filter('throttle', given, entriesOf(LOG_FILTER_KEYS.throttle, {
    rate: requireCount('rate', rate),
    window: requireCount('window', window),
    ...intervalSeconds !== undefined && { interval: `${requireCount('intervalSeconds', intervalSeconds)}s` },
  }));
}

/** A filter in Fluent Bit's own words. */
export function writtenFilter(plugin: string, given: FilterDescription, parameters: { readonly [key: string]: string }): LogRouterSection {
  return filter(plugin, given, writtenEntries(parameters));
}

function filter(plugin: string, { match }: FilterDescription, entries: LogRouterSection['entries']): LogRouterSection {
  return pluginSection('FILTER', plugin, match ?? ALL_CONTAINERS, entries);
}

function pairs(values: { readonly [field: string]: string }): string[] {
  return Object.entries(values).map(([field, value]) => `${requireWord('field', field)} ${value}`);
}
