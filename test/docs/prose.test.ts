import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { WORDS, addedLines, findings }: {
  readonly WORDS: ReadonlyArray<{ readonly avoid: string; readonly write: string; readonly bad: string[]; readonly good: string[] }>;
  addedLines(diff: string): Map<string, Set<number>>;
  findings(file: string, text: string, lines?: Set<number>): string[];
} = jest.requireActual('../../scripts/prose/check.js');

const linesOf = (file: string, text: string, lines?: Set<number>) => findings(file, text, lines).map(found => Number(/:(\d+):/.exec(found)![1]));

describe.each(WORDS)('words to avoid: $avoid', ({ bad, good }) => {
  test.each(bad)('finds %j', text => expect(findings('docs/x.md', text)).toHaveLength(1));
  test.each(good)('accepts %j', text => expect(findings('docs/x.md', text)).toEqual([]));
});

test('finds words in prose of a page, and none in its code', () => {
  const page = 'Nobody.\n`nobody` reads\n```sh\nnobody\n```\nnobody `x` and\n````\n```\nnobody\n````\nnobody\n';
  expect(linesOf('docs/x.md', page)).toEqual([1, 6, 11]);
});

test('finds words in comments, docstrings and strings of the sources', () => {
  const program = [
    "import { a } from './nobody';",
    '// nobody',
    '/**', ' * Nobody.', ' */',
    "const text = 'nobody';",
    'const long = `one ${a} nobody',
    'whoever ${text}`;',
    'const nobody = 1; // fine `nobody`',
    'call(nobody, /* nobody */ 1);',
  ].join('\n');
  expect(linesOf('src/x.ts', program)).toEqual([2, 4, 6, 7, 8, 10]);
});

test('finds words in names of tests, and none in other strings of a test', () => {
  const program = [
    "test('nobody', () => { expect('nobody').toBe(1); });",
    "test.each(['nobody'])('%s is no name', () => {});",
    'describe(`nobody ${x}`, () => {});',
    "other('nobody');",
    '// nobody',
  ].join('\n');
  expect(linesOf('test/x.test.ts', program)).toEqual([1, 2, 3, 5]);
});

test('finds words in comments of shell scripts', () => {
  expect(linesOf('.ci/run', '#!/usr/bin/env bash\n# nobody\nnobody # nobody\n"${#nobody}"\n')).toEqual([2, 3]);
});

test.each(['API.md', 'docs/api/sidecar.md', 'lib/index.js', 'examples/x/node_modules/y/README.md', 'data.json'])('does not read %s', file => {
  expect(findings(file, 'nobody')).toEqual([]);
});

test('does not read a page that a script writes', () => {
  expect(findings('docs/rules.md', '<!-- Written by scripts/rules-page.js -->\nnobody\n')).toEqual([]);
});

test('reads the added lines of a diff, and nothing else of the file', () => {
  const added = addedLines([
    'diff --git a/docs/a.md b/docs/a.md', '--- a/docs/a.md', '+++ b/docs/a.md', '@@ -3 +3,2 @@ heading', '-x', '+y', '+z', '@@ -9,2 +10,0 @@', '-x', '-y',
    'diff --git a/docs/b.md b/docs/b.md', '--- /dev/null', '+++ b/docs/b.md', '@@ -0,0 +1 @@', '+x',
    'diff --git a/docs/c.md b/docs/c.md', '--- a/docs/c.md', '+++ /dev/null', '@@ -1,2 +0,0 @@', '-x', '-y', '',
  ].join('\n'));
  expect([...added].map(([file, lines]) => [file, [...lines]])).toEqual([['docs/a.md', [3, 4]], ['docs/b.md', [1]]]);
  expect(linesOf('docs/a.md', 'nobody\nnobody\nnobody\n', new Set([3]))).toEqual([3]);
});

test('CONTRIBUTING.md names the file of words', () => {
  expect(readFileSync(join(__dirname, '../../CONTRIBUTING.md'), 'utf8')).toContain('scripts/prose/words.json');
});
