import { App } from 'cdk8s';
import { violationOf } from './violations';
import { DatadogChart, DatadogCredentials, DatadogFargateSidecar, DatadogSite, Platform } from '../../src';
import { describeCluster } from '../../src/options/describe-cluster';

const GIVEN = { platform: Platform.eksFargate(), clusterName: 'prod-tokyo', credentials: DatadogCredentials.existingSecret() };
const describeAs = (given: object) => () => describeCluster({ ...GIVEN, ...given } as any, new App());

test.each([
  ['platform', undefined], ['platform', null], ['platform', 'eks-fargate'], ['clusterName', undefined], ['clusterName', 7], ['credentials', undefined], ['credentials', {}],
])('%s: %p is refused by name', (option, value) => {
  expect(violationOf(describeAs({ [option]: value }))).toMatchObject({
    rule: 'cluster/is-described', reason: expect.stringContaining(`'${option}'`), remedy: expect.stringContaining(`${option}: `),
  });
});

test.each([['datadoghq.eu', "the text 'datadoghq.eu'"], ['', "the text ''"], [{}, 'no DatadogSite'], [null, 'no DatadogSite']])('the site %p is refused', (site, reason) => {
  expect(violationOf(describeAs({ site }))).toMatchObject({ rule: 'datadog/site-is-a-domain', reason: expect.stringContaining(reason) });
});

test('what is right is taken', () => {
  expect(describeAs({})().site).toBeUndefined();
  expect(describeAs({ site: DatadogSite.EU1 })().site).toBe('datadoghq.eu');
});

test('every construct asks', () => {
  expect(violationOf(() => new DatadogChart(new App(), 'datadog', { ...GIVEN, platform: undefined as any })).rule).toBe('cluster/is-described');
  expect(violationOf(() => new DatadogFargateSidecar(new App(), 'datadog', { ...GIVEN, site: 'datadoghq.eu' as any })).rule).toBe('datadog/site-is-a-domain');
});
