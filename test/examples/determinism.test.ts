import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');
const EXAMPLES = fs.readdirSync(path.join(ROOT, 'examples')).filter(name => fs.existsSync(path.join(ROOT, 'examples', name, 'main.ts'))).sort();

/** What one process writes for an example, by file. */
function written(name: string, env: { [name: string]: string }): { [file: string]: string } {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-example-'));
  try {
    execFileSync(process.execPath, [
      path.join(ROOT, 'node_modules', '.bin', 'ts-node'), '--transpile-only', '--project', 'test/tsconfig.json', path.join('examples', name, 'main.ts'),
    ], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env, CDK8S_OUTDIR: outdir } });
    return Object.fromEntries(fs.readdirSync(outdir).sort().map(file => [file, fs.readFileSync(path.join(outdir, file), 'utf8')]));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

describe('two processes, on machines that differ in time zone and language, write the same bytes', () => {
  test.each(EXAMPLES)('%s', name => {
    const here = written(name, { TZ: 'UTC', LANG: 'C' });
    expect(Object.keys(here)).toContain('datadog.k8s.yaml');
    expect(written(name, { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(here);
  }, 60_000);
});
