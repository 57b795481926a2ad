import { ViolationError } from '../base/violation';
import {
  LOG_PLUGIN_SUBSTITUTES, LOG_ROUTER_FILES, LOG_ROUTER_OWN_KEYS, LOG_ROUTER_OWN_SECTIONS, LogRouterFileFact,
} from '../facts/fargate-logging';
import { LOG_DESTINATIONS, LogDestinationFact } from '../facts/log-destinations';

/** A section of Fluent Bit's configuration, such as `[OUTPUT]`. A key may stand in it several times. */
export interface LogRouterSection {
  readonly name: string;
  readonly entries: readonly LogRouterEntry[];
}

export interface LogRouterEntry {
  readonly key: string;
  readonly value: string;
}

/** What is wrong, and what to write instead. */
export interface LogRouterFault {
  readonly reason: string;
  readonly remedy: string;
}

const FILES: readonly LogRouterFileFact[] = Object.values(LOG_ROUTER_FILES);
const LINK = LOG_ROUTER_FILES.outputs.source;

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Values of a key, whose case does not matter, in their order. */
export function valuesOf({ entries }: LogRouterSection, key: string): string[] {
  return entries.filter(entry => same(entry.key, key)).map(({ value }) => value);
}

export function valueOf(section: LogRouterSection, key: string): string | undefined {
  return valuesOf(section, key).at(-1);
}

/** The plugin's facts; undefined for what is no output that AWS lets in. */
export function destinationOf(section: LogRouterSection): LogDestinationFact | undefined {
  const plugin = valueOf(section, 'Name')?.toLowerCase() ?? '';
  return same(section.name, LOG_ROUTER_FILES.outputs.section) && Object.hasOwn(LOG_DESTINATIONS, plugin)
    ? LOG_DESTINATIONS[plugin as keyof typeof LOG_DESTINATIONS]
    : undefined;
}

/** The section for a sentence, with its plugin where it names one. */
export function describeSection(section: LogRouterSection): string {
  const plugin = valueOf(section, 'Name');
  return plugin ? `the ${section.name} '${plugin}'` : `a section ${section.name}`;
}

/** A plugin that AWS does not let in. */
export function pluginFaults(section: LogRouterSection): LogRouterFault[] {
  const { plugins, section: kind } = fileOf(section) ?? {};
  const plugin = valueOf(section, 'Name');
  if (!plugins || !plugin || plugins.some(name => same(name, plugin))) return [];
  const substitute = Object.entries(LOG_PLUGIN_SUBSTITUTES).find(([name]) => same(name, plugin));
  return [{
    reason: `the ${kind} '${plugin}' is none of those that AWS lets in, which are ${plugins.join(', ')}`,
    remedy: substitute?.[1].remedy ?? `Use one of ${plugins.join(', ')}`,
  }];
}

/** Keys without which AWS refuses the section, or its plugin does not start. */
export function missingKeyFaults(section: LogRouterSection): LogRouterFault[] {
  const groups = [...(fileOf(section)?.required ?? []).map(key => [key]), ...destinationOf(section)?.required ?? []];
  return groups.filter(keys => keys.every(key => !valueOf(section, key))).map(keys => ({
    reason: `${describeSection(section)} has no ${keys.join(', ').replace(/, ([^,]*)$/, ' and no $1')}`,
    remedy: `Write ${keys.length > 1 ? 'one of them' : keys[0]} with a value`,
  }));
}

/** Keys that AWS sets itself. */
export function ownKeyFaults(section: LogRouterSection): LogRouterFault[] {
  const own = section.entries.map(({ key }) => key).filter(key => LOG_ROUTER_OWN_KEYS.names.some(name => same(name, key)));
  return [...new Set(own)].map(key => ({
    reason: `${describeSection(section)} has ${key}, which AWS sets itself and nobody else may`,
    remedy: `Remove ${key}`,
  }));
}

/** References to env vars, in any text of the configuration. */
export function envVarFaults(where: string, text: string): LogRouterFault[] {
  return [...new Set(text.match(/\$\{[^}\s]*\}?/g) ?? [])].map(reference => ({
    reason: `${where} has '${reference}', and AWS takes no env vars in the configuration`,
    remedy: 'Write the value itself',
  }));
}

/** Sections that AWS writes itself, does not know, or wants elsewhere. */
export function sectionFaults(key: string, section: LogRouterSection): LogRouterFault[] {
  const { name } = section;
  const file = fileOf(section);
  if (file?.key === key) return [];
  if (file) return [{ reason: `'${key}' has a section ${name}, which belongs in '${file.key}'`, remedy: `Move it to '${file.key}'` }];
  const isOwn = LOG_ROUTER_OWN_SECTIONS.names.some(own => same(own, name));
  return [{
    reason: `'${key}' has a section ${name}, ${isOwn ? 'which AWS writes itself' : 'which AWS does not know'}: it takes ${FILES.map(f => f.section).join(', ')} alone`,
    remedy: 'Remove the section',
  }];
}

/** A section that AWS takes; thrown for the first thing that is wrong with it. */
export function requireLogRouterSection<T extends LogRouterSection>(section: T): T {
  const { entries } = section;
  const odd = entries.find(({ key, value }) => !/^[^\s[#@]\S*$/.test(key) || typeof value !== 'string' || !/^\S(.*\S)?$/.test(value));
  if (odd) {
    throw new ViolationError({
      rule: 'fargate-logging/entry-is-one-line',
      reason: `${describeSection(section)} has ${JSON.stringify(odd.key)} with ${JSON.stringify(odd.value)}, and an entry is a key and a value on one line`,
      remedy: 'Write a key without spaces, and a value that is not empty and has no line break and no spaces around it',
      link: LINK,
    });
  }
  const [plugin] = pluginFaults(section);
  if (plugin) throw new ViolationError({ rule: 'fargate-logging/plugins-are-allowed', ...plugin, link: LINK });
  const [missing] = missingKeyFaults(section);
  if (missing) throw new ViolationError({ rule: 'fargate-logging/required-keys-are-set', ...missing, link: LINK });
  const [own] = ownKeyFaults(section);
  if (own) throw new ViolationError({ rule: 'fargate-logging/keys-are-allowed', ...own, link: LINK });
  const [env] = entries.flatMap(({ key, value }) => envVarFaults(`${key} of ${describeSection(section)}`, value));
  if (env) throw new ViolationError({ rule: 'fargate-logging/no-env-vars', ...env, link: LINK });
  return section;
}

function fileOf({ name }: LogRouterSection): LogRouterFileFact | undefined {
  return FILES.find(({ section }) => same(section, name));
}
