import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIn, PackedApp, ROOT } from './packed';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, FIRST_EXAMPLE] = /^```ts\n([\s\S]*?)^```/m.exec(README)!;
const [, TSCONFIG] = /^echo '(.*)' > tsconfig\.json$/m.exec(README)!;

/** scripts/ci/package.js installs the package with npm and the newest peers, and checks its declarations: that takes half a minute. */
describe('the packed package in a folder of its own', () => {
  let app: PackedApp;
  beforeAll(() => {
    app = new PackedApp(['cdk8s', 'constructs', 'cdk8s-plus-33', 'typescript', 'ts-node', '@types/node']);
    writeFileSync(join(app.folder, 'package.json'), '{ "private": true, "type": "commonjs" }');
    writeFileSync(join(app.folder, 'tsconfig.json'), TSCONFIG);
    writeFileSync(join(app.folder, 'main.ts'), FIRST_EXAMPLE);
  }, 120_000);
  afterAll(() => app.remove());

  test('has no dependencies but its peers, and neither sources nor pages of docs', () => {
    const manifest = JSON.parse(readFileSync(join(app.installed, 'package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual(['cdk8s', 'constructs']);
    expect(namesIn(app.installed)).toEqual(['.jsii', 'API.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'lib', 'package.json']);
  });

  test('its declarations name no package but its peers: TypeScript reads every file that they lead to', () => {
    const files = new Map<string, string>([['index.d.ts', '']]);
    const foreign: string[] = [];
    for (const [file, from] of files) {
      const text = readFileSync(join(app.installed, 'lib', file), 'utf8');
      for (const [, name] of text.matchAll(/\b(?:from|import\() ?['"]([^'"]+)['"]/g)) {
        if (name.startsWith('.')) {
          const path = join(dirname(file), name);
          const found = [`${path}.d.ts`, join(path, 'index.d.ts')].find(each => existsSync(join(app.installed, 'lib', each)))!;
          if (!files.has(found)) files.set(found, `${from}${file} > `);
        } else if (!['cdk8s', 'constructs'].includes(name)) {
          foreign.push(`${from}${file}: ${name}`);
        }
      }
    }
    expect(files.size).toBeGreaterThan(100);
    expect(foreign).toEqual([]);
  });

  describe('loads only what an app uses', () => {
    const loaded = (program: string) => app.run('-e', `const datadog = require('cdk8s-datadog'); ${program};
      console.log(Object.keys(require.cache).filter(file => /cdk8s-datadog.lib/.test(file)).map(file => require('path').basename(file)).join(' '))`);
    const chart = (platform: string) => `const app = new (require('cdk8s').App)(); new datadog.DatadogChart(app, 'datadog',
      { clusterName: 'tokyo', platform: datadog.Platform.${platform}(), credentials: datadog.DatadogCredentials.existingSecret() }); app.synth()`;

    test.each([
      ['the public classes where nothing is called', 'datadog.DatadogChart.of', 'index.js core.js'],
      ['what synthesis needs where a rule is named', "try { datadog.Findings.acknowledge(new (require('cdk8s').App)(), 'no-rule', 'x') } catch {}", 'index.js core.js synthesis.js'],
      ['no extras for a cluster of Fargate alone', chart('eksFargate'), 'index.js core.js synthesis.js'],
      ['no extras for a cluster of nodes', chart('eks'), 'index.js core.js synthesis.js'],
      ['extras where a class of few apps is read', 'datadog.EksAddOn', 'index.js core.js extras.js synthesis.js'],
    ])('%s', (_, program, files) => {
      expect(loaded(program).trim().split('\n').pop()).toBe(files);
    });
  });

  test('has all exports for ES modules, and classes under their names', () => {
    writeFileSync(join(app.folder, 'names.mjs'), `import * as datadog from 'cdk8s-datadog';
      const { default: all, ...named } = datadog;
      console.log(JSON.stringify(Object.entries(named).map(([name, value]) => [name, typeof value === 'function' ? value.name : name])));`);
    const names: Array<[string, string]> = JSON.parse(app.run('names.mjs'));
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter(([exported, name]) => exported !== name && exported !== 'module.exports')).toEqual([]);
  });

  test('type-checks and runs the first example of the README, and makes the files that the README names', () => {
    const summary = app.run('ts-node/dist/bin.js', 'main.ts');
    expect(namesIn(join(app.folder, 'dist'))).toEqual(['datadog.k8s.yaml', 'shop.k8s.yaml']);
    for (const file of namesIn(join(app.folder, 'dist'))) expect(README).toContain(`dist/${file}`);
    expect(summary).toContain('Datadog on prod-tokyo\n');
    expect(summary).toContain('  warnings: none\n');
    expect(readFileSync(join(app.folder, 'dist', 'shop.k8s.yaml'), 'utf8').match(/name: datadog-agent-injected/g)).toHaveLength(1);
  }, 120_000);

  test('the README lists the namespaces in which the first example needs the Secret', () => {
    const [, namespaces] = /^for namespace in (.*); do$/m.exec(README)!;
    writeFileSync(join(app.folder, 'main.js'), `${transpiled(FIRST_EXAMPLE)}\nconsole.log(JSON.stringify(datadog.tokenReplicator.commands));`);
    const commands: string[] = JSON.parse(app.run('main.js').trim().split('\n').pop()!);
    const shown = /kubectl create secret generic [\s\S]*?\n(?=done)/.exec(README)![0].replace(/ \\\n\s*/g, ' ').trim();
    expect(commands).toEqual(namespaces.split(' ').map(namespace => shown.replace('$namespace', namespace)));
  });

  test('the README says that the package is not published before it shows how to install it', () => {
    expect(README.indexOf('not published yet')).toBeGreaterThan(0);
    expect(README.indexOf('not published yet')).toBeLessThan(README.indexOf('npm install'));
  });
});

function transpiled(code: string): string {
  const { transpileModule, ModuleKind, ScriptTarget } = jest.requireActual<typeof import('typescript')>('typescript');
  return transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } }).outputText;
}
