import { ApiObject, App, Chart } from 'cdk8s';
import { addWorkloads, datadogFor } from './synthesis';

/** The same workloads in one chart or in many. */
export async function charts({ charts: count, workloads, instrumented, outdir }: {
  readonly charts: number;
  readonly workloads: number;
  readonly instrumented: boolean;
  readonly outdir: string;
}): Promise<() => void> {
  const addDatadog = instrumented ? await datadogFor('fargate') : undefined;
  return () => {
    const app = new App({ outdir });
    // Their Deployments have the same names, so each chart is for a namespace of its own.
    const made = Array.from({ length: count }, (_, i) => addWorkloads(new Chart(app, `apps-${i}`), {
      cluster: 'fargate',
      workloads: workloads / count,
      namespaces: 1,
      team: `team-${i}-`,
    }));
    addDatadog?.(app).instrument(...made);
    app.synth();
  };
}

/** Charts of ten objects, each of which comes after the one before it; or all of which come after one object of the first. */
export function chain({ charts: count, asStar, outdir }: {
  readonly charts: number;
  readonly asStar: boolean;
  readonly outdir: string;
}): () => void {
  return () => {
    const app = new App({ outdir });
    let before: Chart | undefined;
    let first: ApiObject | undefined;
    for (let c = 0; c < count; c++) {
      const chart = new Chart(app, `chart-${c}`);
      const objects = Array.from({ length: 10 }, (_, i) =>
        new ApiObject(chart, `${i}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${c}-${i}` } }));
      if (asStar && first) objects[0].addDependency(first);
      if (!asStar && before) chart.addDependency(before);
      before = chart;
      first ??= objects[0];
    }
    app.synth();
  };
}
