import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const { files }: { files(markdown: string, assembly: object): Map<string, string> } = jest.requireActual('../../scripts/api-pages.js');

/** Four types as jsii-docgen writes them, of a library `lib`. */
const MARKDOWN = `# API Reference <a name="API Reference" id="api-reference"></a>

## Constructs <a name="Constructs" id="Constructs"></a>

### Agent <a name="Agent" id="lib.Agent"></a>

- *Type:* <a href="#lib.AgentProps">AgentProps</a>, <a href="#lib.Size.value">Size</a>, <a href="#lib.Agent.other">other</a>, <a href="#other.Size">Size</a>

## Structs <a name="Structs" id="Structs"></a>

### AgentProps <a name="AgentProps" id="lib.AgentProps"></a>

Options.

### Size <a name="Size" id="lib.Size"></a>

## Enums <a name="Enums" id="Enums"></a>

### Level <a name="Level" id="lib.Level"></a>
`;
const ASSEMBLY = {
  name: 'lib',
  types: {
    'lib.Agent': { symbolId: 'src/agent/agent:Agent', docs: { summary: 'The Agent | one.' } },
    'lib.AgentProps': { symbolId: 'src/agent/agent:AgentProps', docs: { summary: 'Options.' } },
    'lib.Size': { symbolId: 'src/common-options/size:Size' },
    'lib.Level': { symbolId: 'src/common-options/level:Level' },
  },
};

describe('pages of the API', () => {
  const made = files(MARKDOWN, ASSEMBLY);

  test('there is one page for a construct with its structs, and one for each other folder', () => {
    expect([...made.keys()]).toEqual(['API.md', 'docs/api/agent.md', 'docs/api/common-options.md']);
    expect(made.get('docs/api/agent.md')).toMatch(/^<!-- .* -->\n# Agent\n[^]*### Agent <a [^]*## Structs\n\n### AgentProps/);
    expect(made.get('docs/api/common-options.md')).toMatch(/\n# Common options\n[^]*### Size <a [^]*## Enums\n\n### Level/);
  });

  test('links to types of other pages name the page, and links to other libraries stay', () => {
    expect(made.get('docs/api/agent.md')).toContain('href="#lib.AgentProps"');
    expect(made.get('docs/api/agent.md')).toContain('href="#lib.Agent.other"');
    expect(made.get('docs/api/agent.md')).toContain('href="common-options.md#lib.Size.value"');
    expect(made.get('docs/api/agent.md')).toContain('href="#other.Size"');
  });

  test('the index has every type with its page and its summary', () => {
    expect(made.get('API.md')!.split('\n').filter(line => line.startsWith('| ['))).toEqual([
      '| [Agent](docs/api/agent.md#lib.Agent) | The Agent \\| one. |',
      '| [AgentProps](docs/api/agent.md#lib.AgentProps) | Options. |',
      '| [Size](docs/api/common-options.md#lib.Size) |  |',
      '| [Level](docs/api/common-options.md#lib.Level) |  |',
    ]);
  });

  test('a folder has one page, also with many types and folders below it', () => {
    const names = Array.from({ length: 31 }, (_, at) => `T${at}`);
    const markdown = `## Structs <a name="Structs"></a>\n\n${names.map(name => `### ${name} <a name="${name}"></a>\n`).join('\n')}`;
    const types = Object.fromEntries(names.map((name, at) => [`lib.${name}`, { symbolId: `src/options/${at < 20 ? 'first' : 'sub/second'}:${name}` }]));
    expect([...files(markdown, { name: 'lib', types }).keys()]).toEqual(['API.md', 'docs/api/options.md']);
  });
});

test('every link between the pages of the API leads to a type or a member', () => {
  const folder = join(ROOT, 'docs', 'api');
  const pages = new Map(readdirSync(folder).map(page => [page, readFileSync(join(folder, page), 'utf8')]));
  const ids = new Map([...pages].map(([page, text]) => [page, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]));
  const broken = [...pages].flatMap(([page, text]) => [...text.matchAll(/ href="([^"#]*)#([^"]+)"/g)]
    .filter(([, target, id]) => !ids.get(target || page)?.has(id))
    .map(([link]) => `${page}:${link}`));
  expect(broken).toEqual([]);
  expect(pages.size).toBeGreaterThan(20);
});
