import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, DatadogCredentials, ExternalSecretStore, Platform } from 'cdk8s-datadog';

// One ClusterExternalSecret brings the Secret to every namespace with a sidecar.

const app = new App();
const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-nagoya',
  credentials: DatadogCredentials.clusterExternalSecret({
    store: ExternalSecretStore.aws({
      region: 'ap-northeast-1',
      roleArn: 'arn:aws:iam::111122223333:role/datadog-secrets',
      clusterWide: true,
    }),
    apiKey: { key: 'datadog', property: 'api-key' },
    token: { key: 'datadog', property: 'token' },
    revision: '2026-11',
  }),
});

for (const name of ['shop', 'billing']) {
  const chart = new Chart(app, name, { namespace: name });
  new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  new ApiObject(chart, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{
            name: 'web',
            image: 'nginx:1.29',
            resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } },
          }],
        },
      },
    },
  });
  datadog.instrument(chart);
}

app.synth();
console.log(datadog.summary());
