import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

// OpenShift 3.11: a runner on the masters, where the certificates of etcd are, and Services of our own beside OpenShift's.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.openShift3(),
  clusterName: 'openshift-old',
  credentials: DatadogCredentials.existingSecret(),
  clusterAgent: { replicas: 1 },
  clusterCheckRunners: { replicas: 1 },
  controlPlane: {},
});

app.synth();
console.log(datadog.summary());
