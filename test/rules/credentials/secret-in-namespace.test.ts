import { check, deployment, env, externalSecret, FARGATE, finding, fromSecret, instrumented, object, remedies, secret } from '../fixtures';

const RULE = 'credentials/secret-in-namespace';
const WEB = instrumented('shop/web');

test('a Secret with the keys in the namespace of the pod satisfies it', () => {
  expect(check(RULE, [WEB, secret('shop/datadog-secret')])).toEqual([]);
});

test('a Secret in another namespace does not', () => {
  expect(check(RULE, [WEB, secret('datadog/datadog-secret')])).toEqual([
    finding(RULE, WEB, "read 'api-key' and 'token' of the Secret 'datadog-secret', and the namespace 'shop' has no such Secret"),
  ]);
});

test('a Secret without a key does not', () => {
  expect(check(RULE, [WEB, secret('shop/datadog-secret', { 'api-key': 'k' })])).toEqual([
    finding(RULE, WEB, "read 'token' of the Secret 'datadog-secret', and in the namespace 'shop' it has no such key"),
  ]);
});

test('a pod that names no namespace is in the one that kubectl takes', () => {
  expect(check(RULE, [instrumented('web'), secret('default/datadog-secret')])).toEqual([]);
  expect(check(RULE, [instrumented('default/web'), secret('datadog-secret')])).toEqual([]);
});

describe('an ExternalSecret', () => {
  const data = [{ secretKey: 'api-key' }, { secretKey: 'token' }];

  test.each([
    ['of the name', externalSecret('shop/datadog-secret', { data })],
    ['with the name as target', externalSecret('shop/from-aws', { data, target: { name: 'datadog-secret' } })],
    ['that takes whatever is there', externalSecret('shop/datadog-secret', { dataFrom: [{ extract: { key: 'datadog' } }] })],
    ['with a template of the keys', externalSecret('shop/datadog-secret', { target: { template: { data: { 'api-key': '', 'token': '' } } } })],
    ['with a template from elsewhere', externalSecret('shop/datadog-secret', { target: { template: { templateFrom: [{ configMap: {} }] } } })],
    ['with a template that merges', externalSecret('shop/datadog-secret', {
      data: [data[0]], target: { template: { mergePolicy: 'Merge', data: { token: '' } } },
    })],
  ])('%s satisfies it', (_, external) => {
    expect(check(RULE, [WEB, external])).toEqual([]);
  });

  test.each([
    ['in another namespace', externalSecret('datadog/datadog-secret', { data }), 'has no such Secret'],
    ['of another group', object('example.com/v1', 'ExternalSecret', 'shop/datadog-secret', { spec: { data } }), 'has no such Secret'],
    ['with another target', externalSecret('shop/datadog-secret', { data, target: { name: 'golang-secrets' } }), 'has no such Secret'],
    ['without a key', externalSecret('shop/datadog-secret', { data: [data[0]] }), "read 'token' of"],
    ['with a template that leaves a key out', externalSecret('shop/datadog-secret', { data, target: { template: { data: { 'api-key': '' } } } }), "read 'token' of"],
  ])('%s does not', (_, external, reason) => {
    expect(check(RULE, [WEB, external])).toEqual([finding(RULE, WEB, reason)]);
  });
});

describe('a ClusterExternalSecret', () => {
  const data = [{ secretKey: 'api-key' }, { secretKey: 'token' }];
  const made = (where: object, spec: object = { data }) =>
    object('external-secrets.io/v1', 'ClusterExternalSecret', 'datadog-secret', { spec: { externalSecretSpec: spec, ...where } });
  const shop = (labels: { [name: string]: string }) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } });
  const byName = (operator: string) => ({ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator, values: ['shop'] }] });
  const team = { namespaceSelectors: [{ matchLabels: { team: 'shop' } }] };

  test.each([
    ['that selects the namespace by its name', [made({ namespaceSelectors: [byName('In')] })]],
    ['that lists the namespace', [made({ namespaces: ['shop'] })]],
    ['that selects the namespace by a label', [made(team), shop({ team: 'shop' })]],
    ['that may select a namespace which is made elsewhere', [made(team)]],
    ['with the older field', [made({ namespaceSelector: byName('In') })]],
    ['with another name for what it makes', [made({ namespaces: ['shop'], externalSecretName: 'x' }, { data, target: { name: 'datadog-secret' } })]],
  ])('%s satisfies it', (_, manifests) => {
    expect(check(RULE, [WEB, ...manifests])).toEqual([]);
  });

  test.each([
    ['that selects other namespaces', [made({ namespaceSelectors: [byName('NotIn')] })], 'has no such Secret'],
    ['that selects by a label which the namespace has not', [made(team), shop({ team: 'web' })], 'has no such Secret'],
    ['that selects nothing', [made({})], 'has no such Secret'],
    ['of another name', [made({ namespaces: ['shop'], externalSecretName: 'other' })], 'has no such Secret'],
    ['without a key', [made({ namespaces: ['shop'] }, { data: [data[0]] })], "read 'token' of"],
  ])('%s does not', (_, manifests, reason) => {
    expect(check(RULE, [WEB, ...manifests])).toEqual([finding(RULE, WEB, reason)]);
  });
});

test('a promised Secret satisfies it', () => {
  const promise = (namespace: string, name = 'datadog-secret') => ({ ...FARGATE, promisedSecrets: [{ namespace, name }] });
  expect(check(RULE, [WEB], promise('shop'))).toEqual([]);
  expect(check(RULE, [WEB], promise('datadog'))).toHaveLength(1);
  expect(check(RULE, [WEB], promise('shop', 'other'))).toHaveLength(1);
  expect(remedies(RULE, [WEB])).toEqual([expect.stringMatching(/ in 'shop', or say with DatadogCredentials\.existingSecret\(\.\.\.\) that it is there$/)]);
});

test("Datadog's own pods are held to it", () => {
  const containers = [{ name: 'cluster-agent', env: env({ DD_API_KEY: fromSecret('datadog-secret', 'api-key') }) }];
  const own = deployment('datadog/datadog-cluster-agent', { containers }, { 'agent.datadoghq.com/component': 'cluster-agent' });
  expect(check(RULE, [own])).toEqual([finding(RULE, own, "the namespace 'datadog' has no such Secret")]);
});

test('optional references and the containers of the application are not', () => {
  const optional = { DD_API_KEY: fromSecret('elsewhere', 'api-key', { optional: true }), DD_CLUSTER_AGENT_AUTH_TOKEN: undefined };
  const application = { name: 'web', env: env({ PASSWORD: fromSecret('database', 'password') }) };
  const web = instrumented('shop/web', { env: optional });
  web.spec.template.spec.containers.push(application);
  expect(check(RULE, [web])).toEqual([]);
});

test('where manifests are only a part of the cluster, nobody can tell', () => {
  expect(check(RULE, [WEB], {})).toEqual([]);
});
