import { isReference, isSecretHandle, looksRandom, secretSign, secretsIn } from '../../src/requirements/secret-value';

// Made up for this test.
const HEX = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const PEM = '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----';

describe('finds by shape, whatever the name is', () => {
  test.each([
    ['DD_PROXY_HTTPS', 'http://proxy-user:hunter2@proxy.acme.com:3128', 'a password in a URL', true],
    ['url', 'redis://:hunter2@cache:6379', 'a password in a URL', true],
    ['dsn', 'shop:hunter2@tcp(db:3306)/shop', 'a password in a URL', true],
    ['connection_string', 'Server=db;User Id=sa;Password=hunter2;', 'a password in a parameter', true],
    ['url', 'https://intake.acme.com/v1?api_key=abc123', 'an API key in a parameter', true],
    ['anything', 'ddpat_0123456789abcdef', 'a personal access token of Datadog', true],
    ['anything', 'ddsat_0123456789abcdef', 'a service access token of Datadog', true],
    ['anything', 'ddapp_0123456789abcdef', 'an application key of Datadog', true],
    ['anything', 'DDRCM_0123456789ABCDEF', 'a remote configuration key of Datadog', true],
    ['anything', PEM, 'a private key', true],
    ['anything', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2lnbmF0dXJl', 'a JSON Web Token', true],
    ['anything', 'Bearer abc123def456', 'a bearer token', true],
    ['Authorization', 'Basic c2hvcDpodW50ZXIy', 'a password of basic authentication', true],
    ['anything', 'AKIAIOSFODNN7EXAMPLE', 'an access key of AWS', false],
    ['anything', HEX, 'an API key of Datadog', false],
    ['anything', `${HEX}c0ffee00`, 'an application key of Datadog', false],
  ])('%s = %s', (name, value, what, certain) => {
    expect(secretSign(name, value)).toEqual({ what, certain });
  });
});

describe('finds by name', () => {
  test.each([
    ['DD_API_KEY', HEX, 'an API key of Datadog'],
    ['DD_LOGS_CONFIG_API_KEY', 'abc', 'an API key'],
    ['DD_EXTERNAL_METRICS_PROVIDER_API_KEY', 'abc', 'an API key'],
    ['DD_EXTERNAL_METRICS_PROVIDER_APP_KEY', 'abc', 'an application key'],
    ['DD_CLUSTER_AGENT_AUTH_TOKEN', 'abc', 'a token'],
    ['instances[0].password', 'hunter2', 'a password'],
    ['instances[0].password', 1234, 'a password'],
    ['spec.global.credentials.apiKey', 'abc', 'an API key'],
    ['passwd', 'hunter2', 'a password'],
    ['redis_pwd', 'hunter2', 'a password'],
    ['clientSecret', 'hunter2', 'a secret'],
    ['private-key', 'abc', 'a key'],
    ['community_string', 'public', 'a secret'],
    ['aws_secret_access_key', 'abc', 'a key'],
  ])('%s = %s', (name, value, what) => {
    expect(secretSign(name, value)).toEqual({ what, certain: true });
  });

  test.each([
    ['secret', 'q8Zx71kPw02LmN4t9', 'a secret'],
    ['DD_CREDENTIALS', 'q8Zx71kPw02LmN4t9', 'a secret'],
    ['access_key', 'q8Zx71kPw02LmN4t9', 'a key'],
  ])('%s only where its text looks random', (name, value, what) => {
    expect(secretSign(name, value)).toEqual({ what, certain: false });
    expect(secretSign(name, 'datadog-secret')).toBeUndefined();
  });
});

test.each([
  ['password', ''], ['password', '  '], ['password', 'ENC[db_password]'], ['password', ' ENC[ns/name;key]\t'], ['password', '%%env_DB_PASSWORD%%'],
  ['DB_PASSWORD', '$(DB_PASSWORD)'], ['password', '${env:PASSWORD}'], ['apiKey', '{{ .Values.apiKey }}'], ['api_key', '<YOUR_API_KEY>'], ['api_key', '********'],
  ['token', 'vault:secret/data/shop#token'], ['password', 'null'], ['token', 'true'], ['token', true], ['token', undefined], ['token', {}],
  ['secretName', 'datadog-secret'], ['DD_CLUSTER_AGENT_TOKEN_NAME', 'datadogtoken'], ['apiKeyExistingSecret', 'datadog-secret'], ['passwordKey', 'password'], ['apiKeyKey', 'api-key'],
  ['DD_AUTH_TOKEN_FILE_PATH', '/etc/datadog-agent/auth/token'], ['tls_private_key', '/etc/certs/tls.key'], ['bearer_token_path', '/var/run/secrets/token'], ['token_type', 'bearer'],
  ['auth', 'basic'], ['DD_VERSION', `${HEX}c0ffee00`], ['checksum/config', HEX], ['image', `shop/web@sha256:${HEX}${HEX}`], ['git.commit.sha', `${HEX}c0ffee00`],
  ['DD_TAGS', 'owner:jane@acme.com team:shop'], ['url', 'http://%%host%%:%%port%%/metrics'], ['url', 'redis://user:$(PASSWORD)@cache:6379'], ['url', 'https://user:ENC[x]@db'],
  ['repository', 'git@github.com:acme/shop.git'], ['image', 'registry.acme.com/agent:7.81.1@sha256:0123'], ['note', 'Basic monitoring of bearer authentication'],
  ['DD_APPSEC_OBFUSCATION_PARAMETER_KEY_REGEXP', '(?i)pass|token=x1y2'], ['DD_CLUSTER_NAME', 'prod-tokyo'], ['timeout', 30], ['max_tokens', 5],
])('%s = %p is not a secret in clear text', (name, value) => {
  expect(secretSign(name, value)).toBeUndefined();
});

test('finds every secret of an object, of lists, and of JSON within a text', () => {
  const found = secretsIn('', {
    init_config: { proxy: { http: 'http://u:hunter2@proxy' } },
    instances: [{ host: 'db', password: 'hunter2' }, { password: 'ENC[x]', headers: { Authorization: 'Bearer abc123def456' } }],
    text: '{"redisdb":{"instances":[{"password":"hunter2"}]}}',
    broken: '{"password":',
  });
  expect(found.map(({ path, what }) => [path, what])).toEqual([
    ['init_config.proxy.http', 'a password in a URL'],
    ['instances[0].password', 'a password'],
    ['instances[1].headers.Authorization', 'a bearer token'],
    ['text.redisdb.instances[0].password', 'a password'],
  ]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test.each([
  ['DD_ADDITIONAL_ENDPOINTS', '{"https://app.datadoghq.eu": ["ENC[eu]", "some key"]}', ['DD_ADDITIONAL_ENDPOINTS, entry 1']],
  ['DD_APM_ADDITIONAL_ENDPOINTS', '{"https://a": ["ENC[a]"], "https://b": ["b"]}', ['DD_APM_ADDITIONAL_ENDPOINTS, entry 2']],
  ['DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS', '[{"api_key": "abc", "Host": "agent-http-intake.logs.datadoghq.eu", "Port": 443}]', ['DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS[0].api_key']],
  ['DD_ORCHESTRATOR_EXPLORER_ORCHESTRATOR_ADDITIONAL_ENDPOINTS', '{"https://a": ["$(KEY)"]}', []],
])('%s lists API keys by URL, or in objects', (name, value, paths) => {
  expect(secretsIn(name, value).map(({ path }) => path)).toEqual(paths);
});

test('additional_endpoints of a parsed datadog.yaml lists them too', () => {
  expect(secretsIn('', { apm_config: { additional_endpoints: { 'https://a': 'abc' } } })).toEqual([
    { path: 'apm_config.additional_endpoints, entry 1', what: 'an API key', certain: false },
  ]);
  expect(secretsIn('additional_endpoints', { 'https://a': [HEX] })).toMatchObject([{ certain: true }]);
});

test('tells handles, references and random texts from others', () => {
  expect([' ENC[a]', 'xENC[a]', 'ENC[a]x', 5].map(isSecretHandle)).toEqual([true, false, false, false]);
  expect(['$(A)', 'a$(A)', 'op://vault/item'].map(isReference)).toEqual([true, false, true]);
  expect(['q8Zx71kPw02LmN4t9', 'datadog-secret-of-prod-tokyo', 'two words q8Zx71kPw02LmN4t9', 'abc123'].map(looksRandom)).toEqual([true, false, false, false]);
});
