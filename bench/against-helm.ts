import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { PLATFORMS } from './clusters';
import { helmProgram, Objects, ProcessCost, processCost, requireSameObjects, templateOf, writeChart } from './helm';
import { outdir, REFERENCE, run, WORKER } from './measure';

const NAMESPACES = 10;
/** Runs of helm whose mean stands for one: a thousand would tell the same. */
const RUNS_OF_HELM = 30;

export interface ClusterFigures {
  readonly clusters: number;
  readonly library: ProcessCost;
  readonly json: ProcessCost;
  /** One run of helm for one cluster, the mean of some. */
  readonly helm: ProcessCost;
}

export interface WorkloadFigures {
  readonly workloads: number;
  readonly library: ProcessCost;
  readonly byHand: ProcessCost;
  readonly helm: ProcessCost;
}

export interface ColdFigures {
  readonly library: ProcessCost;
  readonly empty: ProcessCost;
  readonly helm: ProcessCost;
}

export interface HelmFigures {
  readonly clusters: readonly ClusterFigures[];
  readonly workloads: readonly WorkloadFigures[];
  readonly cold: ReadonlyArray<ColdFigures>;
}

const node = (job: object): ProcessCost => processCost('/dev/null', [process.execPath, WORKER, JSON.stringify(job)]);
const objectsIn = (file: string): Objects => parseAllDocuments(fs.readFileSync(file, 'utf8')).map(document => document.toJS({ maxAliasCount: -1 }));

/** Mean of several runs. */
function mean(costs: readonly ProcessCost[]): ProcessCost {
  return { cpu: costs.reduce((sum, { cpu }) => sum + cpu, 0) / costs.length, memory: Math.max(...costs.map(({ memory }) => memory)) };
}

/** A chart that renders each of the platforms for a cluster of any name. */
function chartOfClusters(folder: string): { readonly chart: string; readonly objects: readonly Objects[] } {
  run({ program: 'clusters', clusters: PLATFORMS.length, outdir: folder });
  const objects = PLATFORMS.map((_, i) => objectsIn(path.join(folder, `cluster-${i}`, 'datadog.k8s.yaml')));
  const chart = outdir('chart-of-clusters');
  writeChart(chart, Object.fromEntries(PLATFORMS.map((platform, i) => [
    `${platform}.yaml`,
    `{{- if eq .Values.platform "${platform}" }}\n${templateOf(objects[i], { [`cluster-${i}`]: '{{ .Values.clusterName }}' })}{{- end }}\n`,
  ])));
  return { chart, objects };
}

function helmOfClusters(helm: string, chart: string, count: number): ProcessCost {
  return mean(Array.from({ length: count }, (_, i) => processCost(path.join(outdir('helm'), 'rendered.yaml'), [
    helm, 'template', 'datadog', chart, '--set', `platform=${PLATFORMS[i % PLATFORMS.length]},clusterName=cluster-${i}`,
  ])));
}

function manyClusters(helm: string, counts: readonly number[]): ClusterFigures[] {
  const { chart, objects } = chartOfClusters(outdir('one-of-each'));
  PLATFORMS.forEach((platform, i) => {
    const rendered = path.join(outdir('helm'), 'rendered.yaml');
    processCost(rendered, [helm, 'template', 'datadog', chart, '--set', `platform=${platform},clusterName=cluster-${i}`]);
    requireSameObjects(rendered, objects[i]);
  });
  const reference = path.join(path.dirname(REFERENCE), 'clusters.json');
  fs.writeFileSync(reference, JSON.stringify(objects));
  return counts.map(clusters => ({
    clusters,
    library: node({ program: 'clusters', clusters, outdir: outdir('clusters') }),
    json: node({ program: 'json', clusters, reference, outdir: outdir('json') }),
    helm: helmOfClusters(helm, chart, RUNS_OF_HELM),
  }));
}

/** A chart that renders the Datadog of one cluster, and its Deployments in a loop. */
function chartOfWorkloads(workloads: number): { readonly chart: string; readonly objects: Objects } {
  const size = { cluster: 'fargate', workloads, namespaces: NAMESPACES, reference: REFERENCE } as const;
  run({ program: 'record', ...size, outdir: outdir('record') });
  const charts: Array<[string, Objects]> = JSON.parse(fs.readFileSync(REFERENCE, 'utf8'));
  const deployments = charts.find(([id]) => id === 'apps')![1];
  const others = charts.filter(([id]) => id !== 'apps').flatMap(([, objects]) => objects);
  const chart = outdir('chart-of-workloads');
  writeChart(chart, {
    'datadog.yaml': templateOf(others, {}),
    'apps.yaml': `{{- range $i := until ${workloads} }}\n${templateOf([deployments[0]], { 'web-0': 'web-{{ $i }}', 'team-0': `team-{{ mod $i ${NAMESPACES} }}` })}{{- end }}\n`,
  });
  return { chart, objects: [...others, ...deployments] };
}

function manyWorkloads(helm: string, counts: readonly number[]): WorkloadFigures[] {
  return counts.map(workloads => {
    const { chart, objects } = chartOfWorkloads(workloads);
    const size = { cluster: 'fargate', workloads, namespaces: NAMESPACES, reference: REFERENCE } as const;
    const rendered = path.join(outdir('helm'), 'rendered.yaml');
    const costs = {
      workloads,
      library: node({ program: 'instrumented', ...size, outdir: outdir('instrumented') }),
      byHand: node({ program: 'byHand', ...size, outdir: outdir('byHand') }),
      helm: processCost(rendered, [helm, 'template', 'datadog', chart]),
    };
    if (workloads <= 1000) requireSameObjects(rendered, objects);
    return costs;
  });
}

function cold(helm: string, rounds: number): ColdFigures[] {
  const { chart } = chartOfClusters(outdir('one-of-each'));
  return Array.from({ length: rounds }, () => ({
    library: node({ program: 'clusters', clusters: 1, outdir: outdir('cold') }),
    empty: node({ program: 'empty', outdir: outdir('empty') }),
    helm: helmOfClusters(helm, chart, 1),
  }));
}

/** Everything that is measured beside helm, in one run. */
export function againstHelm(rounds: number): HelmFigures {
  const helm = helmProgram();
  return {
    clusters: manyClusters(helm, [100, 300, 1000]),
    workloads: manyWorkloads(helm, [1000, 10_000]),
    cold: cold(helm, rounds),
  };
}
