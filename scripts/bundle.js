// Puts what the package loads into few files: finding and reading hundreds of small ones is most of the time that loading takes, and
// most of the rest V8 spends on functions that an app never calls. So what few apps need, or none before it is synthesized, is in files
// of its own, which are loaded when something of them is used for the first time. The sources know nothing of that.
//
// It is made from the sources and not from what jsii wrote: of ES modules esbuild makes one scope, and V8 reads each function once;
// CommonJS modules stay functions around functions, which it reads twice.
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '..');
const src = path.join(root, 'src');
const lib = path.join(root, 'lib');

/** Files and folders of src that are loaded later, by the file of lib that they go into. */
const LATER = {
  // The first synthesis asks for them.
  checks: ['rules/all-rules.ts'],
  // One app has this, and another that.
  extras: [
    'argo-cd/', 'eks-addons/', 'fargate-logging/', 'helm-chart/', 'operator-chart/',
    'control-plane-checks/control-plane-checks.ts', 'istio/datadog-istio.ts', 'model/resolve-control-plane.ts',
    'network-policy/datadog-network-policy.ts', 'render/runbook/runbook.ts', 'sidecar-injection/sidecar-injection.ts',
  ],
};

const files = fs.readdirSync(src, { recursive: true }).map(file => file.replaceAll(path.sep, '/')).filter(file => file.endsWith('.ts'));
const filesOf = name => files.filter(file => LATER[name].some(place => place.endsWith('/') ? file.startsWith(place) : file === place));
const later = new Map(Object.keys(LATER).flatMap(name => filesOf(name).map(file => [file, name])));
const missing = Object.values(LATER).flat().filter(place => !files.some(file => file === place || (place.endsWith('/') && file.startsWith(place))));
if (missing.length > 0) throw new Error(`scripts/bundle.js names ${missing.join(', ')}, and src has nothing of that name`);

const relative = file => path.relative(src, file).replaceAll(path.sep, '/');
const importOf = file => `./${file.replace(/\.ts$/, '')}`;
const assembly = JSON.parse(fs.readFileSync(path.join(root, '.jsii'), 'utf8'));

/**
 * The name of each class, which esbuild changes where a class speaks of itself; and what jsii writes into those of the assembly: the
 * name and the version that its runtimes know them by.
 */
function nameClasses(file, source) {
  const names = [...source.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(match => match[1]);
  const known = Object.values(assembly.types).filter(type => type.kind === 'class' && type.symbolId === `src/${file.replace(/\.ts$/, '')}:${type.name}`);
  return [
    source,
    ...names.map(name => `Object.defineProperty(${name}, 'name', { value: '${name}' });`),
    ...known.map(({ name, fqn }) => `Object.assign(${name}, { [Symbol.for('jsii.rtti')]: ${JSON.stringify({ fqn, version: assembly.version })} });`),
  ].join('\n');
}

/** `export *` would have to load a file to know what is in it. */
function nameExports(source) {
  return source.replace(/^export \* from '\.\/(.*)';$/gm, (line, module) => {
    if (!later.has(`${module}.ts`)) return line;
    const names = [...fs.readFileSync(path.join(src, `${module}.ts`), 'utf8').matchAll(/^export (?:abstract )?(?:class|enum) (\w+)/gm)].map(match => match[1]);
    return names.length > 0 ? `export { ${names.join(', ')} } from './${module}';` : '';
  });
}

const plugin = {
  name: 'later',
  setup(build) {
    build.onResolve({ filter: /^later:/ }, ({ path: name }) => ({ path: name.slice('later:'.length), namespace: 'later' }));
    build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path: name }) =>
      ({ contents: filesOf(name).map(file => `export * from '${importOf(file)}';`).join('\n'), resolveDir: src }));
    build.onResolve({ filter: /^\./ }, ({ path: wanted, resolveDir, importer, namespace }) => {
      const name = later.get(relative(path.resolve(resolveDir, `${wanted}.ts`)));
      const isInside = namespace === 'later' || later.get(relative(importer)) === name;
      return name === undefined || isInside ? undefined : { path: `./${name}.js`, external: true };
    });
    build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const source = fs.readFileSync(file, 'utf8');
      return { loader: 'ts', contents: relative(file) === 'index.ts' ? nameExports(source) : nameClasses(relative(file), source) };
    });
  },
};

/** Each use of a file that comes later loads it, where a `require` at the top would do so at once. */
function loadLater(code) {
  return Object.keys(LATER).reduce((before, name) => {
    const file = JSON.stringify(`./${name}.js`);
    const variables = [...before.matchAll(new RegExp(`^var (\\w+) = require\\(${file.replaceAll('.', '\\.')}\\);\n`, 'gm'))];
    return variables.reduce((text, [line, variable]) => text.replace(line, '').replace(new RegExp(`\\b${variable}\\b`, 'g'), `(require(${file}))`), before);
  }, code);
}

async function bundle() {
  const options = { platform: 'node', target: 'node20', legalComments: 'none', logLevel: 'warning' };
  const { outputFiles } = await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: 'src/index.ts', out: 'index' }, ...Object.keys(LATER).map(name => ({ in: `later:${name}`, out: name }))],
    outdir: 'lib',
    bundle: true,
    splitting: true,
    format: 'esm',
    chunkNames: 'shared-[hash]',
    external: ['cdk8s', 'constructs'],
    plugins: [plugin],
    write: false,
  });
  for (const file of fs.readdirSync(lib).filter(name => name.endsWith('.js'))) fs.rmSync(path.join(lib, file));
  for (const { path: file, text } of outputFiles) {
    const { code } = await esbuild.transform(text, { ...options, format: 'cjs' });
    // Names of exports for `import` from ES modules: nothing calls this, and it must not be taken for useless.
    const [plain, names = ''] = loadLater(code).split(/^\/\/ Annotate the CommonJS export names.*$/m);
    // Names stay readable in stack traces; comments are in the declarations.
    const small = await esbuild.transform(plain, { ...options, minifyWhitespace: true, minifySyntax: true });
    fs.writeFileSync(file, small.code + names.trim().replace(/\s+/g, ' '));
  }
}

bundle().catch(error => {
  console.error(error);
  process.exit(1);
});
