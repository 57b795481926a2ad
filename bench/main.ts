import * as fs from 'fs';
import { Bench } from 'tinybench';
import { byHand, instrumented, OUTDIR } from './cluster';
import { loadingTime } from './loading';

/** Median milliseconds of each program. Everything runs in this one process, so only ratios of them mean something. */
async function medians(programs: { readonly [name: string]: () => void }, iterations: number): Promise<{ [name: string]: number }> {
  const bench = new Bench({ iterations, time: 0, warmupIterations: 1, warmupTime: 0 });
  Object.entries(programs).forEach(([name, program]) => bench.add(name, program));
  await bench.warmup();
  await bench.run();
  return Object.fromEntries(bench.tasks.map(({ name, result }) => {
    if (!result || result.error) throw result?.error ?? new Error(`${name} did not run`);
    // In ascending order.
    return [name, result.samples[Math.floor(result.samples.length / 2)]];
  }));
}

/** k where time grows with the k-th power of the size. */
const exponent = (small: number, large: number, factor: number) => Math.log(large / small) / Math.log(factor);
const row = (what: string, figure: string) => console.log(`${what.padEnd(70)} ${figure}`);

async function main(): Promise<void> {
  const one = await medians({ instrumented: () => instrumented(1000, 10), byHand: () => byHand(1000, 10) }, 9);
  row('1,000 workloads: instrumented, against sidecars written by hand', `${(one.instrumented / one.byHand).toFixed(2)} x (${one.instrumented.toFixed(0)} ms, ${one.byHand.toFixed(0)} ms)`);

  const sizes = await medians({ hundred: () => instrumented(100, 1), tenThousand: () => instrumented(10_000, 1) }, 3);
  row('growth from 100 to 10,000 workloads', `exponent ${exponent(sizes.hundred, sizes.tenThousand, 100).toFixed(2)}`);

  const spread = await medians({ one: () => instrumented(1000, 1), thousand: () => instrumented(1000, 1000) }, 5);
  row('1,000 workloads in 1,000 namespaces, against one namespace', `${(spread.thousand / spread.one).toFixed(2)} x`);

  const alone = loadingTime(['cdk8s']);
  const both = loadingTime(['cdk8s', 'cdk8s-datadog']);
  row('loading the package, beyond cdk8s itself', `${(both - alone).toFixed(0)} ms (${both.toFixed(0)} ms, ${alone.toFixed(0)} ms)`);
}

main().finally(() => fs.rmSync(OUTDIR, { recursive: true, force: true })).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
