import { ApiObject, App, Chart } from 'cdk8s';
import { ConfigInjectionMode, DatadogChart, Platform } from '../../src';
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

describe('on Talos, where the API server holds namespaces without a label to baseline', () => {
  const SOCKETS = { apm: { socketEnabled: true }, dogstatsd: { socketEnabled: true } };
  const onTalos = (features?: object, level?: string | null, name = 'shop') => {
    const { app, datadog } = program({ platform: Platform.talos(), features });
    const shop = new Chart(app, 'apps', { namespace: name });
    deployment(shop, 'web');
    if (level !== undefined) namespace(new Chart(app, 'namespaces'), level ?? undefined, name);
    datadog.instrument(shop);
    return app;
  };

  test('ports are on and sockets off', () => {
    const manifests = synthesize(onTalos());
    expect(firstEnv(manifests)).toBe('DD_AGENT_HOST');
    const { containers } = find(manifests, 'DaemonSet', 'datadog-agent').spec.template.spec;
    expect(containers.flatMap((c: any) => c.ports ?? []).map((p: any) => p.hostPort).sort()).toEqual([8125, 8126]);
    expect(containers.flatMap((c: any) => c.env).map((e: any) => e.name)).not.toContain('DD_APM_RECEIVER_SOCKET');
  });

  test.each<[string, string | null | undefined, string, string]>([
    ['no Namespace in the app', undefined, 'shop', 'DD_AGENT_HOST'],
    ['one without a label', null, 'shop', 'DD_AGENT_HOST'],
    ['one that enforces restricted', 'restricted', 'shop', 'DD_AGENT_HOST'],
    ['one that enforces privileged', 'privileged', 'shop', 'DD_TRACE_AGENT_URL'],
    ['that which it leaves out', undefined, 'kube-system', 'DD_TRACE_AGENT_URL'],
  ])('sockets that somebody turned on: %s', (_, level, name, expected) => expect(firstEnv(synthesize(onTalos(SOCKETS, level, name)))).toBe(expected));

  test('sockets alone are an error with what to write, and none for a Namespace that allows them', () => {
    const shut = { apm: { socketEnabled: true, portEnabled: false }, dogstatsd: { socketEnabled: true, portEnabled: false } };
    expect(synthesisErrors(onTalos(shut))).toEqual([
      expect.stringMatching(/^\[apps\/web\] placement\/has-a-way-to-its-agent: .* on Talos Linux a namespace without a label holds its pods to the Pod Security level 'baseline'.* Set 'features.apm.portEnabled'/),
    ]);
    expect(firstEnv(synthesize(onTalos(shut, 'privileged')))).toBe('DD_TRACE_AGENT_URL');
  });

  test('the webhook goes by the address of the node, and not by sockets', () => {
    const told = (configMode?: ConfigInjectionMode) => onTalos({ admissionController: { enabled: true, configMode } });
    const [{ env }] = find(synthesize(told()), 'Deployment', 'datadog-cluster-agent').spec.template.spec.containers;
    expect(env).toContainEqual({ name: 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE', value: 'hostip' });
    expect(() => told(ConfigInjectionMode.SOCKET)).toThrow(/admission-controller\/config-mode: .*; pods of namespaces with the label 'pod-security.kubernetes.io\/enforce: privileged' can have sockets/s);
  });
});
