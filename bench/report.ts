import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { HelmFigures } from './against-helm';
import { DATADOG_CHART_SECONDS, ProcessCost } from './helm';
import { median, ratio } from './measure';
import { Cluster, Program } from './synthesis';
import type { Cost } from './worker';

export interface SizeFigures {
  readonly cluster: Cluster;
  readonly workloads: number;
  readonly namespaces: number;
  readonly costs: { readonly [program in Program]: readonly Cost[] };
}

export interface Figures {
  readonly rounds: number;
  readonly coldStart: { readonly [which in 'with' | 'without']: readonly Cost[] };
  /** Sorted. */
  readonly loading: readonly number[];
  readonly helm: HelmFigures;
  readonly byWorkloads: readonly SizeFigures[];
  readonly byNamespaces: readonly SizeFigures[];
  /** 1,000 workloads in a process that has done so before. */
  readonly warm: ReadonlyArray<{ readonly cluster: Cluster } & { readonly [which in 'instrumented' | 'byHand']: readonly Cost[] }>;
  readonly charts: ReadonlyArray<{ readonly charts: number } & { readonly [which in 'with' | 'without']: readonly Cost[] }>;
  readonly chains: ReadonlyArray<{ readonly charts: number } & { readonly [which in 'chain' | 'star']: readonly Cost[] }>;
  readonly profiles: ReadonlyArray<{
    readonly cluster: Cluster;
    readonly shares: ReadonlyArray<[string, number]>;
    /** Of the rules, and of changing other people's objects. */
    readonly rules: number;
    readonly changes: number;
  }>;
}

const TITLES = { fargate: 'Fargate', ec2: 'EC2', mixed: 'mixed' } as const;
const OWNERS = ['cdk8s-datadog', 'yaml', 'cdk8s', 'garbage collection', 'Node.js', 'the rest'];
const TARGETS = {
  overhead: 1.15,
  exponent: 1.1,
  loading: 20,
  runsOfHelm: 50,
  clusterExponent: 1.05,
  clusterMemory: 1.3,
  workloadsOfHelm: 0.9,
  workloadsByHand: 0.6,
  coldOfHelm: 1,
  coldOfEmpty: 1.35,
} as const;

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const number = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
const times = (value: number) => `${value.toFixed(2)} x`;
const of = (costs: readonly Cost[], figure: keyof Cost) => median(costs.map(cost => cost[figure]));

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return [head, head.map((_, i) => i === 0 ? '---' : '--:'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function sizeRow(first: string, { costs }: SizeFigures): string[] {
  const { instrumented, byHand, plain, floor } = costs;
  return [
    first,
    number(of(instrumented, 'synthesis')),
    times(ratio(instrumented, byHand, 'synthesis')),
    times(ratio(instrumented, plain, 'synthesis')),
    times(ratio(instrumented, floor, 'synthesis')),
    number(of(instrumented, 'memory')),
    times(ratio(instrumented, byHand, 'memory')),
    times(ratio(instrumented, plain, 'memory')),
    times(ratio(instrumented, floor, 'memory')),
  ];
}

const SIZE_HEAD = ['CPU ms', 'by hand', 'without Datadog', 'floor', 'peak MiB', 'by hand', 'without Datadog', 'floor'];

/** k where the figure grows with the k-th power of the size. */
function exponent(sizes: readonly SizeFigures[], size: 'workloads' | 'namespaces', figure: keyof Cost, program: Program = 'instrumented'): number {
  const [small, large] = [sizes[0], sizes[sizes.length - 1]];
  return Math.log(of(large.costs[program], figure) / of(small.costs[program], figure)) / Math.log(large[size] / small[size]);
}

function growth(sizes: readonly SizeFigures[], size: 'workloads' | 'namespaces'): string[][] {
  return (['fargate', 'ec2', 'mixed'] as const).map(cluster => {
    const mine = sizes.filter(s => s.cluster === cluster);
    return [
      TITLES[cluster],
      exponent(mine, size, 'synthesis').toFixed(2),
      exponent(mine.slice(-2), size, 'synthesis').toFixed(2),
      exponent(mine.slice(-2), size, 'synthesis', 'byHand').toFixed(2),
      exponent(mine, size, 'memory').toFixed(2),
    ];
  });
}

function targets({ byWorkloads, byNamespaces, loading, warm }: Figures): string[][] {
  const row = (what: string, target: string, figure: number, text: string, met: boolean) => [what, target, text, met && Number.isFinite(figure) ? 'yes' : 'no'];
  const overheads = byWorkloads.filter(s => s.workloads === 1000).map(({ cluster, costs }) => {
    const figure = ratio(costs.instrumented, costs.byHand, 'synthesis');
    return row(`1,000 instrumented workloads against the same objects by hand, ${TITLES[cluster]}`, 'at most 1.15 x', figure, times(figure), figure <= TARGETS.overhead);
  });
  const warmed = warm.map(({ cluster, instrumented, byHand }) => {
    const figure = ratio(instrumented, byHand, 'synthesis');
    return row(`the same in a process that is warm, ${TITLES[cluster]}`, 'at most 1.15 x', figure, times(figure), figure <= TARGETS.overhead);
  });
  const exponents = (['fargate', 'ec2', 'mixed'] as const).flatMap(cluster => [
    ['100 to 10,000 workloads', exponent(byWorkloads.filter(s => s.cluster === cluster), 'workloads', 'synthesis')] as const,
    ['1 to 1,000 namespaces', exponent(byNamespaces.filter(s => s.cluster === cluster), 'namespaces', 'synthesis')] as const,
  ].map(([what, figure]) => row(`growth from ${what}, ${TITLES[cluster]}`, 'exponent at most 1.1', figure, figure.toFixed(2), figure <= TARGETS.exponent)));
  return [
    ...overheads,
    ...warmed,
    ...exponents,
    row('loading the package, beyond cdk8s', `at most ${TARGETS.loading} ms`, median(loading), `${median(loading).toFixed(0)} ms (at least ${loading[0].toFixed(0)})`, median(loading) <= TARGETS.loading),
  ];
}

/** The figures beside helm, each with its target. */
function helmTargets({ clusters, workloads, cold }: HelmFigures): string[][] {
  const row = (what: string, target: string, figure: number, met: boolean) => [what, target, figure.toFixed(2), met ? 'yes' : 'no'];
  const atMost = (what: string, limit: number, figure: number) => row(what, `at most ${limit}`, figure, figure <= limit);
  const [few, many] = [clusters[0], clusters[clusters.length - 1]];
  const [small, large] = [workloads[0], workloads[workloads.length - 1]];
  const power = (from: number, to: number, sizes: number) => Math.log(to / from) / Math.log(sizes);
  const runs = DATADOG_CHART_SECONDS * 1000 * many.clusters / many.library.cpu;
  const coldRatio = (to: 'empty' | 'helm') => median(cold.map(round => round.library.cpu / round[to].cpu));
  const coldSeconds = median(cold.map(({ library }) => library.cpu)) / 1000;
  return [
    row(`${number(many.clusters)} clusters: runs of helm with Datadog's chart, at ${DATADOG_CHART_SECONDS} s, for the same CPU`, `at least ${TARGETS.runsOfHelm}`, runs, runs >= TARGETS.runsOfHelm),
    atMost('growth with clusters, exponent', TARGETS.clusterExponent, power(few.library.cpu, many.library.cpu, many.clusters / few.clusters)),
    atMost(`memory at ${number(many.clusters)} clusters, of that at ${number(few.clusters)}`, TARGETS.clusterMemory, many.library.memory / few.library.memory),
    atMost(`${number(large.workloads)} workloads: CPU, of helm's`, TARGETS.workloadsOfHelm, large.library.cpu / large.helm.cpu),
    atMost(`${number(large.workloads)} workloads: memory, of helm's`, TARGETS.workloadsOfHelm, large.library.memory / large.helm.memory),
    atMost(`${number(large.workloads)} workloads: CPU, of the same by hand`, TARGETS.workloadsByHand, large.library.cpu / large.byHand.cpu),
    atMost('growth with workloads, exponent', TARGETS.clusterExponent, power(small.library.cpu, large.library.cpu, large.workloads / small.workloads)),
    atMost("one cluster cold, of helm with Datadog's chart", TARGETS.coldOfHelm, coldSeconds / DATADOG_CHART_SECONDS),
    atMost('one cluster cold, of an empty app of cdk8s', TARGETS.coldOfEmpty, coldRatio('empty')),
  ];
}

const costCells = (costs: readonly ProcessCost[]) => costs.flatMap(({ cpu, memory }) => [number(cpu), number(memory)]);

function machine(): string {
  const cpus = os.cpus();
  const version = (name: string): string => JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'node_modules', name, 'package.json'), 'utf8')).version;
  return `${cpus[0].model.trim()}, ${cpus.length} processors, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.arch()}, Node.js ${process.versions.node}, `
    + `cdk8s ${version('cdk8s')}, constructs ${version('constructs')}`;
}

export function report(figures: Figures): string {
  const { rounds, coldStart, helm, byWorkloads, byNamespaces, charts, chains, profiles } = figures;
  return `# What it costs

\`npm run bench\` writes this page. Do not edit it: edit \`bench/report.ts\`.

Measured on: ${machine()}.

Every program is a process of its own, so what V8 compiles counts too. The programs take turns, ${rounds} times, and those of the largest apps
a third as often. Times are of the processor, all threads together, and medians: other work on the machine makes them longer, and the
ratios, which are taken round by round, less so.

## Targets

${table(['what', 'target', 'measured', 'met'], targets(figures))}

The first figures are of programs that end after one synthesis, as an app does: there V8 compiles this library's functions while they
run for the first time. In a process that is warm, which did the same before, that is over.

Of loading, the median of ${figures.loading.length} fresh processes counts. Other work on the machine makes it longer; the shortest is beside it.

## Many workloads

\`DatadogChart.instrument\` on Deployments with an account each, in 10 namespaces. Beside it:

- **by hand**: the same objects with the same sidecars, written with cdk8s alone. The script compares the files, and they are equal to the byte
  (cdk8s is told not to sort keys here, so that they are in the library's order);
- **without Datadog**: the Deployments as they were;
- **floor**: cdk8s's own writer, \`Yaml.save\`, on the finished objects and nothing else.

${table(['workloads', ...SIZE_HEAD], byWorkloads.map(size => sizeRow(`${TITLES[size.cluster]}, ${number(size.workloads)}`, size)))}

How it grows: with the size to the power of

${table(['', 'time, 100 to 10,000', 'time, 1,000 to 10,000', 'the same by hand', 'memory, 100 to 10,000'], growth(byWorkloads, 'workloads'))}

## Many namespaces

The same with 1,000 Deployments. A namespace with sidecars has a subject in a binding, and where credentials are copied a Secret.

${table(['namespaces', ...SIZE_HEAD], byNamespaces.map(size => sizeRow(`${TITLES[size.cluster]}, ${number(size.namespaces)}`, size)))}

${table(['', 'time, 1 to 1,000', 'time, 100 to 1,000', 'the same by hand', 'memory, 1 to 1,000'], growth(byNamespaces, 'namespaces'))}

## Where the time goes

A profile of 1,000 instrumented workloads, the whole process with loading.

${table(
  ['', ...OWNERS, 'the rules, with all they call', 'changing workloads, the same'],
  profiles.map(p => [
    TITLES[p.cluster],
    ...OWNERS.map(owner => percent(p.shares.find(([name]) => name === owner)?.[1] ?? 0)),
    percent(p.rules),
    percent(p.changes),
  ]),
)}

\`yaml\` writes the files, with or without this library. Its own part is above all the rules, which read every container of every finished
object, and after them the containers that it adds; the rest is the one cluster, whatever the number of workloads. That is why 15 % is
not to be had: the rules alone are about that much, and it is spread over all of them. When this was written, no rule took as much as 2 % of the time,
so there is none to make faster. What several rules ask of a pod is looked up once (\`src/base/once-per.ts\`). What is left would be to check
less.

## A small app

The whole process of a compiled app with three Deployments on Fargate, from start to end.

${table(['', 'CPU ms', 'peak MiB'], [
  ['with this library', number(of(coldStart.with, 'whole')), number(of(coldStart.with, 'memory'))],
  ['the same objects by hand', number(of(coldStart.without, 'whole')), number(of(coldStart.without, 'memory'))],
  ['ratio', times(ratio(coldStart.with, coldStart.without, 'whole')), times(ratio(coldStart.with, coldStart.without, 'memory'))],
])}

## Beside Helm

Whole processes, with their start: CPU of all threads, and the peak of the memory. helm is built from its Go module. Its charts here render the objects
that the library writes, which the script compares, so helm has no more to do than to fill in names. Datadog's own chart takes
${DATADOG_CHART_SECONDS} s for one cluster; it is in no registry, so that figure is not measured here.

${table(['what', 'target', 'measured', 'met'], helmTargets(helm))}

Clusters of six platforms in turn, in one process, with an app and a folder for each. **JSON** is serializing and writing the same objects and nothing
else. **helm** is the mean of one run for one cluster.

${table(['clusters', 'CPU ms', 'peak MiB', 'JSON: CPU ms', 'peak MiB', 'helm, one cluster: CPU ms', 'peak MiB'], helm.clusters.map(c => [number(c.clusters), ...costCells([c.library, c.json, c.helm])]))}

Instrumented Deployments on Fargate, in 10 namespaces. helm renders them in a loop.

${table(['workloads', 'CPU ms', 'peak MiB', 'by hand: CPU ms', 'peak MiB', 'helm: CPU ms', 'peak MiB'], helm.workloads.map(w => [number(w.workloads), ...costCells([w.library, w.byHand, w.helm])]))}

One cluster without applications, in a process that ends after it.

${table(['', 'CPU ms', 'peak MiB'], (['library', 'empty', 'helm'] as const).map((which, i) => [
  ['with this library', 'an empty app of cdk8s', 'helm, a template of the same objects'][i],
  number(median(helm.cold.map(round => round[which].cpu))),
  number(median(helm.cold.map(round => round[which].memory))),
]))}

## An app with many charts

**Put workloads into few charts.** cdk8s resolves and validates the whole app again for every chart that it writes, so its cost is the
number of charts times the number of objects. This library renders and checks everything once, however many
charts there are. 1,000 Deployments in one chart and in many:

${table(['charts', 'CPU ms without Datadog', 'CPU ms with it', 'ratio'], charts.map(c => [number(c.charts), number(of(c.without, 'synthesis')), number(of(c.with, 'synthesis')), times(ratio(c.with, c.without, 'synthesis'))]))}

Where there must be many, \`YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE\` does without the repetition; it writes a file for each
object by kind and name, so credentials that copy a Secret into many namespaces are an error there.

**Let charts depend on one object, and not on each other in a row.** A dependency on a chart, or on an object of another chart, makes one
of everything in the chart on everything in the other, and cdk8s follows each path again. Charts of ten objects, each after the one
before it, or all after one object of the first, such as a Namespace:

${table(['charts', 'CPU ms, in a row', 'CPU ms, all after one object'], chains.map(c => [number(c.charts), number(of(c.chain, 'synthesis')), number(of(c.star, 'synthesis'))]))}

No object of this library depends on another.
`;
}
