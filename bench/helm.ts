import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Yaml } from 'cdk8s';
import { parseAllDocuments } from 'yaml';

/** The module that helm is built from, and the release. */
const HELM = { module: 'helm.sh/helm/v3/cmd/helm', version: 'v3.22.0' } as const;

/**
 * Seconds of processor time that `helm template` of Datadog's own chart 3.240.0 takes for one cluster with EC2 nodes, with helm 3.21 on two
 * processors. The chart is in no registry, so this figure was measured once, on 2026-11-30, beside a template of helm's that was measured again.
 */
export const DATADOG_CHART_SECONDS = 0.151;

/** The program, built from its Go module where it is not there yet. */
export function helmProgram(): string {
  const folder = path.join(process.env.BENCH_HOME ?? path.join(os.homedir(), '.cache', 'cdk8s-datadog-bench'), HELM.version);
  const program = path.join(folder, 'helm');
  if (!fs.existsSync(program)) {
    console.log(`building helm ${HELM.version}: some minutes`);
    execFileSync('go', ['install', `${HELM.module}@${HELM.version}`], { env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' }, stdio: 'inherit' });
  }
  return program;
}

/** What a child process took: all of it, with its start. */
export interface ProcessCost {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Peak of the resident memory, in MiB. */
  readonly memory: number;
}

const RUSAGE = `
import resource, subprocess, sys
with open(sys.argv[1], 'wb') as out: subprocess.run(sys.argv[2:], stdout=out, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)`;

/** Runs a program, with its output in a file, and reads from the kernel what it took. */
export function processCost(stdout: string, command: readonly string[]): ProcessCost {
  const { status, stdout: printed, stderr } = spawnSync('python3', ['-c', RUSAGE, stdout, ...command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [cpu, memory] = printed.trim().split(' ').map(Number);
  return { cpu, memory };
}

export type Objects = ReadonlyArray<Record<string, any>>;

/** A chart of Helm's whose templates are these files. */
export function writeChart(folder: string, templates: { readonly [file: string]: string }): void {
  fs.mkdirSync(path.join(folder, 'templates'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 0.1.0\n');
  for (const [file, text] of Object.entries(templates)) fs.writeFileSync(path.join(folder, 'templates', file), text);
}

/** The objects as the text of a template, in which what differs is replaced. */
export function templateOf(objects: Objects, replaced: { readonly [text: string]: string }): string {
  const text = objects.map(object => `---\n${Yaml.stringify(object)}`).join('');
  if (text.includes('{{')) throw new Error('an object has what Helm takes for a template');
  return Object.entries(replaced).reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

/** Fails where Helm renders other objects than the library writes. */
export function requireSameObjects(rendered: string, objects: Objects): void {
  const texts = (list: readonly unknown[]) => list.map(object => JSON.stringify(sorted(object))).sort();
  const made = texts(parseAllDocuments(fs.readFileSync(rendered, 'utf8')).map(document => document.toJS({ maxAliasCount: -1 })).filter(object => object));
  const expected = texts(objects);
  const other = made.findIndex((text, at) => text !== expected[at]);
  if (made.length !== expected.length || other >= 0) throw new Error(`Helm renders ${made.length} objects, the library ${expected.length}; ${made[other]} in place of ${expected[other]}`);
}

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => [key, sorted(value)]));
}
