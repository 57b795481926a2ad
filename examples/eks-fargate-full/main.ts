import * as fs from 'fs';
import * as path from 'path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Autodiscovery, DatadogChart, DatadogCredentials, EndpointsResolve, ExternalSecretStore, Platform, SidecarPlacement, WorkloadSelector,
} from 'cdk8s-datadog';

const resources = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } };

function template(name: string, image: string, more: object = {}) {
  return {
    metadata: { labels: { app: name } },
    spec: { serviceAccountName: 'shop', containers: [{ name, image, resources }], ...more },
  };
}

/** A web server behind Argo Rollouts, its cache, and two Jobs, as plain objects. */
class Shop extends Chart {
  public readonly cache: ApiObject;
  public readonly service: ApiObject;

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
    new ApiObject(this, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } });
    new ApiObject(this, 'web', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'web' },
      spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, strategy: { canary: {} }, template: template('web', 'nginx:1.29') },
    });
    this.cache = new ApiObject(this, 'cache', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'cache' },
      spec: { replicas: 1, selector: { matchLabels: { app: 'cache' } }, template: template('cache', 'redis:8') },
    });
    this.service = new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'cache' },
      spec: { selector: { app: 'cache' }, ports: [{ port: 6379 }] },
    });
    for (const name of ['import', 'export']) {
      new ApiObject(this, name, {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name },
        spec: { template: template(name, 'busybox:1.37', { restartPolicy: 'Never' }) },
      });
    }
  }
}

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eksFargate({
    kubernetesVersion: '1.36',
    fargateProfiles: [{ name: 'all', selectors: [{ namespace: 'datadog' }, { namespace: 'shop' }] }],
  }),
  clusterName: 'prod-osaka',
  credentials: DatadogCredentials.kyvernoClone({
    source: DatadogCredentials.externalSecrets({
      store: ExternalSecretStore.aws({ region: 'ap-northeast-3' }),
      apiKey: { key: 'datadog/apikey' },
      appKey: { key: 'datadog/appkey' },
      token: { key: 'datadog/cluster-agent-token' },
    }),
  }),
  features: {
    apm: { portEnabled: true },
    dogstatsd: { portEnabled: true },
    logs: { enabled: true, containerCollectAll: true },
    liveProcesses: { enabled: true },
    kubeStateMetrics: { collectSecrets: true },
    externalMetrics: { enabled: true, useDatadogMetrics: true },
    admissionController: { enabled: true },
    prometheusScrape: { enabled: true },
    remoteConfiguration: { enabled: true },
  },
  // The authority's key is in the Secret 'datadog-ca' of the namespace datadog; its certificate is no secret.
  clusterAgentTls: { secretName: 'datadog-ca', caCertificate: fs.readFileSync(path.join(__dirname, 'ca.crt'), 'utf8') },
  networkPolicy: {},
  sidecar: { readOnlyRootFilesystem: true, probes: true },
});

const shop = new Shop(app, 'shop');
datadog.instrument(shop);
datadog.instrumentTarget(shop, { selector: WorkloadSelector.named('export'), placement: SidecarPlacement.NATIVE });
datadog.instrumentTarget(shop.cache, { memory: '512Mi', serviceTags: { env: 'prd', service: 'cache', version: '8' } });
Autodiscovery.ofContainer(shop.cache, 'cache', { checks: [{ name: 'redisdb', instances: [{ host: '%%host%%', port: 6379 }] }] });
Autodiscovery.ofEndpoints(shop.service, { resolve: EndpointsResolve.IP, checks: [{ name: 'tcp_check', instances: [{ name: 'cache', host: '%%host%%', port: 6379 }] }] });

app.synth();
console.log(datadog.summary());
