import { App, Chart } from 'cdk8s';
import { CLUSTER, deployment, find, inventory, podSpec, program, synthesize } from './program';
import { DatadogChart, DatadogChartProps, DatadogCredentials, DatadogSite, Platform, SidecarPermissions } from '../../src';
import { violationOf } from '../requirements/violations';

test('brings the Cluster Agent, its runners, the namespace and the Secret, and nothing for sidecars where there are none', () => {
  const { app } = program();
  expect(inventory(synthesize(app))).toEqual([
    'ClusterRole datadog-cluster-agent',
    'ClusterRole datadog-cluster-checks',
    'ClusterRoleBinding datadog-cluster-agent',
    'ClusterRoleBinding datadog-cluster-checks',
    'ConfigMap datadog/datadog-cluster-agent-confd',
    'Deployment datadog/datadog-cluster-agent',
    'Deployment datadog/datadog-clusterchecks',
    'ExternalSecret datadog/datadog-secret',
    'Namespace datadog',
    'PodDisruptionBudget datadog/datadog-cluster-agent',
    'PodDisruptionBudget datadog/datadog-clusterchecks',
    'Role datadog/datadog-cluster-agent',
    'RoleBinding datadog/datadog-cluster-agent',
    'SecretStore datadog/datadog',
    'Service datadog/datadog-cluster-agent',
    'ServiceAccount datadog/datadog-cluster-agent',
    'ServiceAccount datadog/datadog-cluster-checks',
  ]);
});

test('a workload adds the account, the binding and the Secret of its namespace', () => {
  const plain = program();
  deployment(plain.shop, 'web');
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  datadog.instrument(shop);
  const before = inventory(synthesize(plain.app));
  expect(inventory(synthesize(app)).filter(line => !before.includes(line))).toEqual([
    'ClusterRole datadog-agent-fargate',
    'ClusterRoleBinding datadog-agent-fargate',
    'ExternalSecret shop/datadog-secret',
    'SecretStore shop/datadog',
    'ServiceAccount shop/datadog-agent',
  ]);
});

test('its parts talk to each other, in the namespace that is given', () => {
  const { app, datadog, shop } = program({ namespace: 'monitoring' });
  deployment(shop, 'web');
  datadog.instrument(shop);
  expect([datadog.clusterAgent.namespace, datadog.tokenReplicator.namespace]).toEqual(['monitoring', 'monitoring']);
  expect(datadog.sidecar.clusterAgentUrl).toBe(datadog.clusterAgent.url);
  const urls = [...app.synthYaml().matchAll(/https:\/\/datadog-cluster-agent\.\S+/g)].map(([url]) => url);
  expect(urls.length).toBeGreaterThan(1);
  expect(new Set(urls)).toEqual(new Set([datadog.clusterAgent.url]));
});

test('createNamespace: false leaves the namespace to somebody else', () => {
  const { app } = program({ createNamespace: false });
  expect(inventory(synthesize(app)).filter(line => line.startsWith('Namespace'))).toEqual([]);
});

test.each([
  ['Talos, which holds namespaces to baseline', Platform.talos(), undefined, 'privileged'],
  ['Talos without node Agents', Platform.talos(), { enabled: false }, undefined],
  ['a platform that refuses nothing', Platform.kubeadm(), undefined, undefined],
])('the namespace lets node Agents look at their nodes: %s', (_, platform, nodeAgent, level) => {
  const { app } = program({ platform, nodeAgent });
  const namespace = synthesize(app).find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === 'datadog')!;
  expect(namespace.metadata.labels['pod-security.kubernetes.io/enforce']).toBe(level);
});

test('secretNamespaces get the Secret beside those of the workloads', () => {
  const { app, datadog, shop } = program({ secretNamespaces: ['batch', 'shop'] });
  deployment(shop, 'web');
  datadog.instrument(shop);
  expect(inventory(synthesize(app)).filter(line => line.startsWith('ExternalSecret'))).toEqual(
    ['batch', 'datadog', 'shop'].map(namespace => `ExternalSecret ${namespace}/datadog-secret`),
  );
});

test('options of the cluster reach every part of it', () => {
  const { app, datadog, shop } = program({
    site: DatadogSite.EU1, tags: { env: 'prod' }, agentVersion: '7.80.0', registry: 'mirror.example.com/dd', sidecar: { cpu: '300m', permissions: SidecarPermissions.DOCUMENTED },
  });
  deployment(shop, 'web');
  datadog.instrument(shop);
  const manifests = synthesize(app);
  const containers = ['datadog-cluster-agent', 'datadog-clusterchecks', 'web'].map(name => find(manifests, 'Deployment', name).spec.template.spec.containers.at(-1));
  expect(containers.map(c => c.image)).toEqual(['cluster-agent', 'agent', 'agent'].map(image => `mirror.example.com/dd/${image}:7.80.0`));
  for (const { env } of containers) {
    expect(env).toContainEqual({ name: 'DD_SITE', value: 'datadoghq.eu' });
    expect(env).toContainEqual({ name: 'DD_TAGS', value: '["env:prod"]' });
    expect(env).toContainEqual({ name: 'DD_CLUSTER_NAME', value: 'prod-tokyo' });
  }
  expect(containers[2].resources.limits.cpu).toBe('300m');
  expect(find(manifests, 'ClusterRole', 'datadog-agent-fargate').rules).toHaveLength(3);
});

test('sizes of one part stay with it', () => {
  const { app, datadog, shop } = program({ clusterAgent: { cpu: '1' }, clusterCheckRunners: { cpu: '2' }, sidecar: { cpu: '3' } });
  deployment(shop, 'web');
  datadog.instrument(shop);
  const manifests = synthesize(app);
  const cpus = ['datadog-cluster-agent', 'datadog-clusterchecks', 'web'].map(name => find(manifests, 'Deployment', name).spec.template.spec.containers.at(-1).resources.limits.cpu);
  expect(cpus).toEqual(['1', '2', '3']);
});

test('labels are on every object of the chart, and on none of another', () => {
  const { app, datadog, shop } = program({ labels: { owner: 'platform' } });
  deployment(shop, 'web');
  datadog.instrument(shop);
  const manifests = synthesize(app);
  const without = manifests.filter(m => m.metadata.labels?.owner !== 'platform');
  expect(inventory(without)).toEqual(['Deployment shop/web']);
});

test('the YAML has no anchor, no null and no undefined', () => {
  const { app, datadog, shop } = program({ tags: { env: 'prod' } });
  deployment(shop, 'web', podSpec({ automountServiceAccountToken: false, initContainers: [{ name: 'init', image: 'init:1' }] }));
  deployment(shop, 'api');
  datadog.instrument(shop);
  const yaml = app.synthYaml();
  expect(yaml.match(/(: |- )([&*]\w+|null|undefined|~)$/gm)).toBeNull();
});

test('what can never work is refused at once, with the rule', () => {
  const chart = (props: object) => () => new DatadogChart(new App(), 'datadog', { ...CLUSTER, ...props });
  expect(violationOf(chart({ clusterName: 'Prod' })).rule).toBe('cluster/name-is-valid');
  expect(violationOf(chart({ namespace: 'Datadog' })).rule).toBe('kubernetes/namespace-name');
  expect(violationOf(chart({ secretNamespaces: ['Shop'] })).rule).toBe('kubernetes/namespace-name');
  expect(violationOf(chart({ clusterAgent: { replicas: 0 } })).rule).toBe('kubernetes/replicas');
  expect(violationOf(chart({ sidecar: { env: { DD_API_KEY: 'k' } } })).rule).toBe('credentials/no-secret-in-env');
});

test('values of unsafeLiteral are in Secrets and in nothing else', () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const values = { apiKey: 'api-key-value', token: 'token-value-of-32-characters----', appKey: 'app-key-value' };
  const { app, datadog, shop } = program({ credentials: DatadogCredentials.unsafeLiteral(values) });
  deployment(shop, 'web');
  datadog.instrument(shop);
  const manifests = synthesize(app);
  jest.restoreAllMocks();
  for (const value of Object.values(values)) {
    const holders = manifests.filter(m => JSON.stringify(m).includes(value)).map(m => `${m.kind} ${m.metadata.namespace}`).sort();
    expect(datadog.summary()).not.toContain(value);
    expect(holders).toEqual(value === values.appKey ? ['Secret datadog'] : ['Secret datadog', 'Secret shop']);
  }
});

test('two charts of applications are checked as one cluster', () => {
  const { app, shop } = program();
  const more = new Chart(app, 'more', { namespace: 'shop' });
  deployment(shop, 'web');
  deployment(more, 'web');
  expect(() => app.synthYaml()).toThrow(/\[more\/web\] app\/objects-are-unique: /);
});

test.each<[string, Partial<DatadogChartProps>]>([
  ['of the Cluster Agent', { clusterAgent: { podLabels: { 'my team': 'shop' } } }],
  ['of the runners', { clusterCheckRunners: { podLabels: { 'my team': 'shop' } } }],
  ['of nodes', { clusterAgent: { nodeSelector: { 'my team': 'shop' } } }],
])('a bad key of a label %s is refused when the chart is created, by its name', (_, props) => {
  expect(() => new DatadogChart(new App(), 'datadog', { ...CLUSTER, ...props })).toThrow(/^\[datadog(\/\w+)?\] kubernetes\/qualified-name: .*'my team'/);
});
