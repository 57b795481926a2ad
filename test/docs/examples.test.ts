import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import * as ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');
const PAGES = ['README.md', ...fs.readdirSync(path.join(ROOT, 'docs')).filter(f => f.endsWith('.md')).sort().map(f => path.join('docs', f))];

/** Programs of the pages: the blocks marked `ts`. */
const EXAMPLES = PAGES.flatMap(page => [...fs.readFileSync(path.join(ROOT, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)]
  .map(([, code], at) => ({ name: `${page}, example ${at + 1}`, code })));

/** The chart of the reader's own that examples import. */
const SHOP = {
  source: fs.readFileSync(path.join(__dirname, 'reader', 'shop.ts'), 'utf8'),
  exports: {
    ShopChart: class extends Chart {
      constructor(scope: Construct, id: string) {
        super(scope, id, { namespace: 'shop' });
        new Deployment(this, 'web', { containers: [{ name: 'web', image: 'nginx' }] });
      }
    },
  },
};

function diagnosticsOf(examples: ReadonlyArray<{ code: string }>): string[] {
  const folder = path.join(ROOT, 'test', 'docs');
  const files = new Map([[path.join(folder, 'shop.ts'), SHOP.source], ...examples.map(({ code }, at): [string, string] => [path.join(folder, `example-${at}.ts`), code])]);
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(ROOT, 'test', 'tsconfig.json'), f => fs.readFileSync(f, 'utf8')).config, ts.sys, path.join(ROOT, 'test'));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = file => files.has(file) || fileExists(file);
  host.readFile = file => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, version) => files.has(file) ? ts.createSourceFile(file, files.get(file)!, version) : getSourceFile(file, version);
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false, noEmit: true }, host);
  return [...files.keys()].flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(d => `${path.basename(d.file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
}

test('there are examples, in the README first of all', () => {
  expect(EXAMPLES[0].name).toBe('README.md, example 1');
});

test('every example of the README and the docs type-checks', () => {
  expect(diagnosticsOf(EXAMPLES)).toEqual([]);
}, 60_000);

test('a wrong example would be found', () => {
  expect(diagnosticsOf([{ code: "import { Platform } from 'cdk8s-datadog';\nPlatform.eksFargate({ kubernetesVersion: 1 });\n" }])).toHaveLength(1);
}, 60_000);

describe('every example runs', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-docs-'));
  beforeEach(() => { process.env.CDK8S_OUTDIR = folder; });
  afterAll(() => {
    delete process.env.CDK8S_OUTDIR;
    fs.rmSync(folder, { recursive: true });
  });

  test.each(EXAMPLES)('$name', ({ code }) => {
    const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    const load = (name: string) => name === './shop' ? SHOP.exports : jest.requireActual(name);
    const quiet = { ...console, log: () => undefined };
    new Function('require', 'exports', 'console', outputText)(load, {}, quiet);
    expect(fs.readdirSync(folder)).not.toHaveLength(0);
    fs.readdirSync(folder).forEach(file => fs.rmSync(path.join(folder, file)));
  });
});
