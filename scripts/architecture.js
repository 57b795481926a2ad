// Draws the folders of src and who imports whom, from the imports themselves, into docs/architecture.md.
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const root = path.resolve(__dirname, '..');
const page = path.join(root, 'docs', 'architecture.md');

/** Layers, bottom first. Every other folder has public constructs or classes. test/structure holds what each may import. */
const LAYERS = [
  'base', 'facts', 'feature-options', 'requirements', 'manifest', 'model', 'parts', 'features', 'render', 'cluster', 'rules', 'yaml', 'injection',
];
const CONSTRUCTS = 'constructs';

/** Each folder directly below `folder`, with the others that its files import. */
function readGraph(folder) {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(f => f.replaceAll('\\', '/')).filter(f => f.endsWith('.ts') && f.includes('/'));
  const graph = new Map([...new Set(files.map(first))].sort().map(name => [name, new Set()]));
  for (const file of files) {
    for (const { fileName } of ts.preProcessFile(fs.readFileSync(path.join(folder, file), 'utf8')).importedFiles) {
      const target = fileName.startsWith('.') ? first(path.posix.join(path.posix.dirname(file), fileName)) : '';
      if (target !== first(file) && graph.has(target)) graph.get(first(file)).add(target);
    }
  }
  return graph;
}

/** The layer or the concept of a file: its first folder, but for the options of features, which stand below the models. */
function first(file) {
  return /^features\/.*-options(\.ts)?$/.test(file) ? 'feature-options' : file.split('/')[0];
}

/** The graph with every folder under the name that `nameOf` gives it; without one, it is left out. */
function rename(graph, nameOf) {
  const renamed = new Map();
  for (const [from, targets] of graph) {
    const name = nameOf(from);
    if (name === undefined) continue;
    if (!renamed.has(name)) renamed.set(name, new Set());
    for (const target of [...targets].map(nameOf)) if (target !== undefined && target !== name) renamed.get(name).add(target);
  }
  return renamed;
}

/** Pairs of folders, without those that follow from others: what a folder imports, those that import it may import too. */
function edges(graph) {
  const reached = new Map([...graph.keys()].map(from => [from, reach(graph, from)]));
  const reaches = (from, to) => reached.get(from).has(to);
  const follows = (from, to) => [...graph.get(from)].some(by => by !== to && reaches(by, to) && !reaches(by, from) && !reaches(to, by));
  return [...graph.keys()].sort().flatMap(from => [...graph.get(from)].sort().filter(to => !follows(from, to)).map(to => [from, to]));
}

function reach(graph, from) {
  const seen = new Set();
  const todo = [...graph.get(from)];
  while (todo.length > 0) {
    const next = todo.pop();
    if (seen.has(next)) continue;
    seen.add(next);
    todo.push(...graph.get(next) ?? []);
  }
  return seen;
}

function mermaid(graph) {
  const pairs = edges(graph);
  const joined = new Set(pairs.flat());
  return [
    '```mermaid',
    'flowchart TD',
    ...[...graph.keys()].sort().filter(name => !joined.has(name)).map(name => `  ${name}`),
    ...pairs.map(([from, to]) => `  ${from} --> ${to}`),
    '```',
  ].join('\n');
}

/** The two pictures of a source folder, by name. */
function pictures(folder) {
  const graph = readGraph(folder);
  return {
    layers: mermaid(rename(graph, name => LAYERS.includes(name) ? name : CONSTRUCTS)),
    constructs: mermaid(rename(graph, name => LAYERS.includes(name) ? undefined : name)),
  };
}

/** The page with its pictures drawn anew. */
function draw(text, folder) {
  return Object.entries(pictures(folder)).reduce((drawn, [name, picture]) => {
    const [begin, end] = [`<!-- ${name}: written by scripts/architecture.js -->\n`, `\n<!-- ${name}: end -->`];
    const [at, until] = [drawn.indexOf(begin), drawn.indexOf(end)];
    if (at < 0 || until < at) throw new Error(`docs/architecture.md has no place for the picture '${name}'`);
    return drawn.slice(0, at + begin.length) + picture + drawn.slice(until);
  }, text);
}

module.exports = { LAYERS, draw, pictures };

if (require.main === module) fs.writeFileSync(page, draw(fs.readFileSync(page, 'utf8'), path.join(root, 'src')));
