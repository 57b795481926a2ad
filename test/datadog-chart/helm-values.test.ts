import { JsonPatch } from 'cdk8s';
import { parse } from 'yaml';
import { program } from './program';
import { DatadogCredentials } from '../../src';
import { violationOf } from '../requirements/violations';

test('are YAML for one release of the chart, with the labels of every object', () => {
  const { datadog } = program({ labels: { owner: 'platform' }, clusterCheckRunners: { replicas: 3 }, tags: { on: 'yes' } });
  const text = datadog.helmValues();
  expect(text.split('\n')[0]).toBe('# Values of the Helm chart datadog 3.240.0 of https://helm.datadoghq.com');
  expect(parse(text, { version: '1.1' })).toMatchObject({
    commonLabels: { owner: 'platform' },
    datadog: { clusterName: 'prod-tokyo', tags: ['on:yes'] },
    clusterChecksRunner: { replicas: 3 },
  });
});

test('have checks that were added before', () => {
  const { datadog } = program();
  expect(parse(datadog.helmValues()).clusterAgent.advancedConfd).toBeUndefined();
  datadog.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ name: 'shop', url: 'http://shop/' }] });
  const [check] = Object.values<string>(parse(datadog.helmValues()).clusterAgent.advancedConfd['http_check.d']);
  expect(JSON.parse(check).instances).toEqual([{ name: 'shop', url: 'http://shop/' }]);
});

test('are the same before and after a synthesis, and in an app that is written anew', () => {
  const { app, datadog } = program();
  const before = datadog.helmValues();
  app.synthYaml();
  expect([datadog.helmValues(), program().datadog.helmValues()]).toEqual([before, before]);
});

test('have no anchors, though both components share what the user gives them', () => {
  const tolerations = [{ key: 'team', operator: 'Exists' }];
  const { datadog } = program({ clusterAgent: { tolerations }, clusterCheckRunners: { tolerations } });
  expect(datadog.helmValues()).not.toMatch(/[&*]\w/);
});

test('show no value of literal credentials', () => {
  const values = { apiKey: 'api-key-value', token: 'token-value-of-32-characters----', appKey: 'app-key-value' };
  const { datadog } = program({ credentials: DatadogCredentials.unsafeLiteral(values), features: { externalMetrics: { enabled: true } } });
  expect(Object.values(values).filter(value => datadog.helmValues().includes(value))).toEqual([]);
});

test('are refused where a patch changes what the chart makes', () => {
  const { datadog } = program();
  const deployment = datadog.clusterAgent.apiObjects.find(({ kind }) => kind === 'Deployment')!;
  deployment.addJsonPatch(JsonPatch.add('/spec/replicas', 5));
  expect(violationOf(() => datadog.helmValues())).toMatchObject({ rule: 'helm/has-value', reason: expect.stringContaining('Deployment datadog-cluster-agent') });
  expect(() => datadog.helmValues()).toThrow(deployment.node.path);
});

test('are refused where the chart has none for an option', () => {
  const { datadog } = program({ features: { remoteConfiguration: { enabled: true } } });
  expect(violationOf(() => datadog.helmValues()).reason).toContain("'features.remoteConfiguration'");
});
