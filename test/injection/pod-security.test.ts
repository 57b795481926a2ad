import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, Platform } from '../../src';
import { CLUSTER, deployment, find, program, synthesisErrors, synthesize } from '../datadog-chart/program';

const platform = Platform.eks();
const OPEN = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };

function namespace(chart: Chart, level?: string, name = 'shop'): ApiObject {
  const labels: { [label: string]: string } = { 'pod-security.kubernetes.io/warn': 'restricted' };
  if (level) labels['pod-security.kubernetes.io/enforce'] = level;
  return new ApiObject(chart, `namespace-${name}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

const firstEnv = (manifests: any[]) => find(manifests, 'Deployment', 'web').spec.template.spec.containers[0].env[0].name;

test.each(['baseline', 'restricted'])('a Namespace that enforces %s: ports, where they are open beside the sockets', level => {
  const { app, datadog, shop } = program({ platform, features: OPEN });
  deployment(shop, 'web');
  namespace(new Chart(app, 'namespaces'), level);
  datadog.instrument(shop);
  expect(firstEnv(synthesize(app))).toBe('DD_AGENT_HOST');
});

test.each(['baseline', 'restricted'])('a Namespace that enforces %s, and no port: an error with what to write', level => {
  const { app, datadog, shop } = program({ platform });
  deployment(shop, 'web');
  namespace(new Chart(app, 'namespaces'), level);
  datadog.instrument(shop);
  expect(synthesisErrors(app)).toEqual([
    expect.stringMatching(new RegExp(`^\\[shop/web\\] placement/has-a-way-to-its-agent: Deployment shop/web: the Namespace 'shop' enforces the Pod Security level '${level}', .*\\. Set 'features.apm.portEnabled' and 'features.dogstatsd.portEnabled' to true`)),
  ]);
});

test.each<[string, string | undefined, string]>([
  ['that enforces privileged', 'privileged', 'shop'], ['that only warns', undefined, 'shop'], ['of another name', 'restricted', 'store'],
])('a Namespace %s leaves the sockets', (_, level, name) => {
  const { app, datadog, shop } = program({ platform, features: OPEN });
  deployment(shop, 'web');
  namespace(new Chart(app, 'namespaces'), level, name);
  datadog.instrument(shop);
  expect(firstEnv(synthesize(app))).toBe('DD_TRACE_AGENT_URL');
});

test('a Namespace of the other cluster says nothing of this one', () => {
  const app = new App();
  for (const [city, level] of [['tokyo', 'restricted'], ['osaka', 'privileged']]) {
    const datadog = new DatadogChart(app, city, { ...CLUSTER, platform, clusterName: city, features: OPEN });
    const shop = new Chart(app, `shop-${city}`, { namespace: 'shop' });
    namespace(shop, level);
    deployment(shop, 'web');
    datadog.instrument(shop);
  }
  const first = synthesize(app).filter(m => m?.kind === 'Deployment' && m.metadata.name === 'web').map(m => m.spec.template.spec.containers[0].env[0].name);
  expect(first).toEqual(['DD_AGENT_HOST', 'DD_TRACE_AGENT_URL']);
});

test('sidecars mount no folder of a node', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  namespace(new Chart(app, 'namespaces'), 'restricted');
  datadog.instrument(shop);
  expect(firstEnv(synthesize(app))).toBe('DD_TRACE_AGENT_URL');
});
