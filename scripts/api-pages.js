// Writes the reference of the public API: API.md is an index, and docs/api has one page for each construct with its structs, classes and
// enums, and one for each other concept. The text is that of jsii-docgen, from the .jsii of the last build; this takes it apart.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
/** What jsii-docgen writes on one page: each type with its kind, its name and its text. */
function typesOf(markdown) {
  return markdown.split(/^## (?=\w+ <a )/m).slice(1).flatMap(section => {
    const kind = /^\w+/.exec(section)[0];
    return section.split(/^### (?=\w+ <a )/m).slice(1).map(text => ({ kind, name: /^\w+/.exec(text)[0], text: text.trimEnd() }));
  });
}

/** The page of each type: the folder of src that it is in. */
function pagesOf(types, assembly) {
  const folderOf = name => assembly.types[`${assembly.name}.${name}`].symbolId.replace(/^src\//, '').split('/')[0];
  const pageOf = new Map(types.map(({ name }) => [name, folderOf(name)]));
  const pages = new Map();
  for (const type of types) pages.set(pageOf.get(type.name), [...pages.get(pageOf.get(type.name)) ?? [], type]);
  return { pageOf, pages: new Map([...pages].sort(([a], [b]) => a < b ? -1 : 1)) };
}

function titleOf(page, types) {
  const constructs = types.filter(({ kind }) => kind === 'Constructs').map(({ name }) => name);
  if (constructs.length > 0) return constructs.join(', ');
  const words = page.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

const WRITTEN = '<!-- Written by scripts/api-pages.js from the docstrings of src. -->';

/** Every file by its path, from what jsii-docgen wrote and the assembly that it read. */
function files(markdown, assembly) {
  const types = typesOf(markdown);
  const { pageOf, pages } = pagesOf(types, assembly);
  const linked = (text, page) => text.replace(/href="#([\w-]+)\.(\w+)/g, (link, module, name) => {
    const target = module === assembly.name ? pageOf.get(name) : undefined;
    return target === undefined || target === page ? link : `href="${target}.md#${module}.${name}`;
  });
  const kinds = [...new Set(types.map(({ kind }) => kind))];
  const summary = name => (assembly.types[`${assembly.name}.${name}`].docs?.summary ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
  const index = [
    WRITTEN, '# API', '',
    'Every public class, struct and enum, on one page for each construct and each concept. Names are those of TypeScript; in Python, methods and options are in',
    '`snake_case`.', '',
    ...kinds.flatMap(kind => [
      `## ${kind}`, '', '| name | |', '|---|---|',
      ...types.filter(type => type.kind === kind).map(({ name }) => `| [${name}](docs/api/${pageOf.get(name)}.md#${assembly.name}.${name}) | ${summary(name)} |`), '',
    ]),
  ];
  return new Map([
    ['API.md', index.join('\n')],
    ...[...pages].map(([page, of]) => [`docs/api/${page}.md`, [
      WRITTEN, `# ${titleOf(page, of)}`, '', '[All of the API](../../API.md)', '',
      ...kinds.filter(kind => of.some(type => type.kind === kind)).flatMap(kind => [
        `## ${kind}`, '', ...of.filter(type => type.kind === kind).flatMap(({ text }) => [`### ${linked(text, page)}`, '']),
      ]),
    ].join('\n')]),
  ]);
}

module.exports = { files };

if (require.main === module) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-api-'));
  try {
    const docgen = path.join(root, 'node_modules', '.bin', 'jsii-docgen');
    const output = path.join(work, 'API.md');
    const { status, error } = spawnSync(process.execPath, [docgen, '--output', output], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (error) throw error;
    if (status !== 0) process.exit(status ?? 1);
    const made = files(fs.readFileSync(output, 'utf8'), JSON.parse(fs.readFileSync(path.join(root, '.jsii'), 'utf8')));
    fs.rmSync(path.join(root, 'docs', 'api'), { recursive: true, force: true });
    fs.mkdirSync(path.join(root, 'docs', 'api'), { recursive: true });
    for (const [file, text] of made) fs.writeFileSync(path.join(root, file), text);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
