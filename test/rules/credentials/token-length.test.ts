import { base64, check, deployment, env, finding, fromSecret, object, secret, TOKEN } from '../fixtures';

const RULE = 'credentials/token-length';
const SHORT = 'only-31-characters-0123456789-x';

test('a token of 32 characters will do, as text and as base64', () => {
  expect(check(RULE, [
    secret('shop/datadog-secret', { token: TOKEN }),
    object('v1', 'Secret', 'night/datadog-secret', { data: { token: base64(TOKEN) } }),
  ])).toEqual([]);
});

test('a shorter one is an error that does not show it', () => {
  const text = secret('shop/datadog-secret', { token: SHORT });
  const encoded = object('v1', 'Secret', 'night/datadog-secret', { data: { token: base64(SHORT) } });
  const found = check(RULE, [text, encoded]);
  expect(found).toEqual([finding(RULE, text, 'has 31 characters'), finding(RULE, encoded, 'has 31 characters')]);
  expect(JSON.stringify(found)).not.toContain(SHORT);
});

test('what stringData says wins over data', () => {
  const fields = { data: { token: base64(TOKEN) }, stringData: { token: SHORT } };
  expect(check(RULE, [object('v1', 'Secret', 'shop/datadog-secret', fields)])).toHaveLength(1);
});

test('a Secret of another name counts where a container reads its token from it, by the key that it reads', () => {
  const reader = deployment('shop/web', { containers: [{ name: 'agent', env: env({ DD_CLUSTER_AGENT_AUTH_TOKEN: fromSecret('golang-secrets', 'dd-token') }) }] });
  const read = secret('shop/golang-secrets', { 'dd-token': SHORT, 'token': SHORT });
  const elsewhere = secret('other/golang-secrets', { 'dd-token': SHORT });
  expect(check(RULE, [reader, read, elsewhere])).toEqual([finding(RULE, read, "in the key 'dd-token'")]);
});

test('a Secret without a token, and one of another kind of thing, have nothing to check', () => {
  expect(check(RULE, [secret('shop/datadog-secret', { 'api-key': 'short' }), secret('shop/tls', { token: SHORT })])).toEqual([]);
});
