import * as fs from 'node:fs';
import * as path from 'node:path';
import { againstHelm } from './against-helm';
import { inTurn, loading, outdir, prepare, REFERENCE, requireSameBytes, run, runWarm } from './measure';
import { readProfile, shareOf, shares } from './profile';
import { Figures, report, SizeFigures } from './report';
import { Cluster, Program } from './synthesis';

const CLUSTERS: readonly Cluster[] = ['fargate', 'ec2', 'mixed'];
const PROGRAMS: readonly Program[] = ['instrumented', 'byHand', 'plain', 'floor'];
/** Rounds of most measurements; the largest apps get a third of them. */
const ROUNDS = Number(process.argv[2] ?? 9);

function measureSize(cluster: Cluster, workloads: number, namespaces: number): SizeFigures {
  const size = { cluster, workloads, namespaces, reference: REFERENCE };
  run({ program: 'record', ...size, outdir: outdir('record') });
  const of = (program: Program) => () => run({ program, ...size, outdir: outdir(program) });
  const rounds = workloads > 1000 ? Math.ceil(ROUNDS / 3) : ROUNDS;
  const costs = inTurn(rounds, { instrumented: of('instrumented'), byHand: of('byHand'), plain: of('plain'), floor: of('floor') });
  requireSameBytes(outdirOf('instrumented'), outdirOf('byHand'));
  console.log(`${cluster}: ${workloads} workloads in ${namespaces} namespaces`);
  return { cluster, workloads, namespaces, costs };
}

const outdirOf = (program: Program) => path.join(path.dirname(REFERENCE), program);

/** The whole process of an app with three workloads. */
function coldStart(): Figures['coldStart'] {
  const size = { cluster: 'fargate', workloads: 3, namespaces: 1, reference: REFERENCE } as const;
  run({ program: 'record', ...size, outdir: outdir('record') });
  return inTurn(3 * ROUNDS, {
    with: () => run({ program: 'instrumented', ...size, outdir: outdir('instrumented') }),
    without: () => run({ program: 'byHand', ...size, outdir: outdir('byHand') }),
  });
}

function warm(cluster: Cluster): Figures['warm'][number] {
  const size = { cluster, workloads: 1000, namespaces: 10, reference: REFERENCE };
  run({ program: 'record', ...size, outdir: outdir('record') });
  return { cluster, ...runWarm(Math.max(ROUNDS, 7), { ...size, outdir: outdir('warm') }) };
}

function manyCharts(): Figures['charts'] {
  return [1, 10, 100, 1000].map(charts => ({
    charts,
    ...inTurn(Math.ceil(ROUNDS / 3), {
      with: () => run({ program: 'charts', charts, workloads: 1000, instrumented: true, outdir: outdir('charts') }),
      without: () => run({ program: 'charts', charts, workloads: 1000, instrumented: false, outdir: outdir('charts') }),
    }),
  }));
}

function chains(): Figures['chains'] {
  return [2, 4, 6, 7].map(charts => ({
    charts,
    ...inTurn(Math.ceil(ROUNDS / 3), {
      chain: () => run({ program: 'chain', charts, asStar: false, outdir: outdir('chain') }),
      star: () => run({ program: 'chain', charts, asStar: true, outdir: outdir('chain') }),
    }),
  }));
}

function profileOf(cluster: Cluster): Figures['profiles'][number] {
  const folder = outdir('profile');
  const job = { program: PROGRAMS[0], cluster, workloads: 1000, namespaces: 10, reference: REFERENCE, outdir: outdir('instrumented') };
  run(job, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const profile = readProfile(folder);
  return { cluster, shares: shares(profile), rules: shareOf('runRules', profile), changes: shareOf('transform', profile) };
}

prepare();
const figures: Figures = {
  rounds: ROUNDS,
  coldStart: coldStart(),
  loading: loading(5 * ROUNDS),
  helm: againstHelm(ROUNDS),
  byWorkloads: CLUSTERS.flatMap(cluster => [100, 1000, 10_000].map(workloads => measureSize(cluster, workloads, 10))),
  byNamespaces: CLUSTERS.flatMap(cluster => [1, 10, 100, 1000].map(namespaces => measureSize(cluster, 1000, namespaces))),
  warm: CLUSTERS.map(warm),
  charts: manyCharts(),
  chains: chains(),
  profiles: CLUSTERS.map(profileOf),
};
fs.writeFileSync(path.resolve(__dirname, '..', 'docs', 'performance.md'), report(figures));
