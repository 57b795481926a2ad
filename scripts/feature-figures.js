// Figures of docs/decisions/0001-layers.md for a commit: node scripts/feature-figures.js [commit]
//
// Files and lines of src and of src/features; files of src whose code names `apm`, without generated ones; and the hops of `apm` in each delivery:
// files with options, models, parts or renderers that the writer of the pods, the DatadogAgent or the values imports, itself or through
// others, and whose code names `apm` or one of its env vars. These are the files to read for what becomes of the option.
const { execFileSync } = require('node:child_process');
const path = require('node:path');
const ts = require('typescript');

const commit = process.argv[2] ?? 'HEAD';
const git = (...args) => execFileSync('git', args, { cwd: path.resolve(__dirname, '..'), encoding: 'utf8', maxBuffer: 1 << 28 });
const names = git('ls-tree', '-r', '--name-only', commit, 'src').split('\n').filter(name => name.endsWith('.ts'));
const texts = new Map(names.map(name => [name, git('show', `${commit}:${name}`)]));
const lines = files => files.reduce((sum, name) => sum + texts.get(name).split('\n').length - 1, 0);

const code = name => texts.get(name).replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
const written = name => /^\/\/ (Made|Written) by/.test(texts.get(name));
const named = names.filter(name => !written(name) && /\bapm\b|DD_APM_/.test(code(name)));
const importsOf = name => ts.preProcessFile(texts.get(name)).importedFiles
  .map(({ fileName }) => fileName).filter(fileName => fileName.startsWith('.'))
  .map(fileName => `${path.posix.join(path.posix.dirname(name), fileName)}.ts`).filter(file => texts.has(file));

function reached(from) {
  const files = new Set([from]);
  for (const file of files) importsOf(file).forEach(next => files.add(next));
  return files;
}

const options = names.find(name => /interface ApmFeature\b/.test(texts.get(name)));
const ends = {
  'node Agent': 'src/render/node-agent/manifests.ts',
  'sidecar': 'src/render/sidecar/agent-container.ts',
  'DatadogAgent': 'src/render/operator/datadog-agent.ts',
  'values of the chart': 'src/render/helm-values/values.ts',
};
const ofFeatures = names.filter(name => name.startsWith('src/features/'));
console.log(`commit ${git('rev-parse', '--short', commit).trim()}`);
console.log(`src: ${names.length} files, ${lines(names)} lines; src/features: ${ofFeatures.length} files, ${lines(ofFeatures)} lines`);
console.log(`files of src that name apm: ${named.length}`);
for (const [end, file] of Object.entries(ends)) {
  const all = reached(file);
  const hops = named.filter(name => name === options || (/^src\/(options|model|features|parts|render)\//.test(name) && all.has(name)));
  console.log(`apm to the ${end}: ${hops.length} files\n${hops.map(name => `  ${name}`).join('\n')}`);
}
