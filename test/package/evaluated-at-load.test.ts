import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { evaluatedAtLoad } = require('../../scripts/evaluated-at-load') as { evaluatedAtLoad: (src: string, files: readonly string[]) => string[] };

describe('the files whose module bodies run when a package is loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evaluated-at-load-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const evaluated = (sources: Record<string, string>) => {
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), text);
    return evaluatedAtLoad(folder, ['entry.ts']).sort();
  };

  test('leaves out what only a function calls', () => {
    expect(evaluated({
      entry: "import { fact } from './fact'; export class Entry { read() { return fact; } }",
      fact: 'export const fact = 1;',
    })).toEqual(['entry.ts']);
  });

  test('finds a base class, a decorator, and what a module body calls through another module', () => {
    expect(evaluated({
      entry: "import { Base } from './base'; import { mark } from './mark'; import { Types } from './types'; @mark export class Entry extends Base { of?: Types; }",
      base: "import { table } from './table'; export class Base { static readonly size = table().length; }",
      mark: 'export const mark = (type: unknown) => undefined;',
      table: "import { fact } from './fact'; export const table = () => [fact];",
      fact: 'export const fact = 1;',
      types: 'export interface Types { }',
    })).toEqual(['base.ts', 'entry.ts', 'fact.ts', 'mark.ts', 'table.ts']);
  });

  test('ends where two modules import each other', () => {
    expect(evaluated({
      entry: "import { other } from './other'; export const entry = () => other; export const read = other;",
      other: "import { entry } from './entry'; export const other = typeof entry;",
    })).toEqual(['entry.ts', 'other.ts']);
  });
});
