import { App } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

// Amazon EKS: the API server by its addresses; scheduler and controller-manager through an API of EKS, once and not once for each address.

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eks({ kubernetesVersion: '1.35' }),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.existingSecret(),
  clusterCheckRunners: { enabled: true },
  controlPlane: { scheduler: { instance: { tags: ['team:platform'] } } },
});

app.synth();
console.log(datadog.summary());
