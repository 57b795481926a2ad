import { base64, check, externalSecret, finding, object, secret } from '../fixtures';

const RULE = 'credentials/literal-value';
const LABELS = { 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };

test('an ExternalSecret keeps its values elsewhere', () => {
  expect(check(RULE, [externalSecret('shop/datadog-secret', { data: [{ secretKey: 'token' }] })])).toEqual([]);
});

test('a Secret with values is told, without the values', () => {
  const written = secret('shop/datadog-secret', { 'api-key': 'my-key', 'token': 'my-token' });
  const found = check(RULE, [written]);
  expect(found).toEqual([finding(RULE, written, "'api-key' and 'token'")]);
  expect(JSON.stringify(found)).not.toMatch(/my-/);
});

test('base64 hides nothing', () => {
  const encoded = object('v1', 'Secret', 'shop/datadog-secret', { data: { 'app-key': base64('my-key') } });
  expect(check(RULE, [encoded])).toEqual([finding(RULE, encoded, "'app-key'")]);
});

test('a Secret of ours counts under any name and with any key', () => {
  const ours = { ...secret('shop/golang-secrets', { datadog_api_key: 'my-key' }), metadata: { namespace: 'shop', name: 'golang-secrets', labels: LABELS } };
  expect(check(RULE, [ours])).toEqual([finding(RULE, ours, "'datadog_api_key'")]);
});

test("other teams' Secrets, and an empty one, are none of our business", () => {
  expect(check(RULE, [secret('shop/tls', { token: 'x' }), secret('shop/datadog-secret', { token: '', note: 'x' })])).toEqual([]);
});
