import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

/** Where the programs under measurement write. */
export const OUTDIR = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-datadog-bench-'));

const PLAIN = {
  metadata: { labels: { app: 'web' } },
  spec: {
    serviceAccountName: 'web',
    containers: [{ name: 'web', image: 'nginx:1.29', resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } } }],
  },
};

function addWorkloads(app: App, workloads: number, namespaces: number, template: object): Chart {
  const chart = new Chart(app, 'apps');
  for (let i = 0; i < workloads; i++) {
    new ApiObject(chart, `web-${i}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `web-${i}`, namespace: `team-${i % namespaces}` },
      spec: { selector: { matchLabels: { app: 'web' } }, template },
    });
  }
  return chart;
}

function addDatadog(app: App): DatadogChart {
  return new DatadogChart(app, 'datadog', {
    platform: Platform.eksFargate(),
    clusterName: 'bench',
    credentials: DatadogCredentials.existingSecret(),
  });
}

/** A synthesis in which the library adds the sidecars. */
export function instrumented(workloads: number, namespaces: number): void {
  const app = new App({ outdir: OUTDIR });
  addDatadog(app).instrument(addWorkloads(app, workloads, namespaces, PLAIN));
  app.synth();
}

/** The same objects with the same sidecars, written in by hand, and no library in sight. */
export function byHand(workloads: number, namespaces: number): void {
  const app = new App({ outdir: OUTDIR });
  addWorkloads(app, workloads, namespaces, injectedTemplate());
  app.synth();
}

let template: object | undefined;

function injectedTemplate(): object {
  if (!template) {
    const app = Testing.app();
    const chart = addWorkloads(app, 1, 1, PLAIN);
    addDatadog(app).instrument(chart);
    template = Testing.synth(chart)[0].spec.template as object;
  }
  return template;
}
