import { requireField } from './option-fields';
import { exampleOf, formOf, kindOf, membersOf, textOf } from './option-forms';
import { isStruct, OptionsName, shapeOf } from './option-shape';
import { OPTION_INTERFACES } from './option-shapes';
import { unknownOptions } from './unknown-options';
import { ViolationError } from '../base/violation';

/** Deeper than any manifest, and not so deep that reading it would exhaust the stack. */
const DEEPEST = 100;

const LINK = 'https://docs.datadoghq.com/containers/kubernetes/configuration/';

type ArgumentType = 'string' | 'string[]' | '{string}' | '{any}' | `!${string}` | `#${string}`;

/** The options that are read, and by what. */
interface Reading {
  readonly root: OptionsName;
  readonly subclass: boolean;
}

/**
 * Checks that every option that a user gives is known and has a value of its type, all the way down. The TypeScript compiler does
 * that only for literals and jsii only for other languages; JavaScript, spread objects and files are checked by nothing else. Fields
 * that Kubernetes checks are checked by `OPTION_FIELDS`, and the meaning of an option by its own rule.
 *
 * @param of the struct
 * @param given what was given; null and undefined stand for no options
 * @param subclass whether a construct of a user's subclass is made, which may have options of its own
 * @returns the same as a plain object, without options that are null or undefined: these have their defaults. Features and parts
 *   that are named with an object are `enabled`, unless the object says false
 * @throws ViolationError `options/known`, `options/types`, `options/value-is-known`, or a rule of `kubernetes/`
 */
export function requireOptions<T>(of: OptionsName, given: T, subclass = false): T {
  if (given !== undefined && given !== null && !isObject('options', given)) throw wrong('options', of, given, `Write ${exampleOf(of)}`);
  return requireStruct(of, (given ?? {}) as object, '', { root: of, subclass }) as T;
}

/** The same for what is given by position, by its type as in `OPTION_SHAPES`. */
export function requireArgument(name: string, type: ArgumentType, given: unknown): void {
  requireType(type, given, name, 0, undefined);
}

/** The same for constructs that are given by position, whichever library made them. */
export function requireConstructs(name: string, ...given: unknown[]): void {
  given.filter(construct => !isConstruct(name, construct)).forEach(other => {
    throw wrong(name, 'construct', other, `Give ${name} a construct of the app: a workload, a Chart, an Include, a Helm or the App itself`);
  });
}

/** The same for a list of options that is given by position. */
export function requireOptionsList<T>(name: string, of: OptionsName, given: T[]): T[] {
  return requireList(`${of}[]`, given, name, 0, { root: of, subclass: false }) as T[];
}

function requireStruct(of: OptionsName, given: object, at: string, reading: Reading): object {
  const shape = shapeOf(of);
  const path = (name: string) => at === '' ? name : `${at}.${name}`;
  requireKnown(of, given, at, reading);
  const values = shape.map(option => [option, read(path(option.name), () => (given as Record<string, unknown>)[option.name])] as const);
  const missing = values.filter(([{ optional }, value]) => !optional && (value === undefined || value === null)).map(([option]) => option);
  if (missing.length > 0) {
    throw new ViolationError({
      rule: 'options/types',
      reason: `${listOf(missing.map(({ name }) => `'${path(name)}'`))} ${missing.length === 1 ? 'is required and is' : 'are required and are'} not given`,
      remedy: `Add ${missing.map(({ name, type }) => `${name}: ${exampleOf(type)}`).join(', ')}`,
      link: LINK,
    });
  }
  return Object.fromEntries(values
    .filter(([{ name }, value]) => (value !== undefined && value !== null) || isNamed(name, at))
    .map(([{ name, type }, value]) => {
      const typed = requireType(type, value ?? true, path(name), 0, reading);
      requireField(of, name, path(name), typed);
      return [name, typed];
    }));
}

/** Naming a feature, a policy or a part with an object switches it on. The options themselves, at the top, are no part of anything. */
function isNamed(option: string, at: string): boolean {
  return option === 'enabled' && at !== '';
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** An unknown option that is undefined says nothing, so nothing of it is ignored. */
function requireKnown(of: OptionsName, given: object, at: string, { root, subclass }: Reading): void {
  const known = new Set(shapeOf(of).map(({ name }) => name));
  const names = read(at || 'options', () => {
    const all: string[] = [];
    // With those of a prototype: they would be left out of a copy.
    for (const name in given) if (!known.has(name) && (given as Record<string, unknown>)[name] !== undefined) all.push(name);
    return all;
  });
  if (names.length > 0) throw unknownOptions({ of, at, names, root, subclass });
}

function requireType(type: string, value: unknown, at: string, depth: number, reading: Reading | undefined): unknown {
  if (type === 'any') return requireJson(value, at, depth);
  if (type.endsWith('[]')) return requireList(type, value, at, depth, reading);
  if (type.startsWith('{')) return requireMap(type, value, at, depth, reading);
  if (type.startsWith('#')) return requireMember(type, value, at);
  if (!fits(type, value, at)) throw wrong(at, type, value);
  return isStruct(type) ? requireStruct(type, value as object, at, reading ?? { root: type, subclass: false }) : value;
}

function requireMember(type: string, value: unknown, at: string): unknown {
  if (typeof value !== 'string') throw wrong(at, type, value);
  if (membersOf(type.slice(1)).some(member => member.value === value)) return value;
  throw new ViolationError({
    rule: 'options/value-is-known',
    reason: `'${at}' is a string that is not a value of ${type.slice(1)}`,
    remedy: formOf(at, type, value),
    link: LINK,
  });
}

function requireList(type: string, value: unknown, at: string, depth: number, reading: Reading | undefined): unknown {
  const items = read(at, () => Array.isArray(value) ? [...value as unknown[]] : undefined);
  if (!items) throw wrong(at, type, value);
  const of = type.slice(0, -2);
  return items.map((item, i) => requireType(of, item, `${at}[${i}]`, depth + 1, reading));
}

function requireMap(type: string, value: unknown, at: string, depth: number, reading: Reading | undefined): unknown {
  if (!isObject(at, value)) throw wrong(at, type, value);
  const entries = read(at, () => Object.entries(value)).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, requireType(type.slice(1, -1), item, `${at}.${name}`, depth + 1, reading)]));
}

/** What can be written as JSON, and read back the same. cdk8s's own late values are for cdk8s. */
function requireJson(value: unknown, at: string, depth: number): unknown {
  if (depth > DEEPEST) {
    throw new ViolationError({
      rule: 'options/types',
      reason: `'${at.slice(0, 60)}...' is deeper than anything in Kubernetes, or part of itself`,
      remedy: 'Write it without a part that contains the whole',
      link: LINK,
    });
  }
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const items = read(at, () => Array.isArray(value) ? [...value as unknown[]] : undefined);
  if (!items && !isObject(at, value)) throw wrong(at, 'any', value, 'Write strings, numbers, true, false, null, and lists and objects of these');
  if (read(at, () => typeof (value as { produce?: unknown }).produce) === 'function') return value;
  const inside = read(at, () => Object.entries(value as object));
  inside.forEach(([name, item]) => requireJson(item, items ? `${at}[${name}]` : `${at}.${name}`, depth + 1));
  return value;
}

function fits(type: string, value: unknown, at: string): boolean {
  if (['string', 'number', 'boolean'].includes(type)) return typeof value === type && !Number.isNaN(value);
  if (!isObject(at, value)) return false;
  const [kind, name] = [type[0], type.slice(1)];
  if (kind === '&') return read(at, () => OPTION_INTERFACES[name as keyof typeof OPTION_INTERFACES].split(', ').every(property => property in value));
  return kind !== '!' || read(at, () => isOf(name, value));
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

function isConstruct(at: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && read(at, () => typeof (value as { node?: { path?: unknown } }).node?.path === 'string');
}

/** What is given may refuse to be read: a getter, or a Proxy. */
function read<T>(at: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    if (error instanceof ViolationError) throw error;
    throw new ViolationError({
      rule: 'options/types',
      reason: `'${at}' fails when it is read`,
      remedy: 'Write a plain object, without getters that throw',
      link: LINK,
    });
  }
}

function wrong(at: string, type: string, value: unknown, remedy = formOf(at, type, value)): ViolationError {
  return new ViolationError({
    rule: 'options/types',
    reason: `'${at}' is ${kindOf(value)}, and it has to be ${textOf(type)}`,
    remedy,
    link: LINK,
  });
}
