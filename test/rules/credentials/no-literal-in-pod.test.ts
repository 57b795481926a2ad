import { check, deployment, env, finding, fromSecret, object } from '../fixtures';

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
