// `npm start`: installs what is missing, builds, synthesizes every example into dist/examples/<name> and prints what each made.
// Beside that folder, <name>.platform.json says what the example declares of its cluster, and <name>.runbook.md is for whoever runs it.
// It runs in a fresh clone, so it needs nothing but Node.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
const bin = name => path.join(root, 'node_modules', '.bin', name);

const installed = path.join(root, 'node_modules', '.package-lock.json');
const isCurrent = fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(path.join(root, 'package-lock.json')).mtimeMs;
if (!isCurrent) run(npm, ['ci', '--no-audit', '--no-fund']);

run(process.execPath, [path.join(root, 'scripts', 'build.js')]);

const recorders = ['self.js', 'record-platform.js', 'record-runbook.js'].flatMap(file => ['--require', path.join(root, 'scripts', file)]);
for (const name of fs.readdirSync(path.join(root, 'examples')).sort()) {
  const main = path.join(root, 'examples', name, 'main.ts');
  if (!fs.existsSync(main)) continue;
  const outdir = path.join('dist', 'examples', name);
  fs.rmSync(path.join(root, outdir), { recursive: true, force: true });
  fs.mkdirSync(path.join(root, outdir), { recursive: true });
  console.log(`== ${name}, in ${outdir}`);
  run(process.execPath, [...recorders, bin('ts-node'), '--transpile-only', '--project', 'test/tsconfig.json', main], {
    CDK8S_OUTDIR: outdir,
    PLATFORM_FILE: path.join(root, `${outdir}.platform.json`),
    RUNBOOK_FILE: path.join(root, `${outdir}.runbook.md`),
  });
}
