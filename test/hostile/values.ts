import * as fc from 'fast-check';

/** Texts that something on the way to the cluster may take for something else. */
export const ODD_TEXTS: readonly string[] = [
  // YAML 1.1 reads these as truth values, numbers, dates, nothing or structure.
  'on', 'off', 'yes', 'No', 'y', 'n', 'true', '~', 'null', '1e3', '0x1f', '007', '1_000', '1:20', '.5', '+1', '-', '.inf', '.nan', '2026-11-21', '=', '<<',
  '', ' ', ' a', 'a ', '# a', 'a # b', 'a: b', ': a', '- a', '? a', '{a', '[a', '*a', '&a', '!a', '!!str a', '%a', '@a', '`a', '|', '>', '\'', '"', '\\',
  'a\nb', 'a\n\n', '\n', '\ta', 'a\r\nb', '---', '...', '--- a', 'a\n---\nb', '{{ a }}', '%%host%%', '$(A)', '${A}', '\u0000', '\u0007', '\u2028', '\ufeffa',
  // Keys and names of JavaScript.
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'toJSON', 'then',
  'ünï', 'データ', '🐶', 'e\u0301', '\ud800', 'a'.repeat(63), 'a'.repeat(64), 'a'.repeat(253), 'a'.repeat(254), `${'a'.repeat(63)}.${'b'.repeat(63)}`, 'A', 'a_b', 'a.b', 'a..b', '-a', 'a-', '.a',
];

export const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 300 }));

class Custom { public readonly enabled = true; }

function cyclic(): unknown {
  const value: any = { name: 'a', list: [] };
  value.list.push(value);
  value.self = value;
  return value;
}

function deep(levels: number): unknown {
  let value: unknown = 'deep';
  for (let at = 0; at < levels; at++) value = at % 2 ? [value] : { name: value };
  return value;
}

function refusing(): never {
  throw new Error('the input refuses');
}

/** What no type allows, and JavaScript and files give all the same; made anew for every case. */
export const ODD_VALUES: readonly { readonly what: string; readonly make: () => unknown }[] = [
  { what: 'null', make: () => null },
  { what: 'true', make: () => true },
  { what: 'false', make: () => false },
  { what: '0', make: () => 0 },
  { what: '-1', make: () => -1 },
  { what: '1.5', make: () => 1.5 },
  { what: '-0', make: () => -0 },
  { what: 'NaN', make: () => NaN },
  { what: 'Infinity', make: () => Infinity },
  { what: '1e21', make: () => 1e21 },
  { what: '2^53', make: () => 2 ** 53 },
  { what: 'a BigInt', make: () => 10n },
  { what: 'a symbol', make: () => Symbol('s') },
  { what: 'a function', make: () => () => 1 },
  { what: 'a class', make: () => Custom },
  { what: 'an instance', make: () => new Custom() },
  { what: 'a Date', make: () => new Date(0) },
  { what: 'an invalid Date', make: () => new Date(NaN) },
  { what: 'a RegExp', make: () => /a/ },
  { what: 'a Map', make: () => new Map([['a', 1]]) },
  { what: 'a Set', make: () => new Set(['a']) },
  { what: 'a Buffer', make: () => Buffer.from('a') },
  { what: 'a boxed text', make: () => new String('a') },
  { what: 'a Promise', make: () => Promise.resolve(1) },
  { what: 'an Error', make: () => new Error('a') },
  { what: 'a text', make: () => 'text' },
  { what: 'an empty text', make: () => '' },
  { what: 'an empty object', make: () => ({}) },
  { what: 'an empty list', make: () => [] },
  { what: 'a list of null', make: () => [null] },
  { what: 'a list of undefined', make: () => [undefined] },
  { what: 'a list with holes', make: () => new Array(3) },
  { what: 'a list of texts', make: () => ['a', 'a'] },
  { what: 'a list of lists', make: () => [[[]]] },
  { what: 'a list of objects', make: () => [{}] },
  { what: 'a list of numbers', make: () => [1] },
  { what: 'an object of null', make: () => ({ name: null, enabled: null }) },
  { what: 'an object of undefined', make: () => ({ name: undefined }) },
  { what: 'an object of numbers', make: () => ({ a: 1 }) },
  { what: 'an object of objects', make: () => ({ a: {} }) },
  { what: 'an object without a prototype', make: () => Object.assign(Object.create(null), { a: 'b' }) },
  { what: 'an object with a key __proto__', make: () => JSON.parse('{"__proto__": {"enabled": true, "a": "b"}}') },
  { what: 'an object with a key constructor', make: () => ({ constructor: 'a', toString: 'b', hasOwnProperty: 'c', toJSON: 'd' }) },
  { what: 'a list with a key', make: () => Object.assign(['a'], { b: 'c' }) },
  { what: 'a frozen object', make: () => Object.freeze({ a: 'b' }) },
  { what: 'an object with a symbol for a key', make: () => ({ [Symbol('a')]: 'b' }) },
  { what: 'an object with toJSON', make: () => ({ toJSON: () => refusing() }) },
  { what: 'a cyclic object', make: cyclic },
  { what: 'a deep object', make: () => deep(200) },
  { what: 'a very deep object', make: () => deep(20_000) },
  { what: 'a getter that throws', make: () => Object.defineProperty({}, 'name', { enumerable: true, get: refusing }) },
  { what: 'a Proxy that throws', make: () => new Proxy({}, { get: refusing, has: refusing, ownKeys: refusing, getOwnPropertyDescriptor: refusing, getPrototypeOf: refusing }) },
  { what: 'a revoked Proxy', make: () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; } },
  { what: 'a Proxy that answers everything', make: () => new Proxy({}, { get: (_, key) => typeof key === 'string' ? key : undefined }) },
  { what: 'an object that refuses to be a text', make: () => ({ toString: refusing, valueOf: refusing }) },
];

export const oddValue = fc.constantFrom(...ODD_VALUES);
