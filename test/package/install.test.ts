import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

/** Versions that a new user gets: the newest that the development dependencies name. */
const { devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const NEWEST = {
  'cdk8s': devDependencies['cdk8s-newest'].split('@').pop(),
  'constructs': devDependencies['constructs-newest'].split('@').pop(),
  'cdk8s-plus-34': devDependencies['cdk8s-plus-34'],
  'cdk8s-cli': devDependencies['cdk8s-cli'],
  'typescript': devDependencies.typescript,
  '@types/node': devDependencies['@types/node'],
};

const MAIN = `
import { App, Chart } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';
import { Deployment } from 'cdk8s-plus-34';

const app = new App();
const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.existingSecret(),
});
const shop = new Chart(app, 'shop', { namespace: 'shop' });
new Deployment(shop, 'web', { containers: [{ image: 'nginx' }] });
datadog.instrument(shop);
app.synth();
`;

const TSCONFIG = {
  compilerOptions: { target: 'es2022', module: 'node16', strict: true, skipLibCheck: false, types: ['node'], rootDir: '.', outDir: 'out' },
  include: ['main.ts'],
};

describe('the package in an app of its own', () => {
  let app: string;
  const run = (command: string, ...args: string[]) => execFileSync(command, args, {
    cwd: app,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CDK8S_DISABLE_UPGRADE_CHECK: 'true', NODE_OPTIONS: '' },
  });

  beforeAll(() => {
    app = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-user-'));
    const tarball = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }))[0].filename;
    const dependencies = { ...NEWEST, 'cdk8s-datadog': `file:${tarball}` };
    fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'user', private: true, dependencies }));
    fs.writeFileSync(path.join(app, 'main.ts'), MAIN);
    fs.writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    fs.writeFileSync(path.join(app, 'cdk8s.yaml'), 'language: typescript\napp: node out/main.js\n');
    run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
  }, 300_000);

  afterAll(() => fs.rmSync(app, { recursive: true, force: true }));

  test('brings nothing of its own but what it needs', () => {
    const installed = path.join(app, 'node_modules', 'cdk8s-datadog');
    const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual(['cdk8s', 'constructs']);
    expect(fs.readdirSync(installed).sort()).toEqual(expect.arrayContaining(['.jsii', 'API.md', 'LICENSE', 'README.md', 'lib', 'package.json']));
    expect(fs.readdirSync(installed)).not.toEqual(expect.arrayContaining(['src']));
    expect(fs.existsSync(path.join(installed, 'test'))).toBe(false);
  });

  test('loads rules and what few apps need when they are used, and not before', () => {
    const loaded = (program: string) => run('node', '-e', `const datadog = require('cdk8s-datadog'); ${program};
      console.log(Object.keys(require.cache).filter(file => /cdk8s-datadog.lib/.test(file)).map(file => require('path').basename(file)).join(' '))`);
    expect(loaded('')).toMatch(/^index\.js( shared-\w+\.js)*\n$/);
    expect(loaded('datadog.EksAddOn')).toMatch(/ extras\.js/);
    expect(loaded("try { datadog.Findings.acknowledge(new (require('cdk8s').App)(), 'no-rule', 'x') } catch {}")).toMatch(/ checks\.js/);
  });

  test('has all exports for ES modules, and classes by their names', () => {
    fs.writeFileSync(path.join(app, 'names.mjs'), `import * as datadog from 'cdk8s-datadog';
      const { default: all, ...named } = datadog;
      console.log(JSON.stringify(Object.entries(named).map(([name, value]) => [name, typeof value === 'function' ? value.name : name])));`);
    const names: Array<[string, string]> = JSON.parse(run('node', 'names.mjs'));
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter(([exported, name]) => exported !== name && exported !== 'module.exports')).toEqual([]);
  });

  test('type-checks with skipLibCheck off and synthesizes through the cdk8s CLI', () => {
    run('npx', 'tsc', '--project', 'tsconfig.json');
    run('npx', 'cdk8s', 'synth', '--check-upgrade=false');
    expect(fs.readdirSync(path.join(app, 'dist')).sort()).toEqual(['datadog.k8s.yaml', 'shop.k8s.yaml']);
    const shop = fs.readFileSync(path.join(app, 'dist', 'shop.k8s.yaml'), 'utf8');
    expect(shop.match(/name: datadog-agent-injected/g)).toHaveLength(1);
  }, 120_000);
});
