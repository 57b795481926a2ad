import { check, deployment, env, finding, instrumented } from '../fixtures';

const RULE = 'credentials/may-be-clear-text';

test.each([
  ['DD_SOMETHING', 'c0ffee00c0ffee00c0ffee00c0ffee00', 'what looks like an API key of Datadog in clear text in DD_SOMETHING'],
  ['DD_SECRET', 'q8Zx71kPw02LmN4t9', 'what looks like a secret'],
  ['DD_ADDITIONAL_ENDPOINTS', '{"http://victoria:8428/datadog": ["apikey"]}', 'what looks like an API key'],
])('warns of %s=%s', (name, value, reason) => {
  const web = deployment('shop/web', { containers: [{ name: 'web', env: env({ [name]: value }) }] });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, reason)]);
  expect(check('credentials/no-literal-in-pod', [web])).toEqual([]);
});

test('warns of an access key of AWS in an Agent, and not where its name says that it is an id', () => {
  const web = instrumented('shop/web', { env: { AWS_KEY: 'AKIAIOSFODNN7EXAMPLE', AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' } });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, 'what looks like an access key of AWS in clear text in AWS_KEY')]);
});
