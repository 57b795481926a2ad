import { App, Chart } from 'cdk8s';
import { DatadogCredentials, ExternalSecretStore, TokenReplicator } from '../../src';
import { find, inventory } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

const ROLE = 'arn:aws:iam::123456789012:role/datadog-secrets';
const TOKEN = 't'.repeat(32);
const region = 'ap-northeast-1';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

function replicate(credentials: DatadogCredentials, namespaces: string[] = ['shop'], namespace?: string) {
  const chart = new Chart(new App(), 'chart');
  const tokens = new TokenReplicator(chart, 'tokens', { credentials, namespaces, namespace });
  return { tokens, manifests: () => chart.toJson() };
}

function external(store: ExternalSecretStore, more: object = {}): DatadogCredentials {
  return DatadogCredentials.externalSecrets({ store, apiKey: { key: 'datadog/apikey' }, token: { key: 'datadog/token' }, ...more });
}

/** What each source makes for the home namespace and one other. */
describe.each<[source: string, credentials: () => DatadogCredentials, home: string[], other: string[], cluster: string[]]>([
  ['existingSecret', () => DatadogCredentials.existingSecret(), [], [], []],
  ['unsafeLiteral', () => DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN }), ['Secret datadog-secret'], ['Secret datadog-secret'], []],
  [
    'externalSecrets from AWS',
    () => external(ExternalSecretStore.aws({ region })),
    ['ExternalSecret datadog-secret', 'SecretStore datadog'], ['ExternalSecret datadog-secret', 'SecretStore datadog'], [],
  ],
  [
    'externalSecrets from AWS with a role',
    () => external(ExternalSecretStore.aws({ region, roleArn: ROLE })),
    ['ExternalSecret datadog-secret', 'SecretStore datadog', 'ServiceAccount datadog-external-secrets'],
    ['ExternalSecret datadog-secret', 'SecretStore datadog', 'ServiceAccount datadog-external-secrets'], [],
  ],
  [
    'externalSecrets from AWS with an account that exists',
    () => external(ExternalSecretStore.aws({ region, serviceAccountName: 'reader' })),
    ['ExternalSecret datadog-secret', 'SecretStore datadog'], ['ExternalSecret datadog-secret', 'SecretStore datadog'], [],
  ],
  [
    'externalSecrets from a store of the whole cluster, with a role',
    () => external(ExternalSecretStore.aws({ region, roleArn: ROLE, clusterWide: true })),
    ['ExternalSecret datadog-secret', 'ServiceAccount datadog-external-secrets'], ['ExternalSecret datadog-secret'], ['ClusterSecretStore datadog'],
  ],
  [
    'externalSecrets from a SecretStore that exists',
    () => external(ExternalSecretStore.fromSecretStore('mine')),
    ['ExternalSecret datadog-secret'], ['ExternalSecret datadog-secret'], [],
  ],
  [
    'externalSecrets from a ClusterSecretStore that exists',
    () => external(ExternalSecretStore.fromClusterSecretStore('ours')),
    ['ExternalSecret datadog-secret'], ['ExternalSecret datadog-secret'], [],
  ],
  [
    'externalSecrets from another provider',
    () => external(ExternalSecretStore.fromProvider({ fake: { data: [] } })),
    ['ExternalSecret datadog-secret', 'SecretStore datadog'], ['ExternalSecret datadog-secret', 'SecretStore datadog'], [],
  ],
])('%s', (_, credentials, home, other, cluster) => {
  const at = (namespace: string, names: string[]) => names.map(name => name.replace(' ', ` ${namespace}/`));

  test('makes this in each namespace', () => {
    const { tokens, manifests } = replicate(credentials());
    const expected = [...at('datadog', home), ...at('shop', other), ...cluster].sort();
    expect(inventory(manifests())).toEqual(expected);
    expect(tokens.apiObjects).toHaveLength(expected.length);
  });

  test('makes it once, however often a namespace is added', () => {
    const { tokens, manifests } = replicate(credentials(), ['shop', 'shop', 'datadog']);
    const before = inventory(manifests());
    tokens.addNamespace('shop');
    tokens.addNamespace('datadog');
    expect(inventory(manifests())).toEqual(before);
    tokens.addNamespace('store');
    expect(inventory(manifests())).toEqual([...before, ...at('store', other)].sort());
    expect(tokens.namespaces).toEqual(['datadog', 'shop', 'store']);
  });
});

describe('AWS with IRSA', () => {
  const serviceAccountRef = (manifest: any) => manifest.spec.provider.aws.auth.jwt.serviceAccountRef;

  test('a role is on the account that the store of the namespace signs in with', () => {
    const { manifests } = replicate(external(ExternalSecretStore.aws({ region, roleArn: ROLE })));
    for (const namespace of ['datadog', 'shop']) {
      const account = find(manifests(), 'ServiceAccount', 'datadog-external-secrets', namespace);
      expect(account.metadata.annotations).toEqual({ 'eks.amazonaws.com/role-arn': ROLE });
      expect(serviceAccountRef(find(manifests(), 'SecretStore', 'datadog', namespace))).toEqual({ name: 'datadog-external-secrets' });
    }
  });

  test('an account that exists is named', () => {
    const { manifests } = replicate(external(ExternalSecretStore.aws({ region, serviceAccountName: 'reader' })));
    expect(serviceAccountRef(find(manifests(), 'SecretStore', 'datadog', 'shop'))).toEqual({ name: 'reader' });
  });

  test.each([[{ roleArn: ROLE }, 'datadog-external-secrets'], [{ serviceAccountName: 'reader' }, 'reader']])(
    'a store of the whole cluster says where the account is: %j', (identity, name) => {
      const { manifests } = replicate(external(ExternalSecretStore.aws({ region, clusterWide: true, ...identity })), ['shop'], 'monitoring');
      expect(serviceAccountRef(find(manifests(), 'ClusterSecretStore', 'datadog'))).toEqual({ name, namespace: 'monitoring' });
    });
});

test('an ExternalSecret says what it reads, from where, and how often', () => {
  const { manifests } = replicate(external(ExternalSecretStore.fromClusterSecretStore('ours'), {
    apiKey: { key: 'datadog', property: 'api' },
    token: { key: 'datadog', property: 'token', version: 'AWSCURRENT' },
    refreshInterval: '15m',
  }));
  expect(find(manifests(), 'ExternalSecret', 'datadog-secret', 'shop')).toMatchObject({
    apiVersion: 'external-secrets.io/v1',
    spec: {
      refreshInterval: '15m',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'ours' },
      target: { name: 'datadog-secret', creationPolicy: 'Owner' },
      data: [
        { secretKey: 'api-key', remoteRef: { key: 'datadog', property: 'api' } },
        { secretKey: 'token', remoteRef: { key: 'datadog', property: 'token', version: 'AWSCURRENT' } },
      ],
    },
  });
});

describe('the application key', () => {
  test('is read from a store in the home namespace and in no other', () => {
    const { manifests } = replicate(external(ExternalSecretStore.aws({ region }), { appKey: { key: 'datadog/appkey' } }), ['shop', 'store'], 'monitoring');
    const keys = (namespace: string) => find(manifests(), 'ExternalSecret', 'datadog-secret', namespace).spec.data.map((d: any) => d.secretKey);
    expect(Object.fromEntries(['monitoring', 'shop', 'store'].map(namespace => [namespace, keys(namespace)]))).toEqual({
      monitoring: ['api-key', 'token', 'app-key'], shop: ['api-key', 'token'], store: ['api-key', 'token'],
    });
  });

  test('stands in the Secret of the home namespace and in no other', () => {
    const { manifests } = replicate(DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN, appKey: 'a' }));
    const keys = (namespace: string) => Object.keys(find(manifests(), 'Secret', 'datadog-secret', namespace).stringData).sort();
    expect([keys('datadog'), keys('shop')]).toEqual([['api-key', 'app-key', 'token'], ['api-key', 'token']]);
  });
});

test('the same values are in every namespace', () => {
  const { manifests } = replicate(DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN }), ['shop', 'store']);
  expect(manifests().map((m: any) => m.stringData)).toEqual(Array(3).fill({ 'api-key': 'k', 'token': TOKEN }));
});

describe('commands', () => {
  test('make the Secrets that must exist, one for each namespace, without a value', () => {
    const { tokens } = replicate(DatadogCredentials.existingSecret({ secretName: 'dd', tokenKey: 't' }), ['store', 'shop']);
    const command = (namespace: string) =>
      `kubectl create secret generic dd --namespace ${namespace} --from-literal=api-key="\${DD_API_KEY:?}" --from-literal=t="\${DD_CLUSTER_AGENT_AUTH_TOKEN:?}"`;
    expect(tokens.commands).toEqual(['datadog', 'shop', 'store'].map(command));
  });

  test('are none where objects make the Secrets', () => {
    expect(replicate(DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN })).tokens.commands).toEqual([]);
    expect(replicate(external(ExternalSecretStore.aws({ region }))).tokens.commands).toEqual([]);
  });
});

test.each(['', 'Shop', 'a'.repeat(64), 'shop; rm -rf /'])('%j is no namespace', name => {
  expect(violationOf(() => replicate(DatadogCredentials.existingSecret(), [name])).rule).toBe('kubernetes/namespace-name');
  const { tokens } = replicate(DatadogCredentials.existingSecret());
  expect(violationOf(() => tokens.addNamespace(name)).rule).toBe('kubernetes/namespace-name');
  expect(tokens.namespaces).toEqual(['datadog', 'shop']);
});
