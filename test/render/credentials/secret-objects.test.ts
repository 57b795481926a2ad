import { ExternalSource } from '../../../src/model/credentials-model';
import { cloneManifests } from '../../../src/render/credentials/kyverno-clone';
import { secretRevision } from '../../../src/render/credentials/revision';
import { secretManifests, sharedSecretManifests } from '../../../src/render/credentials/secret-manifests';
import { SECRET } from '../models';

const LABELS = { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };
const ROLE = 'arn:aws:iam::123456789012:role/datadog';
const signedIn = (more: object = {}) => ({ aws: { service: 'SecretsManager', auth: { jwt: { serviceAccountRef: { name: 'reader', ...more } } } } });

function external(store: ExternalSource['store'], more: Partial<ExternalSource> = {}): ExternalSource {
  return { kind: 'external', store, refreshInterval: '1h', apiKey: { key: 'a' }, token: { key: 't' }, ...more };
}

const inNamespace = (source: ExternalSource, namespace = 'datadog') => secretManifests({ secret: SECRET, source }, { namespace, home: 'datadog' });

test('a store that is there already is but named', () => {
  expect(inNamespace(external({ kind: 'SecretStore', name: 'ours' }))).toEqual([{
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'datadog-secret', namespace: 'datadog', labels: LABELS },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'ours' },
      target: { name: 'datadog-secret', creationPolicy: 'Owner' },
      data: [{ secretKey: 'api-key', remoteRef: { key: 'a' } }, { secretKey: 'token', remoteRef: { key: 't' } }],
    },
  }]);
});

test('a part of an entry of the store, and a version of it', () => {
  const source = external({ kind: 'SecretStore', name: 'ours' }, { apiKey: { key: 'datadog', property: 'api' }, token: { key: 'datadog', version: '3' } });
  expect(inNamespace(source)[0].spec.data.map((d: any) => d.remoteRef)).toStrictEqual([{ key: 'datadog', property: 'api' }, { key: 'datadog', version: '3' }]);
});

describe('a store that is ours to make', () => {
  const account = { name: 'reader', roleArn: ROLE };

  test('is in each namespace, with the account that it signs in with', () => {
    const [made, store, secret] = inNamespace(external({ kind: 'SecretStore', name: 'ours', provider: signedIn(), account }), 'shop');
    expect(made).toMatchObject({
      apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'reader', namespace: 'shop', labels: LABELS, annotations: { 'eks.amazonaws.com/role-arn': ROLE } },
    });
    expect(store).toEqual({
      apiVersion: 'external-secrets.io/v1', kind: 'SecretStore', metadata: { name: 'ours', namespace: 'shop', labels: LABELS }, spec: { provider: signedIn() },
    });
    expect(secret.kind).toBe('ExternalSecret');
  });

  test('for the whole cluster is made once, in no namespace, and says where its account is', () => {
    const source = external({ kind: 'ClusterSecretStore', name: 'ours', provider: signedIn(), account });
    const [, store] = inNamespace(source);
    expect(store).toEqual({
      apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', metadata: { name: 'ours', labels: LABELS }, spec: { provider: signedIn({ namespace: 'datadog' }) },
    });
    expect(inNamespace(source, 'shop').map(({ kind }) => kind)).toEqual(['ExternalSecret']);
  });

  test.each<[string, { [name: string]: any }]>([
    ['says itself where its account is', signedIn({ namespace: 'elsewhere' })],
    ['signs in with the rights of the operator', { aws: { service: 'SecretsManager' } }],
    ['signs in with keys', { aws: { service: 'SecretsManager', auth: { secretRef: {} } } }],
    ['names no account', { aws: { service: 'SecretsManager', auth: { jwt: {} } } }],
    ['is of another provider', { vault: { server: 'https://vault.example.com' } }],
  ])('that %s is as it was given', (_, provider) => {
    const made = inNamespace(external({ kind: 'ClusterSecretStore', name: 'ours', provider }));
    expect(made.map(({ kind }) => kind)).toEqual(['ClusterSecretStore', 'ExternalSecret']);
    expect(made[0].spec).toEqual({ provider });
  });
});

test('values in the manifest', () => {
  const values = () => ({ apiKey: 'k', token: 't' });
  expect(secretManifests({ secret: SECRET, source: { kind: 'literal', values } }, { namespace: 'datadog', home: 'datadog' })).toStrictEqual([{
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'datadog-secret', namespace: 'datadog', labels: LABELS },
    type: 'Opaque',
    stringData: { 'api-key': 'k', 'token': 't' },
  }]);
});

test('objects for all namespaces have our labels, and so has what is made of them', () => {
  const [forAll] = sharedSecretManifests({ secret: SECRET, source: { kind: 'clusterExternal', from: external({ kind: 'ClusterSecretStore', name: 'ours' }) } }, { home: 'datadog', namespaces: ['shop'] });
  expect([forAll.metadata!.labels, forAll.spec.externalSecretMetadata]).toEqual([LABELS, { labels: LABELS }]);
});

test.each(['GeneratingPolicy', 'ClusterPolicy'] as const)('a ConfigMap is copied by a %s as a Secret is', policy => {
  const [role, made] = cloneManifests({ kind: 'ConfigMap', name: 'authority', home: 'datadog', namespaces: ['shop'] }, policy);
  expect(role).toMatchObject({ apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name: 'kyverno-clone-authority', labels: LABELS }, rules: [{ resources: ['configmaps'] }] });
  expect(made.metadata).toEqual({ name: 'clone-authority', labels: LABELS });
  expect(JSON.stringify(made.spec)).toContain(policy === 'ClusterPolicy' ? '"kind":"ConfigMap"' : 'resource.Get(\\"v1\\", \\"configmaps\\", \\"datadog\\", \\"authority\\")');
});

test('a revision is an annotation, and none is none', () => {
  const credentials = { secret: SECRET, source: { kind: 'existing' } } as const;
  expect(secretRevision({ credentials: { ...credentials, revision: 'r' } })).toEqual({ 'cdk8s-datadog/secret-revision': 'r' });
  expect(secretRevision({ credentials })).toStrictEqual({});
});
