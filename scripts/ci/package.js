// What a user gets: packs the package, installs it with the newest peers as a user does, copies each example out and runs it, on the oldest
// release of Node that the package takes and on the newest of each line that docs/decisions/0018-node-versions.md names. `npm` brings the
// releases of Node. Needs the dependencies of package.json, and what `node scripts/build.js` makes.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { isDeepStrictEqual } = require('node:util');

const root = path.resolve(__dirname, '..', '..');
const { devDependencies, engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const { EXAMPLES } = require('../examples.js');

const OLDEST_NODE = engines.node.replace(/^>= /, '');
const NODES = [OLDEST_NODE, '20', '22', '24'];
const versionOf = of => devDependencies[of].split('@').pop();

const work = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-package-')));
let passed = 0;
let failed = 0;

function check(words, fault) {
  if (fault === undefined) passed++;
  else failed++;
  console.log(fault === undefined ? `ok    ${words}` : `FAIL  ${words}\n      ${fault}`);
}

/** What a command prints. Where it fails, the error has the end of its output. */
function run(cwd, command, args, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
    env: { ...process.env, CDK8S_DISABLE_UPGRADE_CHECK: 'true', NODE_OPTIONS: '', ...env },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout.slice(-4000)}${stderr.slice(-4000)}`);
  return stdout;
}

/** The files below a folder with their text. */
function contentOf(folder) {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(names.filter(name => fs.statSync(path.join(folder, name)).isFile()).map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

function attempt(words, body) {
  try {
    check(words, body());
  } catch (error) {
    check(words, error.message.trim().replaceAll('\n', '\n      '));
  }
}

function pack() {
  const [{ filename }] = JSON.parse(run(root, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work]));
  return path.join(work, filename);
}

/** A project with the newest peers, as `npm install` makes it, that type-checks the declarations too. */
function installs(tarball) {
  const app = path.join(work, 'installed');
  fs.mkdirSync(app);
  const [, example] = /^```ts\n([\s\S]*?)^```/m.exec(fs.readFileSync(path.join(root, 'README.md'), 'utf8'));
  const dependencies = {
    'cdk8s-datadog': `file:${tarball}`,
    'cdk8s': versionOf('cdk8s-newest'),
    'constructs': versionOf('constructs-newest'),
    ...Object.fromEntries(['cdk8s-plus-33', 'cdk8s-cli', 'typescript', '@types/node'].map(of => [of, devDependencies[of]])),
  };
  const compilerOptions = { target: 'es2022', module: 'node16', strict: true, skipLibCheck: false, types: ['node'], rootDir: '.', outDir: 'out' };
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'user', private: true, dependencies }));
  fs.writeFileSync(path.join(app, 'main.ts'), example);
  fs.writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['main.ts'] }));
  fs.writeFileSync(path.join(app, 'cdk8s.yaml'), 'language: typescript\napp: node out/main.js\n');
  run(app, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline']);
  run(app, 'npx', ['tsc', '--project', 'tsconfig.json']);
  run(app, 'npx', ['cdk8s', 'synth', '--check-upgrade=false']);
  const made = Object.keys(contentOf(path.join(app, 'dist')));
  return isDeepStrictEqual(made, ['datadog.k8s.yaml', 'shop.k8s.yaml']) ? undefined : `dist has ${made.join(', ')}`;
}

/** A copy of each example that finds the package and what its own package.json names, and nothing else. */
function copyOut(tarball) {
  const packed = path.join(work, 'packed');
  fs.mkdirSync(packed);
  run(packed, 'tar', ['-xzf', tarball, '--strip-components=1']);
  for (const name of Object.keys(EXAMPLES)) {
    const folder = path.join(work, 'examples', name);
    fs.cpSync(path.join(root, 'examples', name), folder, { recursive: true });
    const { dependencies, devDependencies: tools } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    for (const of of Object.keys({ ...dependencies, ...tools })) {
      const link = path.join(folder, 'node_modules', of);
      fs.mkdirSync(path.dirname(link), { recursive: true });
      if (of === 'cdk8s-datadog') fs.cpSync(packed, link, { recursive: true });
      else fs.symlinkSync(path.join(root, 'node_modules', of), link, 'junction');
    }
    fs.mkdirSync(path.join(folder, 'node_modules', '.bin'));
    fs.symlinkSync(path.join(root, 'node_modules', 'ts-node', 'dist', 'bin.js'), path.join(folder, 'node_modules', '.bin', 'ts-node'));
  }
}

/** Runs the examples one after the other in one process, because loading takes longer than all of them. */
const RUN_ALL = `
const fs = require('node:fs');
console.log = () => undefined;
for (const [folder, outdir] of JSON.parse(process.argv[1])) {
  process.chdir(folder);
  process.env.CDK8S_OUTDIR = outdir;
  fs.mkdirSync(outdir, { recursive: true });
  try {
    require(folder + '/main.ts');
  } catch (error) {
    fs.writeFileSync(outdir + '/error', error.stack);
  }
}`;

function runExamples(node) {
  const outdirs = Object.keys(EXAMPLES).map(name => [path.join(work, 'examples', name), path.join(work, `out-${node}`, name)]);
  const [first] = outdirs[0];
  const binary = run(work, 'npm', ['exec', '--yes', `--package=node@${node}`, '--', 'node', '-p', 'process.execPath']).trim();
  run(first, binary, ['-r', path.join(root, 'node_modules', 'ts-node', 'register', 'transpile-only'), '-e', RUN_ALL, JSON.stringify(outdirs)], {
    TS_NODE_PROJECT: path.join(work, 'tsconfig.json'),
  });
  return { version: run(work, binary, ['-v']).trim(), made: Object.fromEntries(Object.keys(EXAMPLES).map((name, at) => [name, contentOf(outdirs[at][1])])) };
}

try {
  const tarball = pack();
  attempt('npm installs the package with the newest peers; the first example of the README type-checks with them and runs by the cdk8s CLI', () => installs(tarball));

  copyOut(tarball);
  attempt('every example type-checks outside of the repository', () => {
    const include = Object.keys(EXAMPLES).map(name => `examples/${name}/main.ts`);
    const { compilerOptions } = JSON.parse(fs.readFileSync(path.join(work, include[0], '..', 'tsconfig.json'), 'utf8'));
    const types = { rootDir: '.', typeRoots: [path.join(root, 'node_modules', '@types')], noEmit: true };
    fs.writeFileSync(path.join(work, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, ...types }, include }));
    run(work, process.execPath, [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', 'tsconfig.json']);
  });
  attempt('the command in cdk8s.yaml of an example works with the cdk8s CLI', () => {
    const folder = path.join(work, 'examples', 'eks-fargate-minimal');
    run(folder, process.execPath, [path.join(root, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s'), 'synth', '--check-upgrade=false']);
    return fs.existsSync(path.join(folder, 'dist', 'datadog.k8s.yaml')) ? undefined : 'dist/datadog.k8s.yaml is not there';
  });

  let expected;
  for (const node of NODES) {
    attempt(`every example runs outside of the repository on the newest Node ${node}`.replace(`the newest Node ${OLDEST_NODE}`, `Node ${OLDEST_NODE}`), () => {
      const { version, made } = runExamples(node);
      console.log(`      ${version}`);
      expected ??= made;
      const wrong = Object.entries(made).filter(([name, files]) => files.error || !files['datadog.k8s.yaml'] || !isDeepStrictEqual(files, expected[name]));
      return wrong.length === 0 ? undefined : wrong.map(([name, files]) => `${name}: ${files.error ?? 'not the bytes of the first run'}`).join('\n      ');
    });
  }
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
