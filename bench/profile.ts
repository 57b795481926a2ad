import * as fs from 'node:fs';
import * as path from 'node:path';

const OWN = 'cdk8s-datadog';

export interface CpuProfile {
  readonly nodes: ReadonlyArray<{
    readonly id: number;
    readonly children?: readonly number[];
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }>;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export function readProfile(folder: string): CpuProfile {
  return JSON.parse(fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]), 'utf8'));
}

/** The share of the whole that a function of the library took, with all that it called. */
export function shareOf(functionName: string, { nodes, samples, timeDeltas }: CpuProfile): number {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const inside = new Set<number>();
  const add = (id: number) => {
    inside.add(id);
    byId.get(id)!.children?.forEach(add);
  };
  nodes.filter(({ callFrame }) => callFrame.functionName === functionName && ownerOf(callFrame.url, '') === OWN).forEach(({ id }) => add(id));
  const time = samples.reduce((sum, id, i) => sum + (inside.has(id) ? timeDeltas[i] : 0), 0);
  return time / timeDeltas.reduce((sum, delta) => sum + delta, 0);
}

/** Who the processor worked for, as shares of the whole, the largest first. */
export function shares(profile: CpuProfile): Array<[string, number]> {
  const owners = new Map(profile.nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame.url, callFrame.functionName)]));
  const times = new Map<string, number>();
  profile.samples.forEach((id, i) => times.set(owners.get(id)!, (times.get(owners.get(id)!) ?? 0) + profile.timeDeltas[i]));
  const whole = profile.timeDeltas.reduce((sum, time) => sum + time, 0);
  return [...times].map(([owner, time]): [string, number] => [owner, time / whole]).sort((a, b) => b[1] - a[1]);
}

function ownerOf(url: string, functionName: string): string {
  const dependency = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (dependency) return dependency;
  if (/\/lib\/[^/]+\.js$/.test(url)) return OWN;
  if (url.startsWith('node:')) return 'Node.js';
  return functionName === '(garbage collector)' ? 'garbage collection' : 'the rest';
}
