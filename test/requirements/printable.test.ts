import { printable, short, withoutSecrets, withoutUserSecrets } from '../../src/requirements/printable';

const HEX = 'c0ffee00c0ffee00c0ffee00c0ffee00';

test.each<[string, unknown, string]>([
  ['clusterName', 'Bad Name', "'Bad Name'"],
  ['clusterAgent.replicas', '2', "'2'"],
  ['replicas', 2, '2'],
  ['enabled', true, 'true'],
  ['site', undefined, 'undefined'],
  ['site', null, 'null'],
  ['platform', {}, 'an object'],
  ['tags', ['env:prd'], 'a list of 1'],
  ['platform', () => 0, 'a function'],
  ['tags[0]', 'env:prd', "'env:prd'"],
  ['registry', 'https://me:hunter2@registry.acme.com', "'https://...@registry.acme.com'"],
  ['registry', 'me:hunter2@registry.acme.com/datadog', "'...@registry.acme.com/datadog'"],
  ['name', '\u001b[31mred\u0007\nnext', "'\\u001b[31mred\\u0007\\nnext'"],
  ['name', 'shop '.repeat(40), `'${'shop '.repeat(16)}...'`],
  ['password', 'ENC[db]', "'ENC[db]'"],
  ['secretName', 'My_Secret', "'My_Secret'"],
  ['apiKey', '', "''"],
])('shows %s = %p', (name, value, shown) => {
  expect(printable(name, value)).toBe(shown);
});

test.each<[string, unknown]>([
  ['apiKey', HEX], ['unsafeLiteral', HEX], ['credentials', 'abc'], ['env', 'DD_X=secret'], ['checks[0].instances[0].password', 'hunter2'], ['checks[0].instances', 'password: hunter2'],
  ['anything', 'DD_X=secret'], ['anything', 'q8Zx71kPw02LmN4t9'], ['anything', '0123abcd-0123-0123-0123-0123456789ab'], ['token', 12345], ['secret', 'abc'], ['anything', 'Bearer abc123def456'],
  ['clusterName', 'ddapp_0123456789abcdef'],
])('does not show %s = %p', (name, value) => {
  const shown = printable(name, value);
  expect(shown).not.toContain(String(value));
  expect(shown).toMatch(/^a string of \d+ characters, which may be a secret$|^a number$/);
});

test("hides secrets within somebody else's text", () => {
  expect(withoutSecrets(`helm: http://me:hunter2@charts/x: api_key=${HEX}, password: hunter2, "token": "abc", secretName: datadog-secret, password: ENC[x], on ${HEX}`))
    .toBe('helm: http://...@charts/x: api_key=..., password: ..., "token": ..., secretName: datadog-secret, password: ENC[x], on ...');
});

test('writes what a terminal would obey as escapes', () => {
  expect(short('a\tb\r\u009b1m\u202e')).toBe('a\\tb\\r\\u009b1m\\u202e');
});

test.each<[string, string]>([
  [`'1${HEX}' is no key of a Datadog tag`, "'...' is no key of a Datadog tag"],
  [`Deployment shop/${HEX}_X`, 'Deployment shop/..._X'],
  [`shop/web@sha256:${HEX}${HEX}`, `shop/web@sha256:${HEX}${HEX}`],
])('hides a key between other letters, and no digest: %s', (text, shown) => {
  expect(withoutUserSecrets(text)).toBe(shown);
});
