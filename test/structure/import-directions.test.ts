import { builtinModules } from 'node:module';
import * as ts from 'typescript';
import { folderOf, LAYERS } from './layers';
import { parse, SourceFile, sourceFiles } from './source-files';

/** Layers that know how cdk8s works; below them everything is plain data. */
const KNOWS_CDK8S = ['injection'];

const FILES = sourceFiles();
const CONCEPTS = [...new Set(FILES.map(f => f.folder))].filter(folder => folder !== '' && !LAYERS[folder]);

function forbidden({ path, folder, imports }: SourceFile): string[] {
  return imports.flatMap(({ of, fromPackage, onlyTypes }) => {
    if (fromPackage) return forbiddenPackage(folder, of, onlyTypes).map(why => `${path} imports ${of}: ${why}`);
    const target = folderOf(of);
    if (of.startsWith('..')) return [`${path} imports ${of}: it is outside of src`];
    if (!of.includes('/')) return [`${path} imports ${of}: index.ts is for users of the package`];
    const allowed = LAYERS[folder] ?? [...Object.keys(LAYERS), ...CONCEPTS];
    return target === folder || allowed.includes(target) ? [] : [`${path} imports ${of}: ${folder} may import ${allowed.join(', ') || 'no other folder'}`];
  });
}

function forbiddenPackage(folder: string, name: string, onlyTypes: boolean): string[] {
  if (name.startsWith('kubernetes-types/')) return onlyTypes ? [] : ['that package has types only, so it is no import type'];
  if (builtinModules.includes(name)) return folder === 'facts' ? ['facts are data'] : [];
  if (!['cdk8s', 'constructs'].includes(name)) return ['it is no peer dependency'];
  return LAYERS[folder] && !KNOWS_CDK8S.includes(folder) ? [`${folder} is plain data and pure functions`] : [];
}

test('imports go one way', () => {
  expect(FILES.filter(f => f.path !== 'index.ts').flatMap(forbidden)).toEqual([]);
});

test('every layer has files, and all of them import something', () => {
  for (const folder of Object.keys(LAYERS)) expect(FILES.filter(f => f.folder === folder).length).toBeGreaterThan(0);
  expect(FILES.flatMap(f => f.imports).length).toBeGreaterThan(FILES.length);
});

test.each([
  ['facts/x.ts', "import { a } from '../base/versions';", true],
  ['facts/x.ts', "import { a } from './fact';", false],
  ['model/x.ts', "import { a } from '../render/labels';", true],
  ['model/x.ts', "import type { A } from '../render/labels';", true],
  ['model/x.ts', "import type { A } from '../features/features-options';", false],
  ['model/x.ts', "import type { A } from '../features/feature';", true],
  ['features/x/x-options.ts', "import type { A } from '../../facts/fact';", true],
  ['features/x/x.ts', "import { a } from '../../render/checksum';", true],
  ['features/x/x.ts', "import { a } from '../../parts/labels';", false],
  ['render/sidecar/x.ts', "import { a } from '../../model/cluster-model';", false],
  ['render/x.ts', "import { a } from '../cluster/resolve';", true],
  ['render/x.ts', "export * from '../rules/rule';", true],
  ['render/x.ts', "import { App } from 'cdk8s';", true],
  ['injection/x.ts', "import { App } from 'cdk8s';", false],
  ['injection/x.ts', "import { App } from '../sidecar/datadog-fargate-sidecar';", true],
  ['sidecar/x.ts', "import { App } from '../injection/manifest-hook';", false],
  ['sidecar/x.ts', "import { Deployment } from 'cdk8s-plus-28';", true],
  ['sidecar/x.ts', "import { Platform } from '..';", true],
  ['sidecar/x.ts', "const a = require('../../test/a');", true],
  ['render/x.ts', "import { PodSpec } from 'kubernetes-types/core/v1';", true],
  ['render/x.ts', "import type { PodSpec } from 'kubernetes-types/core/v1';", false],
  ['rules/x.ts', "type A = import('../injection/report').ClusterReport;", true],
  ['rules/x.ts', "const a = import('../injection/report');", true],
])('%s with %s is found: %s', (path, text, found) => {
  expect(forbidden(parse(path, text)).length > 0).toBe(found);
});

test('index.ts only exports, and every public folder is in it', () => {
  const { parsed, imports } = FILES.find(f => f.path === 'index.ts')!;
  expect(parsed.statements.filter(s => !ts.isExportDeclaration(s) || !s.moduleSpecifier).map(s => s.getText())).toEqual([]);
  expect(imports.map(i => folderOf(i.of)).filter(folder => LAYERS[folder] && folder !== 'feature-options')).toEqual([]);
});

test('no file has more than 300 lines', () => {
  expect(FILES.filter(f => f.lines > 300).map(f => `${f.path} has ${f.lines}`)).toEqual([]);
});

test('no two folders import each other through a circle of files', () => {
  const importsOf = new Map(FILES.map(f => [f.path.replace(/\.ts$/, ''), f.imports.filter(i => !i.fromPackage && !i.onlyTypes).map(i => i.of)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const circle = way.includes(file) ? [...way.slice(way.indexOf(file)), file] : [];
    if (new Set(circle.map(folderOf)).size > 1) circles.push(circle.join(' -> '));
    if (done.has(file) || way.includes(file)) return;
    (importsOf.get(file) ?? []).forEach(next => visit(next, [...way, file]));
    done.add(file);
  };
  [...importsOf.keys()].forEach(file => visit(file, []));
  expect(circles).toEqual([]);
});
