import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { App } from 'cdk8s';
import { DatadogCredentials, DatadogHelmChart, Platform } from 'cdk8s-datadog';

/** Folder or archive of Datadog's Helm chart. */
const CHART = process.env.DATADOG_HELM_CHART;

/** Milliseconds on the clock that Helm takes for the cluster; or why nobody knows. */
export function helmTemplate(folder: string): number | string {
  if (spawnSync('helm', ['version']).status !== 0) return 'there is no `helm` on this machine';
  if (!CHART) return '`DATADOG_HELM_CHART` names no chart';
  const values = path.join(folder, 'values.yaml');
  fs.writeFileSync(values, new DatadogHelmChart(new App({ outdir: folder }), 'datadog', {
    platform: Platform.eks(),
    clusterName: 'bench',
    credentials: DatadogCredentials.existingSecret(),
  }).values());
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync('helm', ['template', 'datadog', CHART, '--namespace', 'datadog', '--values', values], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(stderr);
  return milliseconds;
}
