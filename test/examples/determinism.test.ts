import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { parseAllDocuments } from 'yaml';
import { AGENT_VERSION } from '../../src/facts/agent-images';
import { EnvUse, envUses, faultsOf } from '../agent-env/known-env';

const ROOT = path.join(__dirname, '..', '..');
const EXAMPLES = fs.readdirSync(path.join(ROOT, 'examples')).filter(name => fs.existsSync(path.join(ROOT, 'examples', name, 'main.ts'))).sort();

/** An example that fails leaves its error, so that the others are still told apart. */
const RUN_ALL = `
const fs = require('node:fs');
for (const [name, outdir] of JSON.parse(process.argv[1])) {
  process.env.CDK8S_OUTDIR = outdir;
  try {
    require('./examples/' + name + '/main.ts');
  } catch (error) {
    fs.mkdirSync(outdir, { recursive: true });
    fs.writeFileSync(outdir + '/error', error.stack);
  }
}`;

/** Clients in applications have settings of their own, which are the user's. */
function isDatadogs({ reader }: EnvUse): boolean {
  return reader !== 'application';
}

/** What one process writes for all examples, by example and file. A process for each would spend its time on loading. */
function written(env: { [name: string]: string }): { [name: string]: { [file: string]: string } } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-example-'));
  const outdirs = EXAMPLES.map(name => [name, path.join(folder, name)]);
  try {
    execFileSync(process.execPath, [
      '-r', './scripts/self.js', '-r', 'ts-node/register/transpile-only', '-e', RUN_ALL, JSON.stringify(outdirs),
    ], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env, TS_NODE_PROJECT: 'test/tsconfig.json' } });
    return Object.fromEntries(outdirs.map(([name, outdir]) => [
      name, Object.fromEntries(fs.readdirSync(outdir).sort().map(file => [file, fs.readFileSync(path.join(outdir, file), 'utf8')])),
    ]));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe('two processes, on machines that differ in time zone and language, write the same bytes', () => {
  let here: ReturnType<typeof written>;
  let there: ReturnType<typeof written>;
  beforeAll(() => {
    here = written({ TZ: 'UTC', LANG: 'C' });
    there = written({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  }, 240_000);

  test.each(EXAMPLES)('%s', name => {
    expect(here[name].error).toBeUndefined();
    expect(Object.keys(here[name])).toContain('datadog.k8s.yaml');
    expect(there[name]).toEqual(here[name]);
  });

  test.each(EXAMPLES)('%s: each env var is known to the Agent of its container', name => {
    const manifests = Object.entries(here[name]).filter(([file]) => file.endsWith('.k8s.yaml'))
      .flatMap(([, text]) => parseAllDocuments(text).map(document => document.toJS()).filter(Boolean));
    expect(faultsOf(envUses(manifests).filter(use => isDatadogs(use)), AGENT_VERSION.value)).toEqual([]);
  });
});
