import * as fs from 'node:fs';
import * as path from 'node:path';

interface CpuProfile {
  readonly nodes: ReadonlyArray<{ readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }>;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Who the processor worked for, as shares of the whole, the largest first. */
export function shares(folder: string): Array<[string, number]> {
  const profile: CpuProfile = JSON.parse(fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]), 'utf8'));
  const owners = new Map(profile.nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame.url, callFrame.functionName)]));
  const times = new Map<string, number>();
  profile.samples.forEach((id, i) => times.set(owners.get(id)!, (times.get(owners.get(id)!) ?? 0) + profile.timeDeltas[i]));
  const whole = profile.timeDeltas.reduce((sum, time) => sum + time, 0);
  return [...times].map(([owner, time]): [string, number] => [owner, time / whole]).sort((a, b) => b[1] - a[1]);
}

function ownerOf(url: string, functionName: string): string {
  const dependency = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (dependency) return dependency;
  if (/\/lib\/[^/]+\.js$/.test(url)) return 'cdk8s-datadog';
  if (url.startsWith('node:')) return 'Node.js';
  return functionName === '(garbage collector)' ? 'garbage collection' : 'the rest';
}
