import { AwsSecretService, ExternalSecretStore } from '../../src';
import { violationOf } from '../requirements/violations';

const ROLE = 'arn:aws:iam::123456789012:role/datadog-secrets';
const region = 'ap-northeast-1';
const account = (name: string) => ({ auth: { jwt: { serviceAccountRef: { name } } } });

describe('AWS', () => {
  test.each<[string, Parameters<typeof ExternalSecretStore.aws>[0], object]>([
    ["with the operator's own identity", { region }, {
      kind: 'SecretStore', name: 'datadog', provider: { aws: { service: 'SecretsManager', region } },
    }],
    ['with a role, for which an account is made', { region, roleArn: ROLE }, {
      kind: 'SecretStore',
      name: 'datadog',
      provider: { aws: { service: 'SecretsManager', region, ...account('datadog-external-secrets') } },
      account: { name: 'datadog-external-secrets', roleArn: ROLE },
    }],
    ['with an account that exists', { region, serviceAccountName: 'reader' }, {
      kind: 'SecretStore', name: 'datadog', provider: { aws: { service: 'SecretsManager', region, ...account('reader') } },
    }],
    ['Parameter Store', { region, service: AwsSecretService.PARAMETER_STORE }, {
      kind: 'SecretStore', name: 'datadog', provider: { aws: { service: 'ParameterStore', region } },
    }],
    ['for the whole cluster', { region, clusterWide: true }, {
      kind: 'ClusterSecretStore', name: 'datadog', provider: { aws: { service: 'SecretsManager', region } },
    }],
  ])('%s', (_, options, model) => {
    expect(ExternalSecretStore.aws(options)._model).toEqual(model);
  });

  test('a role and an account that exists are one too many, and the error names both', () => {
    const violation = violationOf(() => ExternalSecretStore.aws({ region, roleArn: ROLE, serviceAccountName: 'reader' }));
    expect(violation.rule).toBe('credentials/one-account-for-the-store');
    expect(violation.reason).toMatch(/'roleArn'.*'serviceAccountName'.*'reader'/);
  });
});

test.each([[undefined, 'SecretStore'], [{ clusterWide: true }, 'ClusterSecretStore']])('any other provider is taken as it is: %j', (options, kind) => {
  const provider = { vault: { server: 'https://vault.example.com', path: 'secret' } };
  expect(ExternalSecretStore.fromProvider(provider, options)._model).toEqual({ kind, name: 'datadog', provider });
});

test('stores that exist are named and not made', () => {
  expect(ExternalSecretStore.fromSecretStore('mine')._model).toEqual({ kind: 'SecretStore', name: 'mine' });
  expect(ExternalSecretStore.fromClusterSecretStore('ours')._model).toEqual({ kind: 'ClusterSecretStore', name: 'ours' });
});
