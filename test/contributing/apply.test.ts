import { apply, recipes } from './recipes';

const FILE = 'one\ntwo\n\nthree\n';
const diff = (text: string) => ({ language: 'diff' as const, file: 'a.ts', text });

test('lines are added, and taken away, where the others are', () => {
  expect(apply(diff(' two\n \n+2.5\n-three\n+3\n'), FILE)).toBe('one\ntwo\n\n2.5\n3\n');
  expect(apply(diff('+zero\n one\n'), FILE)).toBe('zero\none\ntwo\n\nthree\n');
  expect(apply({ ...diff('new\n'), language: 'ts' }, undefined)).toBe('new\n');
});

test.each([
  ['lines that are not there', diff(' four\n+five\n'), FILE, 'has the lines of the recipe 0 times'],
  ['part of a line', diff(' wo\n+five\n'), FILE, 'has the lines of the recipe 0 times'],
  ['lines that are there twice', diff(' one\n+two\n'), 'one\none\n', 'has the lines of the recipe 2 times'],
  ['a line without a sign', diff('one\n+two\n'), FILE, "'one' of a.ts begins with none of"],
  ['a change of no file', diff(' one\n'), undefined, 'a.ts is not there'],
  ['a new file that is there', { ...diff('new\n'), language: 'ts' as const }, FILE, 'a.ts is there already'],
])('%s is an error', (_, block, before, message) => {
  expect(() => apply(block, before)).toThrow(message);
});

test('blocks are read by recipe, those that name a file', () => {
  const page = '## Recipes\n### One\n```ts src/a.ts\nconst a = 1;\n```\n```sh\nls\n```\n### Two\n```diff src/b.ts\n a\n+b\n```\n';
  expect([...recipes(page)]).toEqual([
    ['One', [{ language: 'ts', file: 'src/a.ts', text: 'const a = 1;\n' }]],
    ['Two', [{ language: 'diff', file: 'src/b.ts', text: ' a\n+b\n' }]],
  ]);
});
