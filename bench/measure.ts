import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { buildSync } from 'esbuild';
import type { Size } from './synthesis';
import type { Cost, Job } from './worker';

const ROOT = path.resolve(__dirname, '..');
/** Inside the package, so that the programs find it by its name, as an app does. */
const FOLDER = path.join(ROOT, 'dist', 'bench');
export const WORKER = path.join(FOLDER, 'worker.js');
export const REFERENCE = path.join(FOLDER, 'reference.json');

/** Compiles the programs: a compiler has no place in what is measured. */
export function prepare(): void {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['bench/worker.ts'],
    outfile: WORKER,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['cdk8s', 'cdk8s-datadog'],
    tsconfigRaw: '{}',
  });
}

export function outdir(name: string): string {
  const folder = path.join(FOLDER, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** Does the job in a process of its own, as an app is: what the compiler of V8 has to do counts. */
export function run(job: Job, nodeOptions: readonly string[] = []): Cost {
  return start(job, nodeOptions)[0];
}

/** The instrumented app and the one by hand in turn, in one process, after some rounds that do not count. */
export function runWarm(rounds: number, size: Size): { readonly [program in 'instrumented' | 'byHand']: readonly Cost[] } {
  const costs = start({ program: 'warm', rounds, ...size }, []);
  return { instrumented: costs.filter((_, i) => i % 2 === 0), byHand: costs.filter((_, i) => i % 2 === 1) };
}

function start(job: Job, nodeOptions: readonly string[]): Cost[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, WORKER, JSON.stringify(job)], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Does all jobs in turn, so that whatever else the machine does meets all of them. */
export function inTurn<K extends string>(rounds: number, jobs: { readonly [name in K]: () => Cost }): { [name in K]: Cost[] } {
  const names = Object.keys(jobs) as K[];
  const costs = Object.fromEntries(names.map(name => [name, [] as Cost[]])) as { [name in K]: Cost[] };
  for (let round = 0; round < rounds; round++) for (const name of names) costs[name].push(jobs[name]());
  return costs;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Median of the ratios round by round. */
export function ratio(of: readonly Cost[], to: readonly Cost[], figure: keyof Cost): number {
  return median(of.map((cost, round) => cost[figure] / to[round][figure]));
}

/** Milliseconds of processor time that fresh processes need to load the package where cdk8s is loaded already. */
export function loading(rounds: number): number[] {
  const program = "require('cdk8s'); const start = process.cpuUsage(); require('cdk8s-datadog'); const { user, system } = process.cpuUsage(start); console.log((user + system) / 1000)";
  return Array.from({ length: rounds }, () => Number(execFileSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' }))).sort((a, b) => a - b);
}

/** Fails where two folders differ in a byte. */
export function requireSameBytes(one: string, other: string): void {
  const sums = [one, other].map(folder => fs.readdirSync(folder).sort().map(file => `${file} ${createHash('sha256').update(fs.readFileSync(path.join(folder, file))).digest('hex')}`));
  if (sums[0].length === 0 || String(sums[0]) !== String(sums[1])) throw new Error(`the two programs wrote something else: ${sums[0]} and ${sums[1]}`);
}
