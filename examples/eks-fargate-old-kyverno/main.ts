import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, DatadogCredentials, KyvernoPolicyKind, Platform } from 'cdk8s-datadog';

// Kyverno before 1.17 copies the Secret that somebody makes in the namespace of the Cluster Agent.

const app = new App();
const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-sendai',
  credentials: DatadogCredentials.kyvernoClone({ policy: KyvernoPolicyKind.CLUSTER_POLICY }),
});

const shop = new Chart(app, 'shop', { namespace: 'shop' });
new ApiObject(shop, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
new ApiObject(shop, 'import', {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'import' },
  spec: {
    schedule: '0 3 * * *',
    jobTemplate: {
      spec: {
        template: {
          spec: {
            restartPolicy: 'OnFailure',
            containers: [{
              name: 'import',
              image: 'busybox:1.37',
              resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } },
            }],
          },
        },
      },
    },
  },
});
datadog.instrument(shop);

app.synth();
console.log(datadog.summary());
console.log(datadog.tokenReplicator.commands.join('\n'));
