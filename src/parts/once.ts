import { itemsByName } from './items-by-name';
import { ImmediateRuleId } from '../base/immediate-rules';
import { ViolationError } from '../base/violation';

/** Something of a name, and where it comes from, for messages. */
export interface Contribution<T> {
  readonly from: string;
  readonly item: T;
}

/** Items of parts, each with where its part comes from. */
export function contributions<P extends { readonly from?: string }, T>(
  parts: readonly P[],
  of: (part: P) => readonly T[] | undefined,
): Array<Contribution<T>> {
  return parts.flatMap(part => (of(part) ?? []).map(item => ({ from: part.from ?? 'the base of the pod', item })));
}

/** The items without those that are equal to an earlier one. */
export function once<T>(items: readonly T[]): T[] {
  const texts = items.map(item => JSON.stringify(item));
  return items.filter((_, at) => texts.indexOf(texts[at]) === at);
}

/** What a clash is about: the rule, how the things are called, and whose they are. */
export interface Clash {
  readonly rule: ImmediateRuleId;
  readonly what: string;
  readonly of: string;
  readonly link: string;
}

export const ENV_CLASH = {
  rule: 'kubernetes/env-is-unique',
  what: 'env var',
  link: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
} as const satisfies Omit<Clash, 'of'>;

export const VOLUME_CLASH = {
  rule: 'kubernetes/volumes-are-unique',
  what: 'volume',
  link: 'https://kubernetes.io/docs/concepts/storage/volumes/',
} as const satisfies Omit<Clash, 'of'>;

/** The same by name. Throws a `ViolationError` where two say different things of one name. */
export function onceByName<T extends { readonly name: string }>(given: ReadonlyArray<Contribution<T>>, { rule, what, of, link }: Clash): T[] {
  const items = given.map(({ from, item }) => ({ name: item.name, from, item }));
  return [...itemsByName(items, (one, other) => new ViolationError({
    rule,
    reason: `${one.from} and ${other.from} each have a different ${what} '${one.name}' for ${of}`,
    remedy: 'Leave one of the two out',
    link,
  })).values()];
}
