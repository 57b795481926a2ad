import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as ts from 'typescript';
import { parse } from 'yaml';
import * as api from '../../src';

const ROOT = path.join(__dirname, '..', '..');
const EXAMPLES = fs.readdirSync(path.join(ROOT, 'examples')).filter(name => {
  const file = path.join(ROOT, 'examples', name, 'main.ts');
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('new DatadogChart(');
}).sort();

/** What the chart has no value for in an example. */

/** The values of the clusters of an example, whose charts are made for Helm. */
function valuesOf(name: string): any[] {
  const made: api.DatadogHelmChart[] = [];
  class Recorded extends api.DatadogHelmChart {
    constructor(...args: ConstructorParameters<typeof api.DatadogHelmChart>) {
      super(...args);
      made.push(this);
    }
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-helm-example-'));
  const here = process.cwd();
  process.env.CDK8S_OUTDIR = folder;
  process.chdir(ROOT);
  try {
    const file = path.join(ROOT, 'examples', name, 'main.ts');
    const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    const load = (of: string) => of === 'cdk8s-datadog' ? { ...api, DatadogChart: Recorded } : jest.requireActual(of);
    new Function('require', 'exports', 'console', '__dirname', outputText)(load, {}, { ...console, log: () => undefined }, path.dirname(file));
    return made.map(chart => parse(chart.values()));
  } finally {
    process.chdir(here);
    delete process.env.CDK8S_OUTDIR;
    fs.rmSync(folder, { recursive: true });
  }
}

beforeAll(() => void jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterAll(() => void jest.restoreAllMocks());

test.each(EXAMPLES)('%s has values', name => {
  const all = valuesOf(name);
  expect(all.length).toBeGreaterThan(0);
  for (const { datadog, agents, clusterAgent } of all) {
    expect(datadog.clusterName).toMatch(/^[a-z]/);
    expect([typeof agents.enabled, clusterAgent.enabled]).toEqual(['boolean', true]);
  }
});
