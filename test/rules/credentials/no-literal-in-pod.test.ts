import { check, deployment, env, finding, fromSecret, instrumented, nodeAgent, object } from '../fixtures';

const RULE = 'credentials/no-literal-in-pod';

function withEnv(vars: { [name: string]: unknown }) {
  return deployment('shop/web', { containers: [{ name: 'web', env: env(vars) }] });
}

test('references are fine', () => {
  expect(check(RULE, [withEnv({ DD_API_KEY: fromSecret('datadog-secret', 'api-key'), DD_SITE: 'datadoghq.com' })])).toEqual([]);
});

test.each(['DD_API_KEY', 'DD_APP_KEY', 'DD_CLUSTER_AGENT_AUTH_TOKEN'])('a literal %s is an error that does not show it', name => {
  const literal = withEnv({ [name]: 'my-secret' });
  const found = check(RULE, [literal]);
  expect(found).toEqual([finding(RULE, literal, `the container 'web' has ${name} as a literal value`)]);
  expect(JSON.stringify(found)).not.toContain('my-secret');
});

test('init containers count, in any workload', () => {
  const cron = object('batch/v1', 'CronJob', 'shop/night', {
    spec: { jobTemplate: { spec: { template: { spec: { initContainers: [{ name: 'init', env: env({ DD_API_KEY: 'x' }) }] } } } } },
  });
  expect(check(RULE, [cron])).toEqual([finding(RULE, cron, "the container 'init'")]);
});

test.each(['', 'ENC[k8s_secret@shop/datadog-secret/api-key]', '$(API_KEY)'])("'%s' is no secret", value => {
  expect(check(RULE, [withEnv({ DD_API_KEY: value })])).toEqual([]);
});

test.each(['xENC[k8s_secret@shop/datadog-secret/api-key]', 'ENC[k8s_secret@shop/datadog-secret/api-key]x'])("'%s' is one", value => {
  expect(check(RULE, [withEnv({ DD_API_KEY: value })])).toHaveLength(1);
});

test.each<[string, object[]]>([
  ['behind a reference', [{ name: 'DD_API_KEY', valueFrom: fromSecret('datadog-secret', 'api-key') }, { name: 'DD_API_KEY', value: 'hunter2' }]],
  ['before a reference', [{ name: 'DD_API_KEY', value: 'hunter2' }, { name: 'DD_API_KEY', valueFrom: fromSecret('datadog-secret', 'api-key') }]],
  ['by way of another env var', [{ name: 'KEY', value: 'hunter2' }, { name: 'DD_API_KEY', value: '$(KEY)' }]],
  ['as a placeholder', [{ name: 'DD_API_KEY', value: '<YOUR_DATADOG_API_KEY>' }]],
])('finds a literal key %s', (_, list) => {
  const web = deployment('shop/web', { containers: [{ name: 'web', env: list }] });
  const found = check(RULE, [web]);
  expect(found).toEqual([finding(RULE, web, "the container 'web' has DD_API_KEY as a literal value")]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test.each([
  ['DD_PROXY_HTTPS', 'http://proxy-user:hunter2@proxy.acme.com:3128', 'a password in a URL in clear text in DD_PROXY_HTTPS'],
  ['DD_ADDITIONAL_ENDPOINTS', '{"https://app.datadoghq.eu": ["c0ffee00c0ffee00c0ffee00c0ffee00"]}', 'an API key in clear text in DD_ADDITIONAL_ENDPOINTS'],
  ['DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS', '[{"api_key": "c0ffee00", "Host": "x"}]', 'an API key in clear text'],
  ['DD_LOGS_CONFIG_API_KEY', 'hunter2', 'has DD_LOGS_CONFIG_API_KEY as a literal value'],
  ['DD_EXTERNAL_METRICS_PROVIDER_API_KEY', 'hunter2', 'as a literal value'],
  ['DD_REMOTE_CONFIGURATION_API_KEY', 'hunter2', 'an API key in clear text'],
  ['DD_DATABASE_PASSWORD', 'hunter2', 'a password in clear text'],
])('finds %s in any container', (name, value, reason) => {
  const found = check(RULE, [withEnv({ [name]: value })]);
  expect(found).toEqual([finding(RULE, withEnv({}), reason)]);
  expect(JSON.stringify(found)).not.toMatch(/hunter2|c0ffee/);
});

test("finds a secret of any name in Datadog's own containers, and leaves those of applications to them", () => {
  const vars = { HTTPS_PROXY: 'http://me:hunter2@proxy:3128', REDIS_PASSWORD: 'hunter2' };
  expect(check(RULE, [withEnv(vars)])).toEqual([]);
  expect(check(RULE, [instrumented('shop/web', { env: vars })])).toHaveLength(2);
  expect(check(RULE, [nodeAgent('datadog/agent', { containers: [{ name: 'x', env: env(vars) }] })])).toHaveLength(2);
  expect(check(RULE, [deployment('a/b', { containers: [{ name: 'x', image: 'gcr.io/datadoghq/agent:7', env: env(vars) }] })])).toHaveLength(2);
});

test.each([
  ['DD_VERSION', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'], ['DD_CLIENT_TOKEN', 'pubc0ffee00c0ffee00c0ffee00c0ffee00'], ['DD_TAGS', 'owner:jane@acme.com'],
  ['DD_ADDITIONAL_ENDPOINTS', '{"https://app.datadoghq.eu": ["ENC[eu]"]}'], ['DD_PROXY_HTTPS', 'http://proxy.acme.com:3128'], ['DD_PROXY_HTTPS', 'ENC[proxy]'],
  ['DD_CLUSTER_AGENT_TOKEN_NAME', 'datadogtoken'], ['DD_TRACE_OBFUSCATION_QUERY_STRING_REGEXP', 'password=[^&]+'], ['DD_TRACE_HEADER_TAGS', 'x-auth-token:token'],
])('leaves %s=%s alone', (name, value) => {
  expect(check(RULE, [withEnv({ [name]: value })])).toEqual([]);
  expect(check('credentials/may-be-clear-text', [withEnv({ [name]: value })])).toEqual([]);
});
