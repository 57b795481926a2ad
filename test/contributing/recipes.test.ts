import { cpSync, mkdirSync, mkdtempSync, existsSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { App } from 'cdk8s';
import * as ts from 'typescript';
import { apply, Block, recipes, ROOT } from './recipes';

/** A copy of the sources, in which each recipe is followed, one after the other: the second needs what the first one makes. */
const COPY = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-datadog-recipes-')));
for (const folder of ['src', 'test']) cpSync(join(ROOT, folder), join(COPY, folder), { recursive: true });
cpSync(join(ROOT, 'tsconfig.json'), join(COPY, 'tsconfig.json'));
symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'), 'junction');
afterAll(() => rmSync(COPY, { recursive: true }));

function read(file: string): string | undefined {
  return existsSync(join(COPY, file)) ? readFileSync(join(COPY, file), 'utf8') : undefined;
}

function files(): Map<string, string> {
  return new Map(['src', 'test'].flatMap(folder => readdirSync(join(COPY, folder), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => [relative(COPY, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]));
}

/** What following a recipe changes: names of new files, and of changed ones. */
function follow(blocks: readonly Block[]) {
  const before = files();
  for (const block of blocks) {
    const text = apply(block, read(block.file));
    mkdirSync(dirname(join(COPY, block.file)), { recursive: true });
    writeFileSync(join(COPY, block.file), text);
  }
  const after = [...files()];
  return {
    created: after.filter(([file]) => !before.has(file)).map(([file]) => file).sort(),
    changed: after.filter(([file, text]) => before.has(file) && before.get(file) !== text).map(([file]) => file).sort(),
  };
}

const FOLLOWED = new Map([...recipes()].map(([heading, blocks]) => [heading, follow(blocks)]));
const CREATED = [...FOLLOWED.values()].flatMap(({ created }) => created);
const TOUCHED = [...new Set([...FOLLOWED.values()].flatMap(({ created, changed }) => [...created, ...changed]))].sort();

function inCopy({ fileName }: ts.SourceFile): string {
  return relative(COPY, fileName).replaceAll('\\', '/');
}

test.each([
  ['A feature', {
    created: ['src/features/heartbeats/heartbeats-options.ts', 'src/features/heartbeats/heartbeats.ts', 'test/features/heartbeats.test.ts'],
    changed: ['src/features/features-options.ts', 'src/features/registry.ts'],
  }],
  ['An option', {
    created: ['test/features/heartbeats-interval.test.ts'],
    changed: ['src/features/heartbeats/heartbeats-options.ts', 'src/features/heartbeats/heartbeats.ts'],
  }],
  ['A platform', { created: ['src/facts/platforms/metal.ts', 'test/platform/metal.test.ts'], changed: ['src/facts/platforms/platforms.ts'] }],
  ['A way to watch a component', { created: ['test/control-plane-checks/metal.test.ts'], changed: ['src/facts/platforms/metal.ts'] }],
  ['A strategy for the certificate of etcd', {
    created: ['src/render/etcd-certificate/mirror.ts', 'test/render/etcd-certificate/mirror.test.ts'],
    changed: ['src/control-plane-checks/etcd-certificate.ts', 'src/model/etcd-certificate.ts', 'src/render/etcd-certificate/strategies.ts'],
  }],
  ['A rule', { created: ['src/rules/kubernetes/image-is-pinned.ts', 'test/rules/kubernetes/image-is-pinned.test.ts'], changed: ['src/rules/all-rules.ts', 'test/rules/disorder.ts'] }],
])('%s touches these files and no other', (heading, touched) => {
  expect(FOLLOWED.get(heading)).toEqual(touched);
});

test('these are all recipes', () => {
  expect(FOLLOWED.size).toBe(6);
});

test('after all of them, what was touched compiles, and so does what imports that', () => {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(COPY, 'test/tsconfig.json'), ts.sys.readFile).config, ts.sys, join(COPY, 'test'));
  const program = ts.createProgram(['src/index.ts', ...TOUCHED].map(file => join(COPY, file)), { ...options, noEmit: true });
  const touched = program.getSourceFiles().filter(source => TOUCHED.includes(inCopy(source)));
  expect(touched.map(inCopy).sort()).toEqual(TOUCHED);
  const importers = program.getSourceFiles().filter(source => ts.preProcessFile(source.text).importedFiles.some(({ fileName }) =>
    fileName.startsWith('.') && touched.some(t => t.fileName === `${join(dirname(source.fileName), fileName)}.ts`)));
  expect(importers.map(inCopy)).toEqual(expect.arrayContaining(['src/requirements/known-platform.ts', 'src/render/etcd-certificate/manifests.ts']));
  const told = [...program.getOptionsDiagnostics(), ...new Set([...touched, ...importers])]
    .flatMap(it => 'fileName' in it ? [...program.getSyntacticDiagnostics(it), ...program.getSemanticDiagnostics(it)] : [it]);
  expect(told.map(d => `${d.file && inCopy(d.file)}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`)).toEqual([]);
}, 120_000);

test('the pages of the features have the new one', () => {
  const inSources = (file: string) => jest.requireActual(join(COPY, file));
  const { featuresPage, defaultModels, FILE } = jest.requireActual('../../scripts/features-page.js');
  const models = defaultModels(inSources('src/cluster/resolve.ts'), inSources('src/facts/platforms/platforms.ts'));
  const rows = (page: string) => page.split('\n').filter(line => /heartbeats/i.test(line));
  expect(rows(featuresPage(readFileSync(FILE, 'utf8'), inSources('src/features/registry.ts').FEATURES, models)))
    .toEqual(['| `heartbeats` | off, from Agent 7.80 | yes | yes | 7070/TCP; Leases to list and watch |']);
  expect(rows(inSources('test/peers/defaults.ts').defaultsPage())).toEqual(['| Heartbeats | off | off |  |']);
});

test('a chart for the new platform has its checks', () => {
  const { DatadogChart, DatadogCredentials, Platform }: typeof import('../../src') = jest.requireActual(join(COPY, 'src/index.ts'));
  const app = new App();
  const platform = Platform.of('metal', { kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' });
  const datadog = new DatadogChart(app, 'datadog', { platform, clusterName: 'on-metal', credentials: DatadogCredentials.existingSecret(), controlPlane: {} });
  const manifests = app.synthYaml();
  expect(platform.name).toBe('Example Metal');
  expect(manifests).toMatch(/^kind: DaemonSet$/m);
  expect(manifests).toMatch(/^kind: Deployment$/m);
  expect(manifests).toContain('"prometheus_url": "https://%%host%%:%%port_metrics%%/metrics"');
  expect(datadog.summary()).toContain('Control plane');
});

// Tests of the recipes, and tests that hold for every platform, fact and rule, run as if they were written here.
describe.each([
  ...CREATED.filter(file => file.endsWith('.test.ts')),
  'test/platform/every-row.test.ts',
  'test/structure/facts.test.ts',
  'test/structure/import-directions.test.ts',
  'test/rules/registry.test.ts',
])('in the copy: %s', file => {
  jest.requireActual(join(COPY, file));
});
