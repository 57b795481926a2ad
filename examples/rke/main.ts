import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

// Rancher Kubernetes Engine with the chart rancher-monitoring: its Services find the components, and the Agents beside them sign in to
// etcd with the certificate of their node.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.rke({ kubernetesVersion: '1.30' }),
  clusterName: 'rancher',
  credentials: DatadogCredentials.existingSecret(),
  controlPlane: {},
});

app.synth();
console.log(datadog.summary());
