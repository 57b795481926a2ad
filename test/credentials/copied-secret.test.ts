import { DatadogCredentials, ExternalSecretStore, KyvernoPolicyKind } from '../../src';
import { violationOf } from '../requirements/violations';

const external = { store: ExternalSecretStore.fromClusterSecretStore('ours'), apiKey: { key: 'a' }, token: { key: 't' }, appKey: { key: 'p' } };
const copiers = { kyvernoClone: DatadogCredentials.kyvernoClone, reflector: DatadogCredentials.reflector };

describe.each(Object.entries(copiers))('%s', (name, copy) => {
  test('copies a Secret that exists unless it is told another source', () => {
    expect(copy()._model.source).toMatchObject({ from: { kind: 'existing' } });
    expect(copy({ source: DatadogCredentials.externalSecrets(external) })._model.source).toMatchObject({ from: { kind: 'external' } });
  });

  test('keeps names, keys and revision of the source, and the application key out of what is copied', () => {
    const source = DatadogCredentials.existingSecret({ secretName: 'dd', apiKeyKey: 'a', appKeyKey: 'b', tokenKey: 't', revision: '7' });
    expect(copy({ source })).toMatchObject({
      secretName: 'dd',
      _model: { secret: { name: 'dd', apiKey: 'a', appKey: 'b', token: 't', appKeySecret: 'dd-appkey' }, revision: '7' },
    });
  });

  test('takes the Secret for the application key that the source names', () => {
    const source = DatadogCredentials.existingSecret({ appKeySecretName: 'other' });
    expect(copy({ source })._model.secret.appKeySecret).toBe('other');
  });

  test.each([DatadogCredentials.kyvernoClone(), DatadogCredentials.reflector(), DatadogCredentials.clusterExternalSecret(external)])(
    'refuses a source that is everywhere already (%#)', source => {
      expect(violationOf(() => copy({ source }))).toMatchObject({ rule: 'credentials/one-way-to-each-namespace', reason: expect.stringContaining(`${name}(...)`) });
    });
});

test('the policy of Kyverno is the current one unless it is said', () => {
  expect(DatadogCredentials.kyvernoClone()._model.source).toMatchObject({ policy: 'GeneratingPolicy' });
  expect(DatadogCredentials.kyvernoClone({ policy: KyvernoPolicyKind.CLUSTER_POLICY })._model.source).toMatchObject({ policy: 'ClusterPolicy' });
});

test('a ClusterExternalSecret needs a store that serves the whole cluster', () => {
  const make = (store: ExternalSecretStore) => () => DatadogCredentials.clusterExternalSecret({ ...external, store });
  expect(violationOf(make(ExternalSecretStore.aws({ region: 'ap-northeast-1' }))).rule).toBe('credentials/store-is-cluster-wide');
  expect(violationOf(make(ExternalSecretStore.fromSecretStore('mine'))).reason).toContain("'mine'");
  expect(make(ExternalSecretStore.aws({ region: 'ap-northeast-1', clusterWide: true }))().secretName).toBe('datadog-secret');
});
