// Follows the recipes of CONTRIBUTING.md in a copy of the repository, builds it, and writes the generated files. Fails where a page or a
// table does not have the new feature, or where the package does not make of it what the recipe says. The tests in test/contributing do
// what takes seconds; this is the rest.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
process.env.TS_NODE_PROJECT = path.join(root, 'test', 'tsconfig.json');
require('ts-node/register/transpile-only');
const { apply, recipes } = require('../../test/contributing/recipes');

const copy = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-recipes-')));
process.on('exit', () => fs.rmSync(copy, { recursive: true, force: true }));
const run = (program, ...args) => execFileSync(program, args, {
  cwd: copy, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, TS_NODE_PROJECT: undefined, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}` },
});

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
for (const file of files.filter(name => fs.existsSync(path.join(root, name)))) {
  fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  fs.copyFileSync(path.join(root, file), path.join(copy, file));
}
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
for (const heading of ['A feature', 'An option']) {
  for (const block of recipes().get(heading)) {
    const file = path.join(copy, block.file);
    const text = apply(block, fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

// Sources are among what is generated, so there is a build after it. Examples and their translations say nothing of the recipes.
const { tasks } = JSON.parse(fs.readFileSync(path.join(root, '.projen', 'tasks.json'), 'utf8'));
const steps = ['docgen', 'post-compile'].flatMap(task => tasks[task].steps).flatMap(({ exec }) => exec ?? []).filter(exec => !/examples\.js/.test(exec));
run('node', 'scripts/build.js');
for (const step of steps) run('bash', '-c', step);
run('node', 'scripts/build.js');

const failures = [];
const pages = {
  'src/requirements/option-shapes.ts': /HeartbeatsFeature: 'enabled\? boolean, intervalSeconds\? number, port\? number'/,
  'docs/features.md': /^\| `heartbeats` \| off, from Agent 7\.80 /m,
  'docs/defaults.md': /^\| Heartbeats \| off \| off /m,
  'docs/deliveries.md': /^\| `features\.heartbeats.*\|.*ebpfCheck.*\|.*datadog\.heartbeats\.enabled/m,
  'API.md': /HeartbeatsFeature/,
  'docs/api/features.md': /Seconds between two heartbeats of an Agent/,
};
for (const [page, pattern] of Object.entries(pages)) {
  if (!pattern.test(fs.readFileSync(path.join(copy, page), 'utf8'))) failures.push(`${page} has nothing that matches ${pattern}`);
}

// The package takes the options, in every delivery.
fs.writeFileSync(path.join(copy, 'app.js'), `
const { App } = require('cdk8s');
const { DatadogChart, DatadogCredentials, DatadogHelmChart, DatadogOperatorChart, Platform } = require('./lib');
for (const Chart of [DatadogChart, DatadogOperatorChart, DatadogHelmChart]) {
  const app = new App();
  const chart = new Chart(app, 'datadog', {
    platform: Platform.eks(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret(), features: { heartbeats: { intervalSeconds: 60 } },
  });
  const made = app.synthYaml() + (chart.values ? chart.values() : '');
  if (!/DD_HEARTBEATS_INTERVAL"?\\n? *"?value"?: "60"/.test(made)) throw new Error(Chart.name + ' does not write the interval');
}
`);
try {
  run('node', 'app.js');
} catch {
  failures.push('the built package does not do what the recipe says');
}

failures.forEach(failure => console.error(failure));
console.log(`${steps.length} generators, ${Object.keys(pages).length} pages, ${failures.length} failures`);
process.exitCode = failures.length > 0 ? 1 : 0;
