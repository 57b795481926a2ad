import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LAYERS } from '../structure/layers';

const ROOT = join(__dirname, '../..');
const script: {
  LAYERS: string[];
  draw(text: string, folder: string): string;
  pictures(folder: string): { layers: string; constructs: string };
} = jest.requireActual('../../scripts/architecture.js');

const PAGE = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

/** The pictures of made-up sources: each file with what it imports. */
function picturesOf(files: { readonly [file: string]: readonly string[] }) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-datadog-architecture-'));
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), imports.map(of => `import { x } from '${of}';\n`).join(''));
  }
  const { layers, constructs } = script.pictures(folder);
  rmSync(folder, { recursive: true });
  const arrows = (picture: string) => picture.split('\n').slice(2, -1).map(line => line.trim());
  return { layers: arrows(layers), constructs: arrows(constructs) };
}

test('the pictures of docs/architecture.md are those of the imports: npx projen post-compile draws them', () => {
  expect(script.draw(PAGE, join(ROOT, 'src'))).toBe(PAGE);
});

test('the layers are those that the imports are held to', () => {
  expect(script.LAYERS).toEqual(Object.keys(LAYERS));
  for (const layer of script.LAYERS) expect(PAGE).toContain(`| \`${layer}\` |`);
});

test('an arrow for each folder that is imported, but for those that follow from others', () => {
  expect(picturesOf({
    'facts/a.ts': [],
    'model/a.ts': ['../facts/a'],
    'render/deep/a.ts': ['../../model/a', '../../facts/a', './b', '../c'],
    'chart/a.ts': ['../render/deep/a', '../facts/a', 'cdk8s'],
  })).toEqual({ layers: ['constructs --> render', 'model --> facts', 'render --> model'], constructs: ['chart'] });
});

test('constructs among each other, those that stand alone and those that know each other too', () => {
  expect(picturesOf({
    'chart/a.ts': ['../agent/a', '../options/a', '../site/a'],
    'agent/a.ts': ['../options/a'],
    'options/a.ts': ['../agent/b', '../site/a'],
    'site/a.ts': [],
    'alone/a.ts': ['../injection/a'],
    'injection/a.ts': [],
    'index.ts': ['./chart/a'],
  }).constructs).toEqual(['alone', 'agent --> options', 'chart --> agent', 'chart --> options', 'options --> agent', 'options --> site']);
});

test('a page without a place for a picture is an error', () => {
  expect(() => script.draw('# Architecture\n', join(ROOT, 'src'))).toThrow("docs/architecture.md has no place for the picture 'layers'");
});
