import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { ArgoCdClusters, ArgoCdSource, DatadogArgoCd, DatadogCredentials, DatadogHelmChart, ExternalSecretStore, Platform } from 'cdk8s-datadog';

// Argo CD installs Datadog's Helm chart on a cluster with EC2 nodes and Fargate, and beside it what this app writes: `datadog.k8s.yaml` and
// `shop.k8s.yaml`, committed to a repository. It does so on three more clusters, whose names and regions differ.

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

const datadog = new DatadogHelmChart(app, 'datadog', {
  platform: Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] }),
  clusterName: 'prod-tokyo',
  tags: { env: 'prd' },
  credentials: DatadogCredentials.externalSecrets({
    store: ExternalSecretStore.aws({ region: 'ap-northeast-1' }),
    apiKey: { key: 'datadog/apikey' },
    token: { key: 'datadog/cluster-agent-token' },
  }),
});
datadog.instrument(new Shop(app, 'shop'));

// What Argo CD reads, in a chart of its own: it is applied to the cluster that Argo CD runs on.
const argoCd = new Chart(app, 'argo-cd');

const repoUrl = 'https://github.com/acme/clusters.git';
const one = new DatadogArgoCd(argoCd, 'tokyo', {
  sources: [
    ArgoCdSource.helmChart(datadog),
    ArgoCdSource.git({ repoUrl, path: 'prod-tokyo', exclude: 'argo-cd.k8s.yaml' }),
  ],
});
one.orderSync(datadog);

const others = ArgoCdClusters.list([
  { name: 'prod-osaka', parameters: { region: 'ap-northeast-3' } },
  { name: 'prod-seoul', parameters: { region: 'ap-northeast-2' } },
  { name: 'prod-oregon', parameters: { region: 'us-west-2' } },
]);
new DatadogArgoCd(argoCd, 'others', {
  name: 'datadog-eks',
  clusters: others,
  sources: [
    ArgoCdSource.helmChart(datadog, { parameters: { 'datadog.tags[1]': `region:${others.parameter('region')}` } }),
    ArgoCdSource.git({ repoUrl, path: others.clusterName }),
  ],
});

app.synth();
console.log(datadog.summary());
