import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { deliveriesOf, NO_FIELD } from './deliveries';
import { Discovery } from './discovery';
import { readManifests } from './example-files';
import { KubeApi } from './kube-api';
import { KubeObject } from './manifests';
import { Report } from './report';

const ROOT = path.join(__dirname, '..');

/** Every example that is delivered by plain manifests, delivered by the Operator: is the DatadogAgent what its definition says? */
export class OperatorTest {
  constructor(private readonly api: KubeApi, private readonly discovery: Discovery) {}

  public async run(report: Report): Promise<void> {
    for (const name of examples()) await report.check(name, () => this.accepts(name));
  }

  private async accepts(name: string): Promise<string> {
    const agents = deliveriesOf(synthesized(name));
    if (agents.length === 0) throw new Error('It has no DatadogAgent.');
    for (const agent of agents) {
      const as = (spec: object): KubeObject => ({ ...agent, metadata: { ...agent.metadata, name: `e2e-${name}`, namespace: 'default' }, spec });
      const taken = await this.post(as(agent.spec));
      if (taken.status !== 201) throw new Error(`${taken.status} ${taken.body?.message ?? ''}`);
      const refused = await this.post(as({ ...agent.spec, [NO_FIELD]: 1 }));
      if (refused.status !== 400) throw new Error(`With a field that does not exist: ${refused.status}`);
    }
    return `${agents.length} DatadogAgent, accepted with strict validation; not with ${NO_FIELD}`;
  }

  private async post(object: KubeObject) {
    const collection = this.discovery.pathOf(object).replace(/\/[^/]+$/, '');
    return this.api.request(`${collection}?dryRun=All&fieldValidation=Strict`, { method: 'POST', body: object });
  }
}

function examples(): string[] {
  const folder = path.join(ROOT, 'examples');
  return fs.readdirSync(folder).sort().filter((name) => {
    const main = path.join(folder, name, 'main.ts');
    return fs.existsSync(main) && fs.readFileSync(main, 'utf8').includes('new DatadogChart(');
  });
}

/** What the example makes when its `DatadogChart` is a `DatadogOperatorChart`. */
function synthesized(name: string): KubeObject[] {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-operator-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [
      '--require', path.join(ROOT, 'scripts', 'deliver-by-operator.js'),
      path.join(ROOT, 'node_modules', '.bin', 'ts-node'), '--transpile-only', '--project', 'test/tsconfig.json', path.join('examples', name, 'main.ts'),
    ], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, CDK8S_OUTDIR: outdir } });
    if (status !== 0) throw new Error(stderr);
    return fs.readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => readManifests(path.join(outdir, file)));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}
