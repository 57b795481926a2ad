import * as fs from 'node:fs';
import * as path from 'node:path';
import { App } from 'cdk8s';
import { DatadogCredentials, DatadogHelmChart, Platform } from 'cdk8s-datadog';

// Datadog's Helm chart makes the Agents of a kubeadm cluster, with the values that are written beside the manifests. What checks of its
// control plane may read is ours, and bound to the account that the chart makes.

const app = new App();

const datadog = new DatadogHelmChart(app, 'datadog', {
  platform: Platform.kubeadm(),
  clusterName: 'kubeadm',
  credentials: DatadogCredentials.existingSecret(),
  features: { logs: { enabled: true } },
  controlPlane: {},
});

app.synth();
// Without the ending of a manifest, so that kubectl passes it over.
fs.writeFileSync(path.join(app.outdir, 'datadog.values'), datadog.values());
console.log(datadog.summary());
