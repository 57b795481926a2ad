import * as path from 'path';
import { ApiObject, App, Chart, Include } from 'cdk8s';
import { Construct } from 'constructs';
import { DatadogChart, DatadogCredentials, DatadogSite, ExternalSecretStore, Platform } from 'cdk8s-datadog';

/** Fargate wants requests equal to limits. */
const size = { cpu: '250m', memory: '256Mi' };
const resources = { requests: size, limits: size };

/** A web server and a nightly report, written with cdk8s alone. */
class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const labels = { app: 'web' };
    new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
    new ApiObject(this, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web' } });
    new ApiObject(this, 'web', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: 'web',
            containers: [{ name: 'web', image: 'nginx:1.29', ports: [{ containerPort: 8080 }], resources }],
          },
        },
      },
    });
    new ApiObject(this, 'report', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      spec: {
        schedule: '0 0 * * *',
        jobTemplate: {
          spec: {
            template: {
              spec: {
                restartPolicy: 'Never',
                containers: [{ name: 'report', image: 'busybox:1.37', command: ['sh', '-c', 'echo done'], resources }],
              },
            },
          },
        },
      },
    });
  }
}

/** A cache that comes as plain YAML. */
class Cache extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'cache' });
    new Include(this, 'yaml', { url: path.join(__dirname, '..', 'eks-fargate', 'cache.yaml') });
  }
}

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'prod-tokyo',
  site: DatadogSite.AP1,
  tags: { env: 'prd', system: 'shop' },
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1', roleArn: 'arn:aws:iam::111122223333:role/datadog-secrets' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
});
datadog.instrument(new Shop(app, 'shop'), new Cache(app, 'cache'));

app.synth();
console.log(datadog.summary());
