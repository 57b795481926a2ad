import { violationOf } from './violations';
import { DatadogCredentials, ExternalSecretsOptions, ExternalSecretStore } from '../../src';

const store = ExternalSecretStore.fromClusterSecretStore('vault');
const external = (given: Partial<ExternalSecretsOptions>) => () =>
  DatadogCredentials.externalSecrets({ store, apiKey: { key: 'a' }, token: { key: 't' }, ...given });
const LITERAL = { apiKey: 'k'.repeat(32), token: 't'.repeat(32) };

describe('names', () => {
  test.each(['secretName', 'appKeySecretName'])('%s is a DNS subdomain', option => {
    for (const name of ['', 'Secret', 'a_b', '-a', 'a-', 'a..b', 'a'.repeat(254), 'a\n']) {
      expect(violationOf(() => DatadogCredentials.existingSecret({ [option]: name }))).toMatchObject({
        rule: 'kubernetes/secret-name', reason: expect.stringContaining(`'${option}' is '${name}'`),
      });
    }
    expect(() => DatadogCredentials.existingSecret({ [option]: 'team-1.datadog' })).not.toThrow();
  });

  test.each(['apiKeyKey', 'appKeyKey', 'tokenKey'])('%s is a key of a Secret', option => {
    for (const key of ['', 'api key', 'a/b', 'a\n']) {
      expect(violationOf(() => DatadogCredentials.existingSecret({ [option]: key }))).toMatchObject({
        rule: 'kubernetes/secret-key', reason: expect.stringContaining(`'${option}' is '${key}'`),
      });
    }
    expect(() => DatadogCredentials.existingSecret({ [option]: 'API_key-1.txt' })).not.toThrow();
  });
});

describe('External Secrets', () => {
  test.each(['', '1', '1d', 'hourly', '1 h', '-1h'])("'%s' is no interval", refreshInterval => {
    expect(violationOf(external({ refreshInterval }))).toMatchObject({ rule: 'credentials/refresh-interval', reason: expect.stringContaining(`'${refreshInterval}'`) });
  });

  test.each(['0s', '15m', '1h30m', '1.5h'])("'%s' is one", refreshInterval => {
    expect(external({ refreshInterval })).not.toThrow();
  });

  test.each(['apiKey', 'token', 'appKey'])('%s has a key', option => {
    expect(violationOf(external({ [option]: { key: ' ' } }))).toMatchObject({ rule: 'credentials/remote-key', reason: expect.stringContaining(`'${option}'`) });
  });

  test('what is needed is there', () => {
    expect(violationOf(external({ token: undefined }))).toMatchObject({ rule: 'options/types', reason: expect.stringContaining("'token'") });
    expect(external({ appKey: undefined })).not.toThrow();
  });

  test.each(['', 'tokyo', 'ap-northeast-1a', 'AP-NORTHEAST-1', 'ap-northeast'])("'%s' is no region", region => {
    expect(violationOf(() => ExternalSecretStore.aws({ region }))).toMatchObject({ rule: 'credentials/aws', reason: expect.stringContaining(`'${region}'`) });
  });

  test.each(['us-east-1', 'us-gov-west-1', 'us-isob-east-1', 'cn-north-1'])("'%s' is one", region => {
    expect(() => ExternalSecretStore.aws({ region })).not.toThrow();
  });

  test.each(['', 'datadog-secrets', 'arn:aws:iam::12:role/x', 'arn:aws:iam::123456789012:user/x'])("'%s' is no role", roleArn => {
    expect(violationOf(() => ExternalSecretStore.aws({ region: 'us-east-1', roleArn }))).toMatchObject({ rule: 'credentials/aws', reason: expect.stringContaining("'roleArn'") });
  });

  test('a role may be of another partition and have a path', () => {
    expect(() => ExternalSecretStore.aws({ region: 'cn-north-1', roleArn: 'arn:aws-cn:iam::123456789012:role/team/x' })).not.toThrow();
  });

  test('a provider is not empty', () => {
    expect(violationOf(() => ExternalSecretStore.fromProvider({})).rule).toBe('credentials/provider');
  });
});

describe('values in the code', () => {
  test.each([
    ['apiKey', ''], ['apiKey', ' \n'], ['appKey', ''], ['apiKey', `${LITERAL.apiKey}\n`], ['appKey', 'one two'], ['token', `${LITERAL.token}\n`],
    ['token', `secret ${LITERAL.token}`],
  ])('%s: %j is refused, and not shown', (option, value) => {
    const violation = violationOf(() => DatadogCredentials.unsafeLiteral({ ...LITERAL, [option]: value as any }));
    expect(violation).toMatchObject({ rule: 'credentials/literal-value-is-usable', reason: expect.stringContaining(`'${option}'`) });
    expect(JSON.stringify(violation)).not.toMatch(/tttt|kkkk/);
  });
});
