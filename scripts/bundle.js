// Puts what the package loads into few files: finding and reading hundreds of small ones is most of the time that loading takes, and
// most of the rest V8 spends on functions that an app never calls. So loading brings the files of src whose module bodies it runs. The
// rest is in files of lib of its own, which are loaded when something of them is used for the first time. The sources know nothing of that.
//
// It is made from the sources and not from what jsii wrote: of ES modules esbuild makes one scope, and V8 reads each function once;
// CommonJS modules stay functions around functions, which it reads twice. What esbuild writes stays as it is: with its line breaks, its
// names, and the path of each source file above its part.
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { evaluatedAtLoad } = require('./evaluated-at-load');

const root = path.resolve(__dirname, '..');
const src = path.join(root, 'src');
const lib = path.join(root, 'lib');

/** The files of lib beside `index.js`: what loading runs, what the first construct or synthesis needs, and what few apps need. */
const NAMES = ['core', 'synthesis', 'extras'];

/** Bytes of `core.js` beyond which the build fails: reading it is most of the time that loading takes. */
const LIMIT = 150_000;

/** Files and folders of src that one app needs, and another does not. */
const EXTRAS = [
  'argo-cd/', 'eks-addons/', 'fargate-logging/', 'helm-chart/', 'operator-chart/',
  'control-plane-checks/control-plane-checks.ts', 'istio/datadog-istio.ts', 'model/resolve-control-plane.ts',
  'network-policy/datadog-network-policy.ts', 'render/runbook/runbook.ts', 'sidecar-injection/sidecar-injection.ts',
];

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['cdk8s', 'constructs'],
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
};

const relative = file => path.relative(src, file).replaceAll(path.sep, '/');
const sourceOf = file => fs.readFileSync(path.join(src, file), 'utf8');
const assembly = JSON.parse(fs.readFileSync(path.join(root, '.jsii'), 'utf8'));

/**
 * The file of lib that each file of src goes into: `core` if loading the package runs it, `extras` if only one of `EXTRAS` needs it,
 * and else `synthesis`.
 */
async function fileOfEach() {
  const { metafile } = await esbuild.build({ ...OPTIONS, entryPoints: ['src/index.ts'], metafile: true });
  const imports = new Map(Object.entries(metafile.inputs).map(([file, input]) =>
    [relative(path.join(root, file)), input.imports.filter(to => !to.external).map(to => relative(path.join(root, to.path)))]));
  // What users get stands in index.ts by its name, also where another file names it.
  imports.set('index.ts', [...new Set([...imports.get('index.ts'), ...publicModules().filter(file => imports.has(file))])]);
  const extras = EXTRAS.flatMap(place => {
    const found = [...imports.keys()].filter(file => place.endsWith('/') ? file.startsWith(place) : file === place);
    if (found.length === 0) throw new Error(`scripts/bundle.js names ${place}, and the package has nothing of that name`);
    return found;
  });
  const core = evaluatedAtLoad(src, imports.get('index.ts').filter(file => !extras.includes(file)));
  const placed = new Map([['index.ts', 'index'], ...core.map(file => [file, 'core'])]);
  const place = (file, name) => {
    if (placed.has(file) || (name !== 'extras' && extras.includes(file))) return;
    placed.set(file, name);
    imports.get(file).forEach(to => place(to, name));
  };
  core.flatMap(file => imports.get(file)).forEach(file => place(file, 'synthesis'));
  extras.forEach(file => place(file, 'extras'));
  return { placed, imports };
}

/** The files whose exports users get: those that index.ts names, and those that they name in turn. */
function publicModules(of = 'index.ts') {
  const named = [...sourceOf(of).matchAll(/^export \* from '(.*)';$/gm)].map(([, module]) => `${path.posix.join(path.posix.dirname(of), module)}.ts`);
  return named.flatMap(file => [file, ...publicModules(file)]);
}

/** The name of each thing that exists at run time and leaves its module. */
const exportsOf = file => [...sourceOf(file).matchAll(/^export (?:abstract )?(?:async )?(?:class|enum|function|const) (\w+)/gm)].map(match => match[1]);

/**
 * The name of each class, which esbuild changes where a class speaks of itself; and what jsii writes into those of the assembly: the
 * name and the version that its runtimes know them by.
 */
function nameClasses(file) {
  const source = sourceOf(file);
  const names = [...source.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(match => match[1]);
  const known = Object.values(assembly.types).filter(type => type.kind === 'class' && type.symbolId === `src/${file.replace(/\.ts$/, '')}:${type.name}`);
  return [
    source,
    ...names.map(name => `Object.defineProperty(${name}, 'name', { value: '${name}' });`),
    ...known.map(({ name, fqn }) => `Object.assign(${name}, { [Symbol.for('jsii.rtti')]: ${JSON.stringify({ fqn, version: assembly.version })} });`),
  ].join('\n');
}

/** `export *` would export what the core has for other files of lib too. */
const nameExports = () => publicModules().map(file => [file, exportsOf(file)]).filter(([, names]) => names.length > 0)
  .map(([file, names]) => `export { ${names.join(', ')} } from './${file.replace(/\.ts$/, '')}';`).join('\n');

/** Of the files that are there because a module body calls something of them, the largest are named. */
function requireSmallCore(outputs, files) {
  const bytes = outputs.find(output => path.basename(output.path) === 'core.js').contents.length;
  if (bytes <= LIMIT) return;
  const called = files.filter(file => !publicModules().includes(file)).map(file => [sourceOf(file).length, file]).sort(([a], [b]) => b - a).slice(0, 10);
  throw new Error(`lib/core.js has ${bytes} bytes, more than ${LIMIT}, and every app reads all of it. Beside the public classes it has what their module bodies `
    + `call; let a function call it instead of a module body. The largest files of these: ${called.map(([size, file]) => `${file} (${size})`).join(', ')}`);
}

async function bundle() {
  const { placed, imports } = await fileOfEach();
  const imported = [...imports].flatMap(([file, to]) => to.filter(other => placed.get(other) !== placed.get(file)));
  // What other files of lib import; two modules may use one name.
  const shared = name => [...placed.keys()].filter(file => placed.get(file) === name && imported.includes(file));
  const aliases = new Map(NAMES.flatMap(name => {
    const files = shared(name);
    const all = files.flatMap(exportsOf);
    return files.map(file => [file, exportsOf(file).map(exported =>
      [exported, all.filter(other => other === exported).length > 1 ? `${exported}_of_${file.replace(/\W+/g, '_')}` : exported])]);
  }));
  const entry = name => shared(name).filter(file => aliases.get(file).length > 0).map(file =>
    `export { ${aliases.get(file).map(([exported, alias]) => `${exported} as ${alias}`).join(', ')} } from './${file.replace(/\.ts$/, '')}';`).join('\n');
  // The exports of a module that is loaded later load the file of lib that has it when one of them is read.
  const later = file => `let loaded;
    const load = () => loaded ??= require('./${placed.get(file)}.js');
    module.exports = { __esModule: true, ${aliases.get(file).map(([exported, alias]) => `get ${exported}() { return load().${alias}; }`).join(', ')} };`;
  const elsewhere = file => `export { ${aliases.get(file).map(([exported, alias]) => `${alias} as ${exported}`).join(', ')} } from './${placed.get(file)}.js';`;

  const plugin = name => ({
    name: 'files of lib',
    setup(build) {
      build.onResolve({ filter: /^entry:/ }, () => ({ path: `${name}.ts`, namespace: 'entry' }));
      build.onLoad({ filter: /.*/, namespace: 'entry' }, () => ({ contents: name === 'index' ? nameExports() : entry(name), resolveDir: src }));
      build.onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path: file }) => ({ path: file, external: true }));
      build.onResolve({ filter: /^\./ }, ({ path: wanted, resolveDir }) => {
        const file = relative(path.resolve(resolveDir, `${wanted}.ts`));
        if (placed.get(file) === name) return undefined;
        // Types alone: esbuild leaves the import out.
        if (!aliases.has(file)) return { path: file, external: true };
        return { path: file, namespace: placed.get(file) === 'core' ? 'elsewhere' : 'later' };
      });
      build.onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path: file }) => ({ contents: elsewhere(file), resolveDir: src }));
      build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path: file }) => ({ contents: later(file), resolveDir: src }));
      build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({ loader: 'ts', contents: nameClasses(relative(file)) }));
    },
  });
  const built = await Promise.all(['index', ...NAMES].map(name => esbuild.build({
    ...OPTIONS,
    entryPoints: [{ in: `entry:${name}`, out: name }],
    outdir: 'lib',
    plugins: [plugin(name)],
  })));
  requireSmallCore(built.flatMap(({ outputFiles }) => outputFiles), [...placed.keys()].filter(file => placed.get(file) === 'core'));
  for (const file of fs.readdirSync(lib).filter(name => name.endsWith('.js'))) fs.rmSync(path.join(lib, file));
  for (const { path: file, text } of built.flatMap(({ outputFiles }) => outputFiles)) fs.writeFileSync(file, text);
}

bundle().catch(error => {
  console.error(error);
  process.exit(1);
});
