import * as fs from 'fs';
import { ApiObject, App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Platform } from '../../src';

const TOKEN = 'a'.repeat(32);

function synth(yamlOutputType: YamlOutputType, ...namespaces: string[]): App {
  const app = Testing.app({ yamlOutputType });
  const datadog = new DatadogChart(app, 'datadog', {
    platform: Platform.eksFargate(),
    clusterName: 'prod-tokyo',
    credentials: DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN }),
  });
  for (const namespace of namespaces) {
    const chart = new Chart(app, `app-${namespace}`, { namespace });
    new ApiObject(chart, 'web', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `web-${namespace}` },
      spec: { template: { spec: { serviceAccountName: 'web', containers: [{ name: 'web', image: 'w' }] } } },
    });
    datadog.instrument(chart);
  }
  app.synth();
  return app;
}

beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => jest.restoreAllMocks());

test.each([
  ['FILE_PER_RESOURCE', YamlOutputType.FILE_PER_RESOURCE],
  ['FOLDER_PER_CHART_FILE_PER_RESOURCE', YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE],
])('%s would lose the Secret of all namespaces but one, and is an error', (_, type) => {
  expect(() => synth(type, 'shop')).toThrow(/app\/one-file-for-each-object: .*Secret shop\/datadog-secret and Secret datadog\/datadog-secret .*'Secret\.datadog-secret'/);
});

test.each([
  ['FILE_PER_CHART', YamlOutputType.FILE_PER_CHART],
  ['FILE_PER_APP', YamlOutputType.FILE_PER_APP],
])('%s writes them all', (_, type) => {
  const app = synth(type, 'shop', 'billing');
  const written = fs.readdirSync(app.outdir).map(file => fs.readFileSync(`${app.outdir}/${file}`, 'utf8')).join('\n');
  expect(written.match(/name: datadog-secret\n  namespace:/g)).toHaveLength(3);
});

test('one namespace with nothing of the same name is fine in a file for each object', () => {
  expect(() => synth(YamlOutputType.FILE_PER_RESOURCE)).not.toThrow();
});
