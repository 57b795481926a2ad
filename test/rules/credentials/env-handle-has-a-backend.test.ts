import { check, deployment, env, finding, instrumented } from '../fixtures';

const RULE = 'credentials/env-handle-has-a-backend';
const BACKEND = { DD_SECRET_BACKEND_TYPE: 'k8s.secrets' };

describe('env vars', () => {
  const sidecar = (vars: object, fields: object = {}) => instrumented('shop/web', { env: { DD_API_KEY: 'ENC[shop/datadog;api-key]', ...vars }, agent: fields });

  test('finds a handle without a backend', () => {
    expect(check(RULE, [sidecar({ DD_PROXY_HTTPS: 'ENC[proxy]' })])).toEqual([
      finding(RULE, sidecar({}), "the container 'datadog-agent-injected' has a handle 'ENC[...]' in 'DD_API_KEY' and 'DD_PROXY_HTTPS' and no secret backend"),
    ]);
  });

  test('reads the entry that counts', () => {
    const twice = (...values: string[]) => instrumented('shop/web', { agent: { env: values.map(value => ({ name: 'DD_API_KEY', value })) } });
    expect(check(RULE, [twice('ENC[x]', 'y')])).toEqual([]);
    expect(check(RULE, [twice('y', 'ENC[x]')])).toHaveLength(1);
  });

  test.each<[string, object, object]>([
    ['with a type', BACKEND, {}],
    ['with a command', { DD_SECRET_BACKEND_COMMAND: '/readsecret_multiple_providers.sh' }, {}],
    ['with envFrom', {}, { envFrom: [{ configMapRef: { name: 'x' } }] }],
    ['with a file of settings', {}, { volumeMounts: [{ name: 'x', mountPath: '/etc/datadog-agent/datadog.yaml', subPath: 'datadog.yaml' }] }],
    ['in an image of the user', {}, { image: 'registry.acme.com/our-agent:1' }],
  ])('is content %s', (_, vars, fields) => {
    expect(check(RULE, [sidecar(vars, fields)])).toEqual([]);
  });

  test('leaves applications alone', () => {
    expect(check(RULE, [deployment('shop/web', { containers: [{ name: 'web', image: 'web:1', env: env({ DD_API_KEY: 'ENC[x]' }) }] })])).toEqual([]);
  });
});
