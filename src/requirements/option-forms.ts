import { isStruct, shapeOf } from './option-shape';
import { OPTION_ENUMS, OPTION_FACTORIES } from './option-shapes';
import { looksRandom, secretSign } from './secret-value';
import { nearest } from '../base/nearest';

/** The kind of a value, in words. The value itself is not shown: it may be a secret. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'not given';
  if (value === null || typeof value === 'boolean' || Number.isNaN(value) || value === Infinity || value === -Infinity) return String(value);
  if (typeof value !== 'object') return typeof value === 'bigint' ? 'a bigint' : `a ${typeof value}`;
  try {
    if (Array.isArray(value)) return 'a list';
    const made = Object.getPrototypeOf(value)?.constructor?.name;
    return typeof made !== 'string' || made === 'Object' || !/^\w{1,40}$/.test(made) ? 'an object' : withArticle(made);
  } catch {
    return 'an object';
  }
}

/** A type of `OPTION_SHAPES` in words. */
export function textOf(type: string): string {
  if (type.endsWith('[]')) return `a list of ${pluralOf(type.slice(0, -2))}`;
  if (type.startsWith('{')) return type === '{any}' ? 'an object' : `an object of ${pluralOf(type.slice(1, -1))}`;
  const texts: { readonly [type: string]: string } = { string: 'a string', number: 'a number', boolean: 'true or false', any: 'something that JSON can hold', construct: 'a construct' };
  if (Object.hasOwn(texts, type)) return texts[type];
  return isStruct(type) ? 'an object' : withArticle(type.slice(1));
}

/** How to write an option: the option with an example of its type, made of what was given where that is not a secret. */
export function formOf(path: string, type: string, given: unknown): string {
  const example = converted(path, type, given) ?? exampleOf(type);
  const name = nameOf(path);
  const one = type.replace(/(\[\])+$/, '');
  return /^[!&#]/.test(one) ? choices(name, one, example) : `Write ${name}${example}`;
}

/** An example of a type, as code. */
export function exampleOf(type: string): string {
  if (type.endsWith('[]')) return `[${exampleOf(type.slice(0, -2))}]`;
  if (type.startsWith('{')) return `{ name: ${exampleOf(type.slice(1, -1))} }`;
  if (type.startsWith('#')) return membersOf(type.slice(1))[0].code;
  if (type.startsWith('!') || type.startsWith('&')) return factoriesOf(type.slice(1))[0];
  if (isStruct(type)) {
    const required = shapeOf(type).filter(({ optional }) => !optional);
    return required.length === 0 ? '{}' : `{ ${required.map(option => `${option.name}: ${exampleOf(option.type)}`).join(', ')} }`;
  }
  return { string: "'...'", number: '1', boolean: 'true' }[type] ?? '{}';
}

/** The members of an enum: as code, and as their values. */
export function membersOf(name: string): ReadonlyArray<{ readonly code: string; readonly value: string }> {
  return OPTION_ENUMS[name as keyof typeof OPTION_ENUMS].split(', ').map(row => {
    const [member, value] = row.split(' ');
    return { code: `${name}.${member}`, value };
  });
}

function factoriesOf(name: string): readonly string[] {
  return OPTION_FACTORIES[name as keyof typeof OPTION_FACTORIES].split(', ');
}

/** What a class is made with, or the members of an enum; the one first that is nearest to what was given. */
function choices(name: string, type: string, example: string): string {
  const all = type.startsWith('#') ? membersOf(type.slice(1)).map(({ code, value }) => `${code} ('${value}')`) : factoriesOf(type.slice(1));
  const first = all.find(text => text.startsWith(example)) ?? example;
  const others = all.filter(text => text !== first && `[${text}]` !== first);
  return `Write ${name}${first}${others.length === 0 ? '' : `, or one of ${others.join(', ')}`}`;
}

/** The example that is nearest to what was given; undefined where nothing in it helps. */
function converted(path: string, type: string, given: unknown): string | undefined {
  if (type.endsWith('[]')) return listOf(path, type.slice(0, -2), given);
  if (type.startsWith('#') && typeof given === 'string') return nearestOf(membersOf(type.slice(1)).map(({ code }) => code), given);
  if (type.startsWith('!') && typeof given === 'string') return nearestOf(factoriesOf(type.slice(1)), given);
  if (type === 'string' && (typeof given === 'number' || typeof given === 'boolean')) return `'${safe(path, String(given))}'`;
  if (type === 'number' && typeof given === 'string' && /^\d{1,6}$/.test(given.trim())) return given.trim();
  if (type === 'boolean' && typeof given === 'string' && /^(true|false)$/i.test(given.trim())) return given.trim().toLowerCase();
  if (type === '{string}' && Array.isArray(given)) return mapOf(given, /(^|\.)tags$|labels$/i.test(path));
  if (typeof given === 'boolean' && isStruct(type) && shapeOf(type).some(({ name }) => name === 'enabled')) {
    return given ? '{ enabled: true }, or {}' : '{ enabled: false }';
  }
  return undefined;
}

/** One item in brackets, where it was given without them. */
function listOf(path: string, type: string, given: unknown): string | undefined {
  const item = type === 'string' && typeof given === 'string' ? `'${safe(path, given)}'` : converted(path, type, given);
  return item === undefined ? undefined : `[${item}]`;
}

/** `Platform.eksFargate()` for `eksFargate`, and `LogLevel.DEBUG` for `DEBUG` and `debug`. */
function nearestOf(codes: readonly string[], given: string): string | undefined {
  const names = codes.map(code => code.replace(/^[^.]*\./, '').replace(/\(.*$/, ''));
  const near = nearest(given, names);
  return near === undefined ? undefined : codes[names.indexOf(near)];
}

/** `['env:prd']`, `['env=prd']` and `[{ name: 'env', value: 'prd' }]` as a map; values of anything but tags and labels, such as env vars, may be secrets of any look. */
function mapOf(given: readonly unknown[], isPublic: boolean): string | undefined {
  const entries = given.map((item): readonly [string, string] | undefined => {
    if (typeof item === 'string') return /^([\w./-]{1,63})[:=](.*)$/s.exec(item)?.slice(1, 3) as [string, string] | undefined;
    const { name, value } = (item ?? {}) as { readonly name?: unknown; readonly value?: unknown };
    return typeof name === 'string' && /^[\w./-]{1,63}$/.test(name) ? [name, typeof value === 'string' ? value : '...'] : undefined;
  });
  if (entries.length === 0 || entries.length > 5 || entries.includes(undefined)) return undefined;
  return `{ ${entries.map(([name, value]: any) => `${/^\w+$/.test(name) ? name : `'${name}'`}: '${isPublic ? safe(name, value) : '...'}'`).join(', ')} }`;
}

/** A short plain word that is not a secret, or dots in its place. */
function safe(name: string, text: string): string {
  return text.length <= 20 && /^[\w./-]+$/.test(text) && secretSign(name, text) === undefined && !looksRandom(text) ? text : '...';
}

function nameOf(path: string): string {
  const name = path.replace(/^.*\./s, '');
  return name.endsWith(']') ? '' : `${name}: `;
}

function pluralOf(type: string): string {
  if (type.endsWith('[]')) return 'lists';
  if (type.startsWith('{')) return 'objects';
  return { string: 'strings', number: 'numbers', boolean: 'truth values', any: 'values that JSON can hold' }[type] ?? (isStruct(type) ? 'objects' : `${type.slice(1)} values`);
}

function withArticle(name: string): string {
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}
