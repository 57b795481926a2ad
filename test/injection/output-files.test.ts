import * as fs from 'fs';
import { ApiObject, App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { DatadogChart, DatadogCredentials, ExternalSecretStore, InjectionMethod, Platform, SidecarInjectionOptions } from '../../src';

const LITERAL = DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: 'a'.repeat(32) });
const STORE = { store: ExternalSecretStore.aws({ region: 'ap-northeast-1', clusterWide: true }), apiKey: { key: 'datadog/api-key' }, token: { key: 'datadog/token' } };
const TWO = ['shop', 'billing'];

interface Case {
  readonly namespaces?: readonly string[];
  readonly credentials?: DatadogCredentials;
  readonly serviceAccountName?: string;
  readonly injections?: readonly SidecarInjectionOptions[];
}

function synth(yamlOutputType: YamlOutputType, given: Case = {}): App {
  const { namespaces = [], credentials = LITERAL, serviceAccountName, injections = [] } = given;
  const app = Testing.app({ yamlOutputType });
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eksFargate({ kubernetesVersion: '1.36' }), clusterName: 'prod-tokyo', credentials });
  for (const namespace of namespaces) {
    const chart = new Chart(app, `app-${namespace}`, { namespace });
    new ApiObject(chart, 'web', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `web-${namespace}` },
      spec: { template: { spec: { ...serviceAccountName && { serviceAccountName }, containers: [{ name: 'web', image: 'w' }] } } },
    });
    datadog.instrument(chart);
  }
  injections.forEach(injection => datadog.injectAtAdmission(injection));
  app.synth();
  return app;
}

function documentsIn(app: App): string[] {
  return fs.readdirSync(app.outdir).flatMap(file => fs.readFileSync(`${app.outdir}/${file}`, 'utf8').split(/^---$/m)).filter(text => text.trim() !== '');
}

beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => jest.restoreAllMocks());

test.each([
  ['FILE_PER_RESOURCE', YamlOutputType.FILE_PER_RESOURCE],
  ['FOLDER_PER_CHART_FILE_PER_RESOURCE', YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE],
])('%s would lose the Secret of all namespaces but one, and is an error', (_, type) => {
  expect(() => synth(type, { namespaces: ['shop'] })).toThrow(/app\/one-file-for-each-object: .*Secret shop\/datadog-secret and Secret datadog\/datadog-secret .*'Secret\.datadog-secret'/s);
});

test('tells all collisions in one error, and a remedy for all of them', () => {
  expect(() => synth(YamlOutputType.FILE_PER_RESOURCE, { namespaces: TWO })).toThrow(
    /^Validation failed with the following errors:\n  \[[^\n]*'Secret\.datadog-secret'[^\n]*; so it is with 'ServiceAccount\.datadog-agent'\. Use YamlOutputType\.FILE_PER_CHART or FILE_PER_APP for the app; or take credentials [^\n]*, and name a ServiceAccount [^\n]*$/,
  );
});

test('says nothing of credentials where accounts alone share a file', () => {
  expect(() => synth(YamlOutputType.FILE_PER_RESOURCE, { namespaces: TWO, credentials: DatadogCredentials.existingSecret() })).toThrow(
    /'ServiceAccount\.datadog-agent', and only the last of them is there in the end\. Use YamlOutputType\.FILE_PER_CHART or FILE_PER_APP for the app; or name a ServiceAccount/,
  );
});

describe('what the error tells to do instead', () => {
  const CASE: Case = { namespaces: TWO };

  test.each([
    ['FILE_PER_CHART', YamlOutputType.FILE_PER_CHART],
    ['FILE_PER_APP', YamlOutputType.FILE_PER_APP],
  ])('%s writes every object', (_, type) => {
    const written = documentsIn(synth(type, CASE)).join('\n');
    expect(written.match(/name: datadog-secret\n  namespace:/g)).toHaveLength(3);
    expect(written.match(/name: datadog-agent\n  namespace:/g)).toHaveLength(2);
  });

  test.each<[string, DatadogCredentials]>([
    ['clusterExternalSecret', DatadogCredentials.clusterExternalSecret(STORE)],
    ['kyvernoClone', DatadogCredentials.kyvernoClone({ source: LITERAL })],
    ['reflector', DatadogCredentials.reflector({ source: LITERAL })],
  ])('%s and an account for each pod write a file for every object', (_, credentials) => {
    const app = synth(YamlOutputType.FILE_PER_RESOURCE, { ...CASE, credentials, serviceAccountName: 'web' });
    expect(documentsIn(app)).toHaveLength(app.charts.flatMap(chart => chart.toJson()).length);
  });

  test('an account for each namespace of an injection writes a file for every object', () => {
    const injection = { via: InjectionMethod.mutatingAdmissionPolicy(), namespaces: TWO };
    const credentials = DatadogCredentials.existingSecret();
    const put = (options: object) => synth(YamlOutputType.FILE_PER_RESOURCE, { credentials, injections: [{ ...injection, ...options }] });
    expect(() => put({})).toThrow(/ServiceAccount\.datadog-agent.*'serviceAccounts' of injectAtAdmission/s);
    const app = put({ serviceAccounts: TWO.map(namespace => ({ namespace, name: 'web' })) });
    expect(documentsIn(app)).toHaveLength(app.charts.flatMap(chart => chart.toJson()).length);
  });
});

test('one namespace with nothing of the same name is fine in a file for each object', () => {
  expect(() => synth(YamlOutputType.FILE_PER_RESOURCE)).not.toThrow();
});
