import { chain, charts } from './charts';
import { makeProgram, Program, record, Size } from './synthesis';

/** What one process is to do and to measure. */
export type Job =
  | Size & { readonly program: Program }
  | Size & { readonly program: 'record' }
  | { readonly program: 'charts'; readonly charts: number; readonly workloads: number; readonly instrumented: boolean; readonly outdir: string }
  | { readonly program: 'chain'; readonly charts: number; readonly onObjects: boolean; readonly outdir: string };

/** What one process took. */
export interface Cost {
  /** Milliseconds of processor time, of all threads, for making the objects and `app.synth()`, without loading anything. */
  readonly synthesis: number;
  /** Milliseconds of processor time of the whole process. */
  readonly whole: number;
  /** Peak of the resident memory, in MiB. */
  readonly memory: number;
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

async function main(job: Job): Promise<void> {
  if (job.program === 'record') return record(job);
  const run = job.program === 'charts' ? await charts(job) : job.program === 'chain' ? chain(job) : await makeProgram(job);
  const start = process.cpuUsage();
  run();
  const cost: Cost = {
    synthesis: milliseconds(process.cpuUsage(start)),
    whole: milliseconds(process.cpuUsage()),
    memory: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(JSON.stringify(cost));
}

main(JSON.parse(process.argv[2])).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
