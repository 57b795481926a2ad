import { check, deployment, env, finding, fromSecret } from '../fixtures';

const RULE = 'external-metrics/has-app-key';

const clusterAgent = (vars: { [name: string]: any }) =>
  deployment('datadog/datadog-cluster-agent', { containers: [{ name: 'cluster-agent', env: env({ DD_EXTERNAL_METRICS_PROVIDER_ENABLED: 'true', ...vars }) }] });

test.each([
  ['a key from a Secret', { DD_APP_KEY: fromSecret('datadog-secret', 'app-key') }],
  ['a key of its own for external metrics', { DD_EXTERNAL_METRICS_PROVIDER_APP_KEY: fromSecret('datadog-secret', 'app-key') }],
  ['a literal key, about which another rule has its say', { DD_APP_KEY: 'key' }],
  ['external metrics off', { DD_EXTERNAL_METRICS_PROVIDER_ENABLED: 'false' }],
])('%s is in order', (_, vars) => {
  expect(check(RULE, [clusterAgent(vars)])).toEqual([]);
});

test.each([['none', {}], ['an empty one', { DD_APP_KEY: '' }]])('%s is an error', (_, vars) => {
  const manifest = clusterAgent(vars);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, 'no DD_APP_KEY')]);
});

test('a reference beside an empty value is one', () => {
  const manifest: any = clusterAgent({});
  manifest.spec.template.spec.containers[0].env.push({ name: 'DD_APP_KEY', value: '', valueFrom: fromSecret('datadog-secret', 'app-key') });
  expect(check(RULE, [manifest])).toEqual([]);
});
