import { OPTION_SHAPES } from './option-shapes';
import { ViolationError } from '../base/violation';

export type OptionsName = keyof typeof OPTION_SHAPES;

/** Deeper than any manifest, and not so deep that reading it would exhaust the stack. */
const DEEPEST = 100;

interface Shape { readonly name: string; readonly type: string; readonly optional: boolean }

const shapes = new Map<string, readonly Shape[]>();

/** Options whose types have a rule of their own, which says more, or may not show the value. They are held to being readable. */
const OWN_RULE: ReadonlySet<string> = new Set<string>([
  'platform', 'clusterName', 'credentials', 'site', 'kubernetesVersion', 'openShiftVersion',
  'apiKey', 'appKey', 'token',
  'controlPlane', 'apiServer', 'etcd', 'scheduler', 'controllerManager', 'etcdCertificate', 'hostCertificate', 'delivery', 'pushProx',
  'outputs', 'filters', 'parsers', 'region', 'via', 'podLabels',
]);

/**
 * Holds what users give to its types, all the way down. The compiler does that for TypeScript and jsii for other languages, and
 * nobody for JavaScript and for what is read from a file. What an option means is held to by its own rule.
 *
 * @returns the same, without what is null: that is left to its default
 * @throws ViolationError `options/types`
 */
export function requireOptions<T>(of: OptionsName, given: T): T {
  if (!isObject('options', given)) throw wrong('options', given, 'an object');
  return requireStruct(of, given, '') as T;
}

/** The same for what is given by position. */
export function requireArgument(name: string, type: 'string' | 'string[]' | '{string}' | '{any}' | `!${string}`, given: unknown): void {
  requireType(type, given, name, 0);
}

/** The same for a list of options that is given by position. */
export function requireOptionsList<T>(name: string, of: OptionsName, given: T[]): T[] {
  if (given === undefined || given === null || !fits('any[]', given, name)) throw wrong(name, given, textOf('any[]'));
  return requireList(`${of}[]`, given, name, 0) as T[];
}

function requireStruct(of: string, given: object, at: string): object {
  // Also what is in no row: it may be copied with the rest.
  read(at || 'options', () => ({ ...given }));
  const changes = shapeOf(of).flatMap(({ name, type, optional }): Array<[string, unknown]> => {
    const path = at === '' ? name : `${at}.${name}`;
    const value = read(path, () => (given as Record<string, unknown>)[name]);
    if (value === undefined || value === null) {
      if (!optional && !OWN_RULE.has(name)) throw wrong(path, value, textOf(type));
      return value === null ? [[name, undefined]] : [];
    }
    if (OWN_RULE.has(name) && !isStore(name, type)) {
      requireReadable(type, value, path);
      return [];
    }
    const kept = requireType(type, value, path, 0);
    return kept === value ? [] : [[name, kept]];
  });
  return changes.length === 0 ? given : { ...given, ...Object.fromEntries(changes) };
}

/** A store, and what names a key in it, and no value of a key. */
function isStore(name: string, type: string): boolean {
  return name === 'store' || type === 'RemoteKey';
}

/** For options that have a rule of their own. What is in them is not shown: it may be the value of a key. */
function requireReadable(type: string, value: unknown, at: string): void {
  // What classes of ours hold is their own.
  if (typeof value === 'number' || (type.startsWith('!') && typeof value === 'object' && fits(type, value, at))) return;
  if (type === 'string' && typeof value === 'object') throw wrong(at, undefined, 'a string', 'an object');
  if (type.endsWith('[]') && !fits(type, value, at)) throw wrong(at, value, textOf(type));
  requireJson(value, at, 0);
}

function requireType(type: string, value: unknown, at: string, depth: number): unknown {
  if (type === 'any') return requireJson(value, at, depth);
  if (type.endsWith('[]')) return requireList(type, value, at, depth);
  if (type.startsWith('{')) return requireMap(type, value, at, depth);
  if (!fits(type, value, at)) throw wrong(at, value, textOf(type));
  return type in OPTION_SHAPES ? requireStruct(type, value as object, at) : value;
}

function requireList(type: string, value: unknown, at: string, depth: number): unknown {
  const items = read(at, () => Array.isArray(value) ? [...value as unknown[]] : undefined);
  const of = type.slice(0, -2);
  if (!items || items.some((item, i) => !fits(of, item, `${at}[${i}]`))) throw wrong(at, value, textOf(type));
  const kept = items.map((item, i) => requireType(of, item, `${at}[${i}]`, depth + 1));
  return kept.every((item, i) => item === items[i]) ? value : kept;
}

function requireMap(type: string, value: unknown, at: string, depth: number): unknown {
  if (!isObject(at, value)) throw wrong(at, value, 'an object');
  read(at, () => Object.entries(value)).forEach(([name, item]) => {
    if (item !== undefined) requireType(type.slice(1, -1), item, `${at}.${name}`, depth + 1);
  });
  return value;
}

/** What can be written as JSON, and read back the same. cdk8s's own late values are for cdk8s. */
function requireJson(value: unknown, at: string, depth: number): unknown {
  if (depth > DEEPEST) throw wrong(at, undefined, 'something without an end of its own', 'deeper than anything in Kubernetes, or part of itself');
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const items = read(at, () => Array.isArray(value) ? [...value as unknown[]] : undefined);
  if (!items && !isObject(at, value)) throw wrong(at, value, 'something that JSON can hold');
  if (read(at, () => typeof (value as { produce?: unknown }).produce) === 'function') return value;
  const inside = read(at, () => Object.entries(value as object));
  inside.forEach(([name, item]) => requireJson(item, items ? `${at}[${name}]` : `${at}.${name}`, depth + 1));
  return value;
}

function fits(type: string, value: unknown, at: string): boolean {
  if (type === 'any') return true;
  if (type === 'enum') return typeof value === 'string' || typeof value === 'number';
  if (['string', 'number', 'boolean'].includes(type)) return typeof value === type;
  if (type.endsWith('[]')) return read(at, () => Array.isArray(value));
  return isObject(at, value) && (!type.startsWith('!') || read(at, () => isOf(type.slice(1), value)));
}

/** Where jsii writes the name of a class, which stays when an app is bundled with shorter names. */
const RUNTIME_TYPE = Symbol.for('jsii.rtti');

/** By name: the class may be of another copy of the package. */
function isOf(name: string, value: object): boolean {
  for (let type = Object.getPrototypeOf(value); type; type = Object.getPrototypeOf(type)) {
    if (!Object.hasOwn(type, 'constructor')) continue;
    const { constructor } = type;
    if (constructor.name === name || constructor[RUNTIME_TYPE]?.fqn === `cdk8s-datadog.${name}`) return true;
  }
  return false;
}

function isObject(at: string, value: unknown): value is object {
  // Dates, maps, boxed texts and the like are objects and have nothing that would be read.
  return typeof value === 'object' && read(at, () => Object.prototype.toString.call(value)) === '[object Object]';
}

/** What is given may refuse to be read: a getter, or a Proxy. */
function read<T>(at: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    if (error instanceof ViolationError) throw error;
    throw wrong(at, undefined, 'something that can be read', `something that fails when it is read (${error instanceof Error ? error.message : 'with no message'})`);
  }
}

function shapeOf(of: string): readonly Shape[] {
  const known = shapes.get(of);
  if (known) return known;
  const shape = OPTION_SHAPES[of as OptionsName].split(', ').filter(row => row !== '').map(row => {
    const [name, type] = row.split(' ');
    return { name: name.replace('?', ''), type, optional: name.endsWith('?') };
  });
  shapes.set(of, shape);
  return shape;
}

function textOf(type: string): string {
  if (type === 'string[]') return 'a list of strings';
  if (type.endsWith('[][]')) return 'a list of lists';
  if (type.endsWith('[]')) return 'a list of objects';
  if (type.startsWith('!')) return `a ${type.slice(1)}`;
  const texts: { readonly [type: string]: string } = { string: 'a string', number: 'a number', boolean: 'true or false', enum: 'one of the values that the library names' };
  return Object.hasOwn(texts, type) ? texts[type] : 'an object';
}

function wrong(option: string, value: unknown, wanted: string, is = written(value)): ViolationError {
  return new ViolationError({
    rule: 'options/types',
    reason: `'${option}' is ${is}, and it has to be ${wanted}`,
    remedy: `Write ${wanted}${value === undefined ? '' : ', or leave it out'}`,
    link: 'https://docs.datadoghq.com/containers/kubernetes/configuration/',
  });
}

function written(value: unknown): string {
  if (value === undefined) return 'not given';
  if (typeof value === 'number') return String(value);
  try {
    const text = JSON.stringify(value) ?? `a ${typeof value}`;
    return text.length > 200 ? `${text.slice(0, 200)}...` : text;
  } catch {
    return typeof value === 'bigint' ? 'a bigint' : 'something that JSON cannot hold';
  }
}
