import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../src/features/registry';

const FACTS = join(__dirname, '../../src/facts');

/** Every exported value of the folder, by file and name. */
const EXPORTS = readdirSync(FACTS, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && file !== 'fact.ts').flatMap(file =>
  Object.entries<any>(jest.requireActual(join(FACTS, file))).map(([name, value]) => [`${file}: ${name}`, value] as const));

/** Facts that stand with the features: of env vars, of keys of the Helm chart, and of versions. */
const OF_FEATURES = FEATURES.map(({ name, env = {}, helm, since }) =>
  [name, [...Object.values(env), ...helm?.keys ?? [], ...since ? [since] : []]] as const);

/** Rows of a table: the value itself where it is one, and else its members. */
function rows(value: any): any[] {
  if (typeof value !== 'object' || value === null || 'source' in value) return [value];
  return Object.values(value).flatMap(rows);
}

test.each([...EXPORTS, ...OF_FEATURES.filter(([, facts]) => facts.length > 0)])('every row of %s has a source and the day on which it was read', (_, value) => {
  expect(rows(value).length).toBeGreaterThan(0);
  for (const { source, checkedOn } of rows(value)) {
    expect(source).toMatch(/\S{3}/);
    expect(checkedOn).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
    expect(new Date(checkedOn).toISOString().slice(0, 10)).toBe(checkedOn);
  }
});

test.each(EXPORTS)('%s has no logic', (_, value) => {
  const functions = (json: any): unknown[] => typeof json === 'function'
    ? [json]
    : typeof json === 'object' && json !== null && !(json instanceof RegExp) ? Object.values(json).flatMap(functions) : [];
  expect(functions(value)).toEqual([]);
});
