import { App } from 'cdk8s';
import { parse, stringify } from 'yaml';
import { fakeHelm } from './fake-helm';
import { DatadogCredentials, DatadogHelmChart, DatadogHelmChartProps, Platform } from '../../src';
import { readYaml } from '../read-yaml';
import { violationOf } from '../requirements/violations';

const SECRET = DatadogCredentials.unsafeLiteral({ apiKey: 'api-key-value', token: 'token-value-of-32-characters----' });

function program(props: Partial<DatadogHelmChartProps> = {}) {
  const app = new App();
  const datadog = new DatadogHelmChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'prod-tokyo', credentials: SECRET, ...props });
  return { app, datadog };
}

test('are YAML for one release of the chart, with the labels of every object', () => {
  const { datadog } = program({ labels: { owner: 'platform' }, clusterCheckRunners: { replicas: 3 }, tags: { on: 'yes' } });
  const text = datadog.values();
  expect(text.split('\n')[0]).toBe('# Values of the Helm chart datadog 3.240.0 of https://helm.datadoghq.com');
  expect(parse(text, { version: '1.1' })).toMatchObject({
    commonLabels: { owner: 'platform' },
    datadog: { clusterName: 'prod-tokyo', tags: ['on:yes'] },
    clusterChecksRunner: { replicas: 3 },
  });
});

test('have checks that were added before', () => {
  const { datadog } = program();
  expect(parse(datadog.values()).clusterAgent.advancedConfd).toBeUndefined();
  datadog.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ name: 'shop', url: 'http://shop/' }] });
  const [check] = Object.values<string>(parse(datadog.values()).clusterAgent.advancedConfd['http_check.d']);
  expect(JSON.parse(check).instances).toEqual([{ name: 'shop', url: 'http://shop/' }]);
});

test('are the same before and after a synthesis, and in an app that is written anew', () => {
  const { app, datadog } = program();
  const before = datadog.values();
  app.synthYaml();
  expect([datadog.values(), program().datadog.values()]).toEqual([before, before]);
});

test('have no anchors, though both components share what the user gives them', () => {
  const tolerations = [{ key: 'team', operator: 'Exists' }];
  const { datadog } = program({ clusterAgent: { tolerations }, clusterCheckRunners: { tolerations } });
  expect(datadog.values()).not.toMatch(/[&*]\w/);
});

test('show no value of literal credentials', () => {
  const values = { apiKey: 'api-key-value', token: 'token-value-of-32-characters----', appKey: 'app-key-value' };
  const { datadog } = program({ credentials: DatadogCredentials.unsafeLiteral(values), features: { externalMetrics: { enabled: true } } });
  expect(Object.values(values).filter(value => datadog.values().includes(value))).toEqual([]);
});

test('are refused where the chart has none for an option', () => {
  expect(violationOf(() => program({ clusterAgent: { affinity: {} } })).reason).toContain("'clusterAgent.affinity'");
});

test('are for pods that the chart makes: the app has what is beside them, and knows of them all the same', () => {
  const { app, datadog } = program();
  const written = readYaml(app.synthYaml());
  expect(written.filter(({ kind }) => ['Deployment', 'ClusterRole'].includes(kind))).toEqual([]);
  expect(written.map(({ kind }) => kind)).toContain('Secret');
  expect(datadog.summary()).toMatch(/made by the Helm chart, in its own form:\n(.*\n)* {4}Deployment: 2/);
});

describe('the chart can be rendered at once', () => {
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'datadog-cluster-agent', namespace: 'datadog', labels: { 'helm.sh/chart': 'datadog-3.240.0' } },
    spec: {
      selector: { matchLabels: { app: 'datadog-cluster-agent' } },
      template: {
        metadata: { labels: { app: 'datadog-cluster-agent' } },
        spec: { containers: [{ name: 'cluster-agent', image: 'cluster-agent:7', resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '200m', memory: '256Mi' } } }] },
      },
    },
  };

  test('with the values, and its objects are in the output in the place of those that are supposed otherwise', () => {
    const { executable, values } = fakeHelm('helm-of-chart', stringify(deployment));
    const { app, datadog } = program({ include: { executable } });
    const written = readYaml(app.synthYaml());
    expect(written.filter(({ kind }) => kind === 'Deployment')).toEqual([deployment]);
    expect(values()).toEqual(parse(datadog.values()));
    expect(datadog.summary()).not.toContain('in its own form');
    expect(datadog.helm!.apiObjects.map(({ name }) => name)).toEqual(['datadog-cluster-agent']);
  });

  test('and not where a check comes later', () => {
    const { executable } = fakeHelm('helm-before', stringify(deployment));
    const { app, datadog } = program({ include: { executable } });
    datadog.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ name: 'shop', url: 'http://shop/' }] });
    expect(() => app.synthYaml()).toThrow('helm/included-last');
  });
});
