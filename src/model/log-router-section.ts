import { LogKeysFact } from '../facts/log-router-keys';
import { LogRouterEntry, LogRouterSection, requireLogRouterSection } from '../requirements/log-router-section';

type Value = string | number | boolean | readonly string[] | undefined;

interface Values {
  readonly [option: string]: Value;
}

/** A filter or an output of the plugin, for the lines whose tag `match` takes. */
export function pluginSection(name: 'OUTPUT' | 'FILTER', plugin: string, match: string, entries: readonly LogRouterEntry[]): LogRouterSection {
  return requireLogRouterSection({ name, entries: [{ key: 'Name', value: plugin }, { key: 'Match', value: match }, ...entries] });
}

/** The options that are given, as Fluent Bit spells them and in the order of the facts; a list gives one entry for each item. */
export function entriesOf<K extends LogKeysFact>({ keys }: K, values: { readonly [option in keyof K['keys']]?: Value }): LogRouterEntry[] {
  return Object.entries(keys).flatMap(([option, key]) => textsOf((values as Values)[option]).map(value => ({ key, value })));
}

/** What somebody wrote in Fluent Bit's own words. */
export function writtenEntries(parameters: Values = {}): LogRouterEntry[] {
  return Object.entries(parameters).flatMap(([key, value]) => textsOf(value).map(text => ({ key, value: text })));
}

function textsOf(value: Value): string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 'On' : 'Off'];
  return Array.isArray(value) ? [...value] : [typeof value === 'number' ? String(value) : value as string];
}
