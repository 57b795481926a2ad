import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

const memory = { request: Size.mebibytes(256), limit: Size.mebibytes(256) };

class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new kplus.Namespace(this, 'namespace', { metadata: { name: 'shop' } });
    const resources = { memory, cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.millis(250) } };
    new kplus.Deployment(this, 'web', { containers: [{ name: 'web', image: 'nginx:1.29', portNumber: 8080, resources }] });
  }
}

const app = new App();

const off = { enabled: false };
const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate(),
  clusterName: 'scratch',
  // Made by hand in the namespaces datadog and shop: datadog.tokenReplicator.commands tells how.
  credentials: DatadogCredentials.existingSecret(),
  features: { apm: off, dogstatsd: off, clusterChecks: off, events: off, kubeStateMetrics: off, orchestratorExplorer: off },
  clusterAgent: { replicas: 1 },
});
datadog.instrument(new Shop(app, 'shop'));

app.synth();
console.log(datadog.summary());
