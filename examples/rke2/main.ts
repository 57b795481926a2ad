import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

// RKE2 with Agents on the network of their hosts: they reach what listens on the loopback address, and no node is set differently.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.rke2({ kubernetesVersion: '1.35' }),
  clusterName: 'rke2',
  credentials: DatadogCredentials.existingSecret(),
  nodeAgent: { hostNetwork: true },
  controlPlane: {},
});

app.synth();
console.log(datadog.summary());
