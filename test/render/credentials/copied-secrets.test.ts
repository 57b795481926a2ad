import { CredentialsModel, ExternalSource, PlainSource, SecretKeys } from '../../../src/model/credentials-model';
import { secretCommands } from '../../../src/render/credentials/secret-commands';
import { secretManifests, sharedSecretManifests } from '../../../src/render/credentials/secret-manifests';
import { SECRET } from '../models';

const EXTERNAL: ExternalSource = {
  kind: 'external',
  store: { kind: 'ClusterSecretStore', name: 'ours' },
  refreshInterval: '15m',
  apiKey: { key: 'a' },
  token: { key: 't' },
  appKey: { key: 'p' },
};
const EXISTING: PlainSource = { kind: 'existing' };
const REACH = { home: 'datadog', namespaces: ['billing', 'shop'] };
const SPLIT: SecretKeys = { ...SECRET, appKeySecret: 'datadog-secret-appkey' };

const shared = (source: CredentialsModel['source'], reach = REACH) => sharedSecretManifests({ secret: SECRET, source }, reach);
const inNamespace = (source: CredentialsModel['source'], namespace: string, secret = SECRET) =>
  secretManifests({ secret, source }, { namespace, home: 'datadog' });

describe('a ClusterExternalSecret', () => {
  const source = { kind: 'clusterExternal', from: EXTERNAL } as const;

  test('makes ExternalSecrets without the application key, in the namespaces that are known', () => {
    const [{ apiVersion, kind, metadata, spec }] = shared(source);
    expect([apiVersion, kind, metadata?.name, metadata?.namespace]).toEqual(['external-secrets.io/v1', 'ClusterExternalSecret', 'datadog-secret', undefined]);
    expect(spec.externalSecretName).toBe('datadog-secret');
    expect(spec.externalSecretSpec).toEqual({
      refreshInterval: '15m',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'ours' },
      target: { name: 'datadog-secret', creationPolicy: 'Owner' },
      data: [{ secretKey: 'api-key', remoteRef: { key: 'a' } }, { secretKey: 'token', remoteRef: { key: 't' } }],
    });
    expect(spec.namespaceSelectors).toEqual([{ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['billing', 'shop'] }] }]);
    expect(spec.refreshTime).toBe('15m');
  });

  test('leaves the home namespace alone, whatever its labels are', () => {
    const [{ spec }] = shared({ ...source, namespaceSelectors: [{ team: 'shop' }, { team: 'web', env: 'prd' }] });
    const matchExpressions = [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['datadog'] }];
    expect(spec.namespaceSelectors).toEqual([
      { matchLabels: { team: 'shop' }, matchExpressions },
      { matchLabels: { team: 'web', env: 'prd' }, matchExpressions },
    ]);
  });

  test('the home namespace has an ExternalSecret of its own with the application key, and no other has one', () => {
    expect(inNamespace(source, 'datadog').map(({ kind, spec }) => [kind, spec.target.creationPolicy, spec.data.map((d: any) => d.secretKey)]))
      .toEqual([['ExternalSecret', 'Owner', ['api-key', 'token', 'app-key']]]);
    expect(inNamespace(source, 'shop')).toEqual([]);
  });
});

describe('a policy of Kyverno', () => {
  test('GeneratingPolicy copies the Secret to the namespaces, those that exist and those that come, and keeps it as it is', () => {
    const [, { apiVersion, kind, metadata, spec }] = shared({ kind: 'kyverno', from: EXISTING, policy: 'GeneratingPolicy' });
    expect([apiVersion, kind, metadata?.name]).toEqual(['policies.kyverno.io/v1', 'GeneratingPolicy', 'clone-datadog-secret']);
    expect(spec.evaluation).toEqual({ generateExisting: { enabled: true }, synchronize: { enabled: true } });
    expect(spec.matchConstraints.resourceRules).toEqual([
      { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['namespaces'], resourceNames: ['billing', 'shop'] },
    ]);
    expect(spec.variables).toEqual([{ name: 'source', expression: 'resource.Get("v1", "secrets", "datadog", "datadog-secret")' }]);
    expect(spec.generate).toEqual([{ expression: 'generator.Apply(object.metadata.name, [variables.source])' }]);
  });

  test('ClusterPolicy does the same for an older Kyverno', () => {
    const [, { apiVersion, kind, spec }] = shared({ kind: 'kyverno', from: EXISTING, policy: 'ClusterPolicy' });
    expect([apiVersion, kind, spec.generateExisting]).toEqual(['kyverno.io/v1', 'ClusterPolicy', true]);
    expect(spec.rules).toEqual([{
      name: 'clone',
      match: { any: [{ resources: { kinds: ['Namespace'], names: ['billing', 'shop'] } }] },
      generate: {
        apiVersion: 'v1',
        kind: 'Secret',
        name: 'datadog-secret',
        namespace: '{{request.object.metadata.name}}',
        synchronize: true,
        clone: { namespace: 'datadog', name: 'datadog-secret' },
      },
    }]);
  });

  test.each(['GeneratingPolicy', 'ClusterPolicy'] as const)('%s comes with what Kyverno may do for it, and not more', policy => {
    const [role] = shared({ kind: 'kyverno', from: EXISTING, policy });
    expect(role).toMatchObject({ kind: 'ClusterRole', metadata: { labels: { 'rbac.kyverno.io/aggregate-to-background-controller': 'true' } } });
    expect(role.rules).toEqual([{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch', 'create', 'update', 'delete'] }]);
  });

  test('the Secret that is copied has no owner, which the copies would take over, and no application key', () => {
    const made = inNamespace({ kind: 'kyverno', from: EXTERNAL, policy: 'GeneratingPolicy' }, 'datadog', SPLIT);
    expect(made.map(({ spec: { target, data } }) => [target.name, target.creationPolicy, data.map((d: any) => d.secretKey)])).toEqual([
      ['datadog-secret', 'Orphan', ['api-key', 'token']],
      ['datadog-secret-appkey', 'Owner', ['app-key']],
    ]);
    expect(inNamespace({ kind: 'kyverno', from: EXTERNAL, policy: 'GeneratingPolicy' }, 'shop', SPLIT)).toEqual([]);
  });
});

describe('Reflector', () => {
  const annotations = { a: 'b' };
  const at = (from: PlainSource) => secretManifests({ secret: SPLIT, source: { kind: 'reflector', from } }, { namespace: 'datadog', home: 'datadog', annotations });

  test('finds its annotations on the Secret that is copied, and on no other', () => {
    const values = () => ({ apiKey: 'k', token: 't', appKey: 'p' });
    expect(at({ kind: 'literal', values }).map(({ metadata, stringData }) => [metadata?.name, metadata?.annotations, stringData])).toEqual([
      ['datadog-secret', annotations, { 'api-key': 'k', 'token': 't' }],
      ['datadog-secret-appkey', undefined, { 'app-key': 'p' }],
    ]);
  });

  test('finds them on the Secret that an ExternalSecret makes, and not on that itself', () => {
    expect(at(EXTERNAL).map(({ metadata, spec: { target } }) => [target.name, target.template, metadata?.annotations])).toEqual([
      ['datadog-secret', { metadata: { annotations } }, undefined],
      ['datadog-secret-appkey', undefined, undefined],
    ]);
  });
});

test.each([EXISTING, EXTERNAL, { kind: 'literal', values: () => ({ apiKey: 'k', token: 't' }) } as const])('$kind alone needs no object for all namespaces', source => {
  expect(shared(source)).toEqual([]);
});

describe('commands', () => {
  const options = { home: 'datadog', namespaces: ['datadog', 'shop'], appKey: false };
  const create = (namespace: string, ...more: string[]) =>
    [`kubectl create secret generic datadog-secret --namespace ${namespace} --from-literal=api-key="\${DD_API_KEY:?}"`,
      '--from-literal=token="${DD_CLUSTER_AGENT_AUTH_TOKEN:?}"', ...more].join(' ');
  const APP_KEY = '--from-literal=app-key="${DD_APP_KEY:?}"';

  test.each<[string, boolean | undefined, boolean, string[]]>([
    ['is left out where nothing needs it', undefined, false, []],
    ['is there where something needs it', undefined, true, [APP_KEY]],
    ['is there where the credentials say so', true, false, [APP_KEY]],
    ['is left out where the credentials say so', false, true, []],
  ])('the application key %s, and never outside the home namespace', (_, said, needed, more) => {
    const source = { kind: 'existing', appKey: said } as const;
    expect(secretCommands({ secret: SECRET, source }, { ...options, appKey: needed })).toEqual([create('datadog', ...more), create('shop')]);
  });

  test('a Secret of its own for the application key has a command of its own', () => {
    expect(secretCommands({ secret: SPLIT, source: { kind: 'existing', appKey: true } }, { ...options, namespaces: ['datadog'] })).toEqual([
      create('datadog'),
      `kubectl create secret generic datadog-secret-appkey --namespace datadog ${APP_KEY}`,
    ]);
  });

  test('what is copied is made once', () => {
    expect(secretCommands({ secret: SECRET, source: { kind: 'kyverno', from: EXISTING, policy: 'GeneratingPolicy' } }, options)).toEqual([create('datadog')]);
  });

  test('Reflector needs annotations on it', () => {
    const source = { kind: 'reflector', from: EXISTING } as const;
    const prefix = 'reflector.v1.k8s.emberstack.com';
    expect(secretCommands({ secret: SECRET, source }, options)).toEqual([
      create('datadog'),
      `kubectl annotate secret/datadog-secret --namespace datadog --overwrite ${prefix}/reflection-allowed=true ${prefix}/reflection-allowed-namespaces=shop `
      + `${prefix}/reflection-auto-enabled=true ${prefix}/reflection-auto-namespaces=shop`,
    ]);
  });

  test.each([EXTERNAL, { kind: 'literal', values: () => ({ apiKey: 'k', token: 't' }) } as const])('none are for $kind, copied or not', from => {
    for (const source of [from, { kind: 'kyverno', from, policy: 'ClusterPolicy' } as const, { kind: 'reflector', from } as const]) {
      expect(secretCommands({ secret: SECRET, source }, { ...options, appKey: true })).toEqual([]);
    }
  });
});
