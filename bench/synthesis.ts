import * as fs from 'node:fs';
import * as path from 'node:path';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';

/**
 * `instrumented`: the library adds what Datadog needs. `byHand`: the same objects, to the byte, written without it. `plain`: the
 * workloads alone. `floor`: cdk8s's own writer on the finished objects.
 */
export type Program = 'instrumented' | 'byHand' | 'plain' | 'floor';

export type Cluster = 'fargate' | 'ec2' | 'mixed';

export interface Size {
  readonly cluster: Cluster;
  readonly workloads: number;
  readonly namespaces: number;
  /** File with the finished objects. */
  readonly reference: string;
  readonly outdir: string;
}

const CONTAINERS = [{ name: 'web', image: 'nginx:1.29', resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } } }];
const FARGATE_LABEL = { compute: 'fargate' };

export interface Workloads extends Pick<Size, 'cluster' | 'workloads' | 'namespaces'> {
  /** What the names of the namespaces begin with. */
  readonly team?: string;
}

/** Deployments with a ServiceAccount each. On mixed clusters every other one runs on Fargate. */
export function addWorkloads(chart: Chart, { cluster, workloads, namespaces, team = 'team-' }: Workloads): Chart {
  for (let i = 0; i < workloads; i++) {
    const app = `web-${i}`;
    new ApiObject(chart, app, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: app, namespace: `${team}${i % namespaces}` },
      spec: {
        selector: { matchLabels: { app } },
        template: {
          metadata: { labels: { app, ...cluster === 'mixed' && Math.floor(i / namespaces) % 2 === 0 && FARGATE_LABEL } },
          spec: { serviceAccountName: app, containers: CONTAINERS },
        },
      },
    });
  }
  return chart;
}

/** Loads the library, and only then. */
export async function datadogFor(cluster: Cluster): Promise<(app: App) => { instrument(...targets: Chart[]): void }> {
  const { DatadogChart, DatadogCredentials, Platform } = await import('cdk8s-datadog');
  const platforms = {
    fargate: () => Platform.eksFargate(),
    ec2: () => Platform.eks(),
    mixed: () => Platform.eks({ fargateProfiles: [{ name: 'teams', selectors: [{ namespace: 'team-*', labels: FARGATE_LABEL }] }] }),
  };
  return app => new DatadogChart(app, 'datadog', { platform: platforms[cluster](), clusterName: 'bench', credentials: DatadogCredentials.existingSecret() });
}

/** Loads all that the program needs, and returns what is to be measured. */
export async function makeProgram({ program, ...size }: Size & { readonly program: Program }): Promise<() => void> {
  const { outdir } = size;
  switch (program) {
    case 'instrumented': {
      const addDatadog = await datadogFor(size.cluster);
      return () => {
        const app = new App({ outdir });
        const datadog = addDatadog(app);
        if (size.workloads > 0) datadog.instrument(addWorkloads(new Chart(app, 'apps'), size));
        app.synth();
      };
    }
    case 'byHand': {
      const finished = readReference(size);
      return () => {
        // cdk8s sorts keys, and the library adds its containers after that: unsorted, what is written by hand has the same order.
        process.env.CDK8S_DISABLE_SORT = '1';
        const app = new App({ outdir });
        for (const [id, objects] of finished) {
          const chart = new Chart(app, id);
          objects.forEach((object, i) => new ApiObject(chart, `${i}`, object));
        }
        app.synth();
        delete process.env.CDK8S_DISABLE_SORT;
      };
    }
    case 'plain': return () => {
      const app = new App({ outdir });
      addWorkloads(new Chart(app, 'apps'), size);
      app.synth();
    };
    case 'floor': {
      const finished: Array<[string, any[]]> = JSON.parse(fs.readFileSync(size.reference, 'utf8'));
      return () => finished.forEach(([id, objects]) => Yaml.save(path.join(outdir, `${id}.k8s.yaml`), objects));
    }
  }
}

/** Writes the finished objects of the instrumented app to the file of the reference. */
export async function record(size: Size): Promise<void> {
  const addDatadog = await datadogFor(size.cluster);
  const app = new App({ outdir: size.outdir });
  addDatadog(app).instrument(addWorkloads(new Chart(app, 'apps'), size));
  app.synth();
  fs.writeFileSync(size.reference, JSON.stringify(app.charts.map(chart => [chart.node.id, chart.toJson()])));
}

/** Equal parts are one object in memory, as they are in a program that writes them: memory is to be compared too. */
function readReference({ reference }: Size): Array<[string, any[]]> {
  const known = new Map<string, object>();
  return JSON.parse(fs.readFileSync(reference, 'utf8'), (_key, value) => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    if (!known.has(text)) known.set(text, value);
    return known.get(text);
  });
}
