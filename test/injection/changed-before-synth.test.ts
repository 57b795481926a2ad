import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Autodiscovery, DatadogChart, DatadogCredentials, Platform } from '../../src';

const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-datadog-synth-'));
const app = new App({ outdir });
const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eks(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() });
const shop = new Chart(app, 'shop', { namespace: 'shop' });
new ApiObject(shop, 'web', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', image: 'x' }] } });

afterAll(() => rmSync(outdir, { recursive: true }));

test('accepts changes until the output is written, also after it was rendered', () => {
  app.synthYaml();
  datadog.instrument(shop);
  app.synth();
});

test.each<[string, () => void]>([
  ['instrument(...)', () => datadog.instrument(shop)],
  ['patchAgent(...)', () => datadog.sidecar.patchAgent(JsonPatch.remove('/env'))],
  ['Autodiscovery', () => Autodiscovery.ofContainer(shop, 'web', { logs: [{ source: 'x', service: 'y' }] })],
])('refuses %s after that', (what, change) => {
  expect(change).toThrow('app/changed-before-synth');
  expect(change).toThrow(`${what} was called after app.synth()`);
});
