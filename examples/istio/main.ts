import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Autodiscovery, DatadogChart, DatadogCredentials, DatadogProduct, Platform } from 'cdk8s-datadog';

// A mesh that lets nothing out that it does not know. Istio itself comes by other means.

/** A shop in the mesh: every pod gets a proxy, and takes mutual TLS alone. */
class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new ApiObject(this, 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } },
    });
    new ApiObject(this, 'sidecar', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      metadata: { name: 'default' },
      spec: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
    });
    new ApiObject(this, 'mutual-tls', {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'default' },
      spec: { mtls: { mode: 'STRICT' } },
    });
    this.deployment('web', 'nginx:1.29', 3);
    const cache = this.deployment('cache', 'redis:8', 1);
    Autodiscovery.ofContainer(cache, 'cache', { checks: [{ name: 'redisdb', instances: [{ host: '%%host%%', port: 6379 }] }] });
    // Without this, the check of the node Agent, which is outside the mesh, would be refused.
    new ApiObject(this, 'cache-checks', {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'cache' },
      spec: { selector: { matchLabels: { app: 'cache' } }, mtls: { mode: 'STRICT' }, portLevelMtls: { 6379: { mode: 'PERMISSIVE' } } },
    });
  }

  private deployment(name: string, image: string, replicas: number): ApiObject {
    return new ApiObject(this, name, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        replicas,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: {
            labels: { app: name },
            // Access logs of the proxy, which Istio adds.
            annotations: { 'ad.datadoghq.com/istio-proxy.logs': JSON.stringify([{ source: 'envoy', service: name }]) },
          },
          spec: { nodeSelector: { 'kubernetes.io/os': 'linux' }, containers: [{ name, image }] },
        },
      },
    });
  }
}

const app = new App();

const datadog = new DatadogChart(app, 'datadog', {
  platform: Platform.eks({ kubernetesVersion: '1.36' }),
  clusterName: 'prod-kobe',
  // Made by hand in the namespace datadog: datadog.tokenReplicator.commands tells how.
  credentials: DatadogCredentials.existingSecret(),
  features: { logs: { enabled: true, containerCollectAll: true } },
  istio: { egressNamespaces: ['shop'], egressProducts: [DatadogProduct.OTLP_INTAKE] },
});
datadog.instrument(new Shop(app, 'shop'));

app.synth();
console.log(datadog.summary());
