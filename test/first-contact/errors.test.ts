import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import * as cdk8s from 'cdk8s';
import * as api from '../../src';
import { ViolationError } from '../../src/base/violation';
// The same programs are started as processes by scripts/ci/first-contact.js.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { mistakes, plantings } = require('../../scripts/ci/mistakes.js') as Mistakes;

interface Mistake { readonly struct: string; readonly kind: string; readonly option: string; readonly text: string; readonly missing?: string }

interface Mistakes {
  mistakes(assembly: unknown, errorOf: (text: string) => unknown): Mistake[];
  plantings(assembly: unknown, values: readonly string[]): Array<{ readonly place: string; readonly text: string }>;
}

const ASSEMBLY = JSON.parse(readFileSync(join(__dirname, '../../.jsii'), 'utf8'));
const USER = '/home/user/main.js';

/** What a program throws. Its lines are those of a file of a user. */
function errorOf(text: string): Error | undefined {
  try {
    new Function('cdk8s', 'd', `${text};\n//# sourceURL=${USER}`)(cdk8s, api);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

const made = mistakes(ASSEMBLY, errorOf);
const errors = made.filter(({ text }) => text).map(mistake => ({ ...mistake, error: errorOf(mistake.text)! }));
const whereNot = (holds: (row: typeof errors[number]) => boolean) => errors.filter(row => !holds(row)).map(({ struct, kind, text, error }) => `${kind} in ${struct}: ${text}: ${error.stack}`);

test('every struct has an unknown name and a wrong type, and each is an error', () => {
  const taken = made.filter(({ missing, kind }) => missing === 'every value is taken' && kind !== 'a bad value').map(({ struct, kind }) => `${kind} in ${struct}`);
  expect(taken).toEqual([]);
  expect(errors.length).toBeGreaterThan(300);
  expect(whereNot(({ error }) => error instanceof ViolationError)).toEqual([]);
});

test('an error names the construct or the function, what is wrong, what to write instead and a page, in four lines', () => {
  expect(whereNot(({ error }) => /^(\[part-\d+[^\]]*\]|\[shop[^\]]*\]|(new )?\w+(\.\w+)?\(\):) (\w+\.\w+\(\): )?[a-z-]+\/[a-z0-9-]+: .+\.\n {2}\S.+\.\n {2}See https:\/\/\S+$/.test(error.message))).toEqual([]);
});

test('the first frame is the line of the user', () => {
  expect(whereNot(({ error }) => error.stack!.split('\n').find(line => line.startsWith('    at '))!.includes(USER))).toEqual([]);
});

test('an error is printed once, in less than 4,000 bytes', () => {
  const bytes = errors.map(({ error }) => Buffer.byteLength(inspect(error))).sort((a, b) => a - b);
  expect(bytes.at(-1)).toBeLessThan(4000);
  expect(bytes[Math.floor(bytes.length / 2)]).toBeLessThan(2000);
  expect(whereNot(({ error }) => inspect(error) === error.stack)).toEqual([]);
});

test('no error has a character that a terminal obeys', () => {
  // eslint-disable-next-line no-control-regex
  expect(whereNot(({ error }) => !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/.test(error.message))).toEqual([]);
});

test('no error shows a secret, wherever it stands', () => {
  const key = '0123456789abcdef'.repeat(2);
  const secrets = [key, 'hunter2secret'];
  const values = [
    `'${key}'`,
    `['${key}']`,
    `{ password: 'hunter2secret', instances: [{ password: 'hunter2secret', api_key: '${key}' }] }`,
    "'https://admin:hunter2secret@example.com/x'",
    "'admin:hunter2secret@registry.example.com'",
    "'DD_X=hunter2secret'",
    "[{ name: 'postgres', instances: { password: 'hunter2secret' } }]",
  ];
  const shown = plantings(ASSEMBLY, values).flatMap(({ place, text }) => {
    const error = errorOf(text);
    return error !== undefined && secrets.some(secret => `${error.message}${error.stack}`.includes(secret)) ? [`${place}: ${text}: ${error.message}`] : [];
  });
  expect(shown).toEqual([]);
});
