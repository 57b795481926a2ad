import { ApiObject, Chart, Lazy, Testing } from 'cdk8s';
import { DatadogCredentials, DatadogFargateSidecar } from '../../src';
import { CLUSTER, deployment, deploymentManifest, find, inventory, podSpec, program, synthesisErrors, synthesize } from '../datadog-chart/program';

function subjects(manifests: any[]) {
  return find(manifests, 'ClusterRoleBinding', 'datadog-agent-fargate').subjects;
}

const account = (namespace: string, name: string) => ({ kind: 'ServiceAccount', name, namespace });

test('a namespace that appears only when the app is synthesized gets Secret, ServiceAccount and subject', () => {
  const { app, datadog } = program();
  const late = new Chart(app, 'late', { namespace: 'late' });
  // Nothing but its manifest says that there is a workload in the List, and where.
  new ApiObject(late, 'all', {
    apiVersion: 'v1',
    kind: 'List',
    items: Lazy.any({ produce: () => [deploymentManifest('web', podSpec(), { namespace: 'elsewhere' })] }),
  } as any);
  datadog.instrument(late);
  expect(datadog.tokenReplicator.namespaces).toEqual(['datadog']);

  const manifests = synthesize(app);
  expect(inventory(manifests).filter(line => line.includes('elsewhere/'))).toEqual([
    'ExternalSecret elsewhere/datadog-secret',
    'SecretStore elsewhere/datadog',
    'ServiceAccount elsewhere/datadog-agent',
  ]);
  expect(subjects(manifests)).toEqual([account('elsewhere', 'datadog-agent')]);
  expect(datadog.tokenReplicator.namespaces).toEqual(['datadog', 'elsewhere']);
});

test('objects that appear only at synthesis are in every output', () => {
  const { app, datadog, shop } = program();
  datadog.instrument(app);
  deployment(shop, 'web');
  const fromChart = Testing.synth(datadog);
  expect(inventory(fromChart)).toEqual(expect.arrayContaining(['ServiceAccount shop/datadog-agent', 'ExternalSecret shop/datadog-secret']));
  expect(inventory(synthesize(app))).toEqual([...inventory(fromChart), 'Deployment shop/web'].sort());
});

test('each account is a subject once, sorted, and the account of the pod stays what the user made it', () => {
  const { app, datadog, shop } = program();
  const store = new Chart(app, 'store', { namespace: 'store' });
  deployment(store, 'db', podSpec({ serviceAccountName: 'db' }));
  deployment(shop, 'web');
  deployment(shop, 'api');
  deployment(shop, 'old', podSpec({ serviceAccount: 'legacy' }));
  datadog.instrument(store, shop);
  const manifests = synthesize(app);
  expect(subjects(manifests)).toEqual([account('shop', 'datadog-agent'), account('shop', 'legacy'), account('store', 'db')]);
  expect(inventory(manifests).filter(line => /^ServiceAccount (shop|store)/.test(line))).toEqual(['ServiceAccount shop/datadog-agent']);
});

test('the namespace of an object wins over that of its chart', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web', podSpec(), { namespace: 'own' });
  datadog.instrument(shop);
  expect(subjects(synthesize(app))).toEqual([account('own', 'datadog-agent')]);
  expect(datadog.tokenReplicator.namespaces).toEqual(['datadog', 'own']);
});

test('a workload without a namespace is an error with the remedy', () => {
  const { app, datadog } = program();
  const nowhere = new Chart(app, 'nowhere');
  deployment(nowhere, 'web');
  datadog.instrument(nowhere);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(
    /^\[nowhere\/web\] sidecar\/namespace-is-known: Deployment web: it has no namespace, .*\. Set 'namespace' on its chart, .* See https:/,
  )]);
});

test('items of a List have no namespace from the chart, and the remedy says where to write it', () => {
  const { app, datadog } = program();
  const listed = new Chart(app, 'listed', { namespace: 'shop' });
  const item = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec: podSpec() } } };
  new ApiObject(listed, 'list', { apiVersion: 'v1', kind: 'List', items: [item, { ...item, metadata: { name: 'api', namespace: 'shop' } }] });
  datadog.instrument(listed);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(
    /^\[listed\/list\] sidecar\/namespace-is-known: Deployment web: it has no namespace, .*\. Set 'metadata.namespace' on every item of the List: /,
  )]);
});

test('Secrets that somebody else makes are promised for a namespace that appears only at synthesis too', () => {
  const { app, datadog, shop } = program({ credentials: DatadogCredentials.existingSecret() });
  datadog.instrument(app);
  deployment(shop, 'web');
  synthesize(app);
  expect(datadog.tokenReplicator.commands.map(command => command.split(' ')[6])).toEqual(['datadog', 'shop']);
  expect(datadog.summary()).toContain('    shop: datadog-secret (must exist)');
});

test('a chart of ours that has a namespace keeps it off objects that are outside of namespaces', () => {
  const { app } = program();
  const platform = new Chart(app, 'platform', { namespace: 'platform' });
  const sidecar = new DatadogFargateSidecar(platform, 'sidecar', { ...CLUSTER, credentials: DatadogCredentials.existingSecret() });
  const web = deployment(new Chart(app, 'web', { namespace: 'shop' }), 'web');
  sidecar.inject(web);
  const ours = Testing.synth(platform);
  expect(ours.map(m => [m.kind, m.metadata.namespace])).toEqual([
    ['ClusterRole', undefined], ['ClusterRoleBinding', undefined], ['ServiceAccount', 'shop'],
  ]);
});
