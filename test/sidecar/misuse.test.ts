import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from '../../src';

function program() {
  const app: App = Testing.app();
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() });
  return { app, datadog };
}

test.each<[what: string, call: (datadog: DatadogChart) => void]>([
  ['nothing', datadog => datadog.instrument()],
  ['a list', datadog => datadog.instrument([new Chart(datadog, 'x')] as any)],
  ['undefined', datadog => datadog.instrument(undefined as any)],
])('%s is no target', (_, call) => {
  expect(() => call(program().datadog)).toThrow('[datadog/Sidecar] sidecar/target-is-given: instrument(...) was called without a construct');
});

test('a patch that does not apply is told at the workload', () => {
  const { app, datadog } = program();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new (jest.requireActual('cdk8s-plus-28').Deployment)(shop, 'web', { containers: [{ image: 'w' }] });
  datadog.instrument(shop);
  datadog.sidecar.patchAgent(JsonPatch.add('/nope/deep/x', 1));
  expect(() => app.synthYaml()).toThrow(/\[shop\/web\] sidecar\/patch-applies: Deployment shop\/\S+: a patch that was given to patchAgent\(\.\.\.\) does not apply/);
});

test.each([['kube-system', false], ['default', false], ['monitoring', true]])('the namespace %s: made %s', (namespace, made) => {
  const app = Testing.app();
  const chart = new DatadogChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret(), namespace });
  expect(Testing.synth(chart).some(m => m.kind === 'Namespace')).toBe(made);
});

test.each<[string, object]>([
  ['a node selector', { nodeSelector: { 'kubernetes.io/os': 'windows' } }],
  ['its operating system', { os: { name: 'windows' } }],
])('rejects a pod for Windows by %s, which AWS Fargate does not run', (_, pod) => {
  const { app, datadog } = program();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(shop, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'w' }], ...pod } } as any);
  datadog.instrument(shop);
  expect(() => app.synthYaml()).toThrow(/^Validation failed with the following errors:\n {2}\[shop\/web\] fargate\/no-windows: Pod shop\/web: its pods are for Windows nodes.*$/);
});

test('tells on a mixed cluster that a sidecar is not for Windows', () => {
  const app = Testing.app();
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] }), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(shop, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'w' }], os: { name: 'windows' } } } as any);
  datadog.instrument(shop);
  expect(() => app.synthYaml()).toThrow('sidecar/pod-is-for-linux: Pod shop/web: its pods are for Windows nodes');
});

test('adds the Agent to workloads of every kind with a pod template, and to those inside lists', () => {
  const { app, datadog } = program();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: ' ' }] } };
  const config = { apiVersion: 'apps.openshift.io/v1', kind: 'DeploymentConfig', metadata: { name: 'older' }, spec: { selector: { app: 'web' }, triggers: [{ type: 'ConfigChange' }], template } };
  new ApiObject(shop, 'older', config);
  new ApiObject(shop, 'list', { apiVersion: 'v1', kind: 'List', items: [{ ...config, metadata: { name: 'listed', namespace: 'shop' } }] } as any);
  new ApiObject(shop, 'queue', { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledJob', metadata: { name: 'queue' }, spec: { jobTargetRef: { template }, triggers: [] } } as any);
  datadog.instrument(shop);
  app.synth();
  const [older, list, queue] = shop.toJson();
  for (const pod of [older.spec.template.spec, list.items[0].spec.template.spec, queue.spec.jobTargetRef.template.spec]) {
    expect(pod.containers.map((c: any) => c.name)).toEqual(['web', 'datadog-agent-injected']);
    expect(pod).toMatchObject({ shareProcessNamespace: true, serviceAccountName: 'datadog-agent' });
  }
  expect(older.spec.triggers).toEqual([{ type: 'ConfigChange' }]);
  const exits = (pod: any) => pod.containers[1].env.some((e: any) => e.name === 'DD_AUTO_EXIT_NOPROCESS_ENABLED');
  expect([exits(older.spec.template.spec), exits(queue.spec.jobTargetRef.template.spec)]).toEqual([false, true]);
});
