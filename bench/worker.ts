import { chain, charts } from './charts';
import { asJson, clusters, empty } from './clusters';
import { makeProgram, Program, record, Size } from './synthesis';

/** What one process is to do and to measure. */
export type Job =
  | Size & { readonly program: Program }
  | Size & { readonly program: 'record' }
  | Size & { readonly program: 'warm'; readonly rounds: number }
  | { readonly program: 'charts'; readonly charts: number; readonly workloads: number; readonly instrumented: boolean; readonly outdir: string }
  | { readonly program: 'clusters'; readonly clusters: number; readonly outdir: string }
  | { readonly program: 'json'; readonly clusters: number; readonly reference: string; readonly outdir: string }
  | { readonly program: 'empty'; readonly outdir: string }
  | { readonly program: 'chain'; readonly charts: number; readonly asStar: boolean; readonly outdir: string };

/** What one process took. */
export interface Cost {
  /** Milliseconds of processor time, of all threads, for making the objects and `app.synth()`, without loading anything. */
  readonly synthesis: number;
  /** Milliseconds of processor time of the whole process. */
  readonly whole: number;
  /** Peak of the resident memory, in MiB. */
  readonly memory: number;
}

/** Rounds until V8 has compiled for good whatever is worth it. */
const WARM_UP = 4;

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

function measure(run: () => void): Cost {
  const start = process.cpuUsage();
  run();
  return {
    synthesis: milliseconds(process.cpuUsage(start)),
    whole: milliseconds(process.cpuUsage()),
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

async function costs(job: Job): Promise<Cost[]> {
  switch (job.program) {
    case 'record':
      await record(job);
      return [];
    case 'charts': return [measure(await charts(job))];
    case 'chain': return [measure(chain(job))];
    case 'clusters': return [measure(await clusters(job))];
    case 'json': return [measure(asJson(job))];
    case 'empty': return [measure(empty(job))];
    case 'warm': {
      const programs = [await makeProgram({ ...job, program: 'instrumented' }), await makeProgram({ ...job, program: 'byHand' })];
      const all = Array.from({ length: job.rounds + WARM_UP }, () => programs.map(measure));
      return all.slice(WARM_UP).flat();
    }
    default: return [measure(await makeProgram(job))];
  }
}

costs(JSON.parse(process.argv[2])).then(found => process.stdout.write(JSON.stringify(found))).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
