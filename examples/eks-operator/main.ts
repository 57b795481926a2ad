import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { DatadogCredentials, DatadogOperatorChart, ExternalSecretStore, Platform } from 'cdk8s-datadog';

// The Datadog Operator makes the Agents of the nodes and the Cluster Agent, from a DatadogAgent. Beside it stands what the Operator does not do:
// the Agent in pods on Fargate with its permissions, the Secret in both namespaces, network policies, and what checks of the API server may read.

class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: id });
    new kplus.Namespace(this, 'namespace', { metadata: { name: id } });
    const resources = {
      cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.millis(250) },
      memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) },
    };
    new kplus.Deployment(this, 'web', { containers: [{ name: 'web', image: 'nginx:1.29', portNumber: 8080, resources }] });
  }
}

const app = new App();

const datadog = new DatadogOperatorChart(app, 'datadog', {
  platform: Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] }),
  clusterName: 'prod-tokyo',
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
  features: { logs: { enabled: true } },
  controlPlane: {},
  networkPolicy: {},
});
datadog.instrument(new Shop(app, 'shop'));

app.synth();
console.log(datadog.summary());
