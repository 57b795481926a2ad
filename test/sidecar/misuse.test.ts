import { App, Chart, JsonPatch, Testing } from 'cdk8s';
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
