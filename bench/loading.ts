import { execFileSync } from 'child_process';

/** Milliseconds that a fresh process needs to load the modules, the median of some runs. */
export function loadingTime(modules: readonly string[], runs = 9): number {
  const program = `const t = process.hrtime.bigint(); ${modules.map(m => `require(${JSON.stringify(m)});`).join(' ')} console.log(Number(process.hrtime.bigint() - t) / 1e6)`;
  const times = Array.from({ length: runs }, () => Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
