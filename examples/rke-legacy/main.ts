import { App } from 'cdk8s';
import { ControlPlaneDelivery, DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

// Rancher before 2.5, on Flatcar: three checks on default/kubernetes, as annotations of that Service in a file of their own, and pods
// that carry the check of etcd.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.rkeLegacy({ kubernetesVersion: '1.18', immutableOs: true }),
  clusterName: 'rancher-old',
  credentials: DatadogCredentials.existingSecret(),
  clusterAgent: { replicas: 1 },
  controlPlane: { delivery: ControlPlaneDelivery.SERVICE_ANNOTATIONS },
});

app.synth();
console.log(datadog.summary());
