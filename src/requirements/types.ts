import { ViolationError } from '../base/violation';

/** What the values of options are; a list of rows stands for a list of such objects. */
export type OptionType = 'string' | 'boolean' | 'object' | 'strings' | 'objects' | OptionTypes | readonly [OptionTypes];

export interface OptionTypes {
  readonly [option: string]: OptionType;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown) => typeof value === 'string';

const KINDS = {
  string: { is: isString, text: 'a string' },
  boolean: { is: (value: unknown) => typeof value === 'boolean', text: 'true or false' },
  object: { is: isObject, text: 'an object' },
  strings: { is: (value: unknown) => Array.isArray(value) && value.every(isString), text: 'a list of strings' },
  objects: { is: (value: unknown) => Array.isArray(value) && value.every(isObject), text: 'a list of objects' },
} as const;

/**
 * Holds what is given to its types. The compiler does that for TypeScript and jsii for other languages, and nobody for JavaScript and
 * for what is read from a file. What is left out or null is left to its default, what is in no row to whoever reads it.
 */
export function requireTypes(of: string, given: unknown, types: OptionTypes): void {
  for (const [option, type] of Object.entries(types)) {
    const value = (given as Record<string, unknown>)[option];
    const name = of === '' ? option : `${of}.${option}`;
    if (value !== undefined && value !== null) requireType(name, value, type);
  }
}

function requireType(name: string, value: unknown, type: OptionType): void {
  if (typeof type === 'string') return requireKind(name, value, type);
  if (!Array.isArray(type)) {
    requireKind(name, value, 'object');
    return requireTypes(name, value, type as OptionTypes);
  }
  requireKind(name, value, 'objects');
  (value as object[]).forEach((item, at) => requireAll(`${name}[${at}]`, item, type[0]));
}

/** Of the members of a list, everything that has a row is needed. */
function requireAll(name: string, item: object, types: OptionTypes): void {
  Object.entries(types).forEach(([option, type]) => requireType(`${name}.${option}`, (item as Record<string, unknown>)[option], type));
}

function requireKind(name: string, value: unknown, kind: keyof typeof KINDS): void {
  const { is, text } = KINDS[kind];
  if (is(value)) return;
  throw new ViolationError({
    rule: 'options/types',
    reason: `'${name}' is ${value === undefined ? 'not given' : JSON.stringify(value) ?? `a ${typeof value}`}, and it has to be ${text}`,
    remedy: `Write ${text}${value === undefined ? '' : ', or leave it out'}`,
    link: 'https://docs.datadoghq.com/containers/kubernetes/configuration/',
  });
}
