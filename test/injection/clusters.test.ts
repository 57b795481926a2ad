import { App, Chart } from 'cdk8s';
import { DatadogChart, WorkloadSelector } from '../../src';
import { CLUSTER, deployment, find, inventory, podSpec, synthesisErrors, synthesize } from '../datadog-chart/program';

const HOST_NETWORK = podSpec({ hostNetwork: true });

/** One app for two clusters, each with the same application. */
function twoClusters() {
  const app = new App();
  const cluster = (name: string) => ({
    datadog: new DatadogChart(app, `datadog-${name}`, { ...CLUSTER, clusterName: name }),
    shop: new Chart(app, `shop-${name}`, { namespace: 'shop' }),
  });
  const tokyo = cluster('tokyo');
  const osaka = cluster('osaka');
  for (const { datadog, shop } of [tokyo, osaka]) {
    deployment(shop, 'web');
    datadog.instrument(shop);
  }
  return { app, tokyo, osaka };
}

function clusterNameOf(manifests: any[], shop: Chart): string {
  const names = shop.toJson().filter((m: any) => m.kind === 'Deployment').flatMap((m: any) => m.spec.template.spec.containers)
    .flatMap((c: any) => c.env).filter((e: any) => e.name === 'DD_CLUSTER_NAME').map((e: any) => e.value);
  expect(manifests.length).toBeGreaterThan(0);
  return names.join();
}

test('objects of one name in two clusters do not clash, and each workload reports to its own cluster', () => {
  const { app, tokyo, osaka } = twoClusters();
  const manifests = synthesize(app);
  expect(inventory(manifests).filter(line => line === 'Deployment shop/web')).toHaveLength(2);
  expect([tokyo, osaka].map(({ shop }) => clusterNameOf(manifests, shop))).toEqual(['tokyo', 'osaka']);
});

test('a finding is told once, of the cluster that it is in', () => {
  const { app, osaka } = twoClusters();
  deployment(osaka.shop, 'on-host', HOST_NETWORK);
  expect(synthesisErrors(app).filter(e => e.includes('fargate/no-host-network'))).toEqual([expect.stringMatching(/^\[shop-osaka\/on-host\] /)]);
});

test('two objects of one name in one of the clusters are found', () => {
  const { app, osaka } = twoClusters();
  const second = new Chart(app, 'second', { namespace: 'shop' });
  deployment(second, 'web');
  osaka.datadog.instrument(second);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[second\/web\] app\/objects-are-unique: Deployment shop\/web: 'shop-osaka\/web' and 'second\/web' /)]);
});

test('what belongs to no cluster in particular is checked, and told once', () => {
  const { app } = twoClusters();
  deployment(new Chart(app, 'other', { namespace: 'other' }), 'on-host', HOST_NETWORK);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[other\/on-host\] fargate\/no-host-network: /)]);
});

test('each summary counts what is in its cluster', () => {
  const { app, tokyo, osaka } = twoClusters();
  deployment(osaka.shop, 'api');
  synthesize(app);
  expect(tokyo.datadog.summary()).toMatch(/^Datadog on tokyo\n[^]*\n {4}shop: 1\n/);
  expect(osaka.datadog.summary()).toMatch(/^Datadog on osaka\n[^]*\n {4}shop: 2\n/);
});

test('one target cannot be instrumented for two clusters', () => {
  const { app, tokyo, osaka } = twoClusters();
  expect(() => osaka.datadog.instrument(tokyo.shop))
    .toThrow(/^\[shop-tokyo\] cluster\/target-has-one-cluster: .* the cluster 'tokyo' and again for the cluster 'osaka'/s);
  expect(clusterNameOf(synthesize(app), tokyo.shop)).toBe('tokyo');
});

test('one target may be instrumented twice for one cluster', () => {
  const { app, tokyo } = twoClusters();
  tokyo.datadog.instrument(tokyo.shop);
  expect(clusterNameOf(synthesize(app), tokyo.shop)).toBe('tokyo');
});

test('clusters may share out the workloads of one target', () => {
  const app = new App();
  for (const name of ['tokyo', 'osaka']) {
    const datadog = new DatadogChart(app, name, { ...CLUSTER, clusterName: name });
    datadog.instrumentTarget(app, { selector: WorkloadSelector.labeled({ city: name }), requireMatch: false });
  }
  expect(() => app.synthYaml()).not.toThrow();
});

test('instrumenting the app from one cluster leaves the Datadog of the other alone', () => {
  const app = new App();
  const tokyo = new DatadogChart(app, 'tokyo', { ...CLUSTER, clusterName: 'tokyo' });
  new DatadogChart(app, 'osaka', { ...CLUSTER, clusterName: 'osaka' });
  deployment(new Chart(app, 'shop', { namespace: 'shop' }), 'web');
  tokyo.instrument(app);
  const manifests = synthesize(app);
  expect(find(manifests, 'ClusterRoleBinding', 'datadog-agent-fargate').subjects).toEqual([{ kind: 'ServiceAccount', name: 'datadog-agent', namespace: 'shop' }]);
  expect(inventory(manifests).filter(line => line === 'Deployment datadog/datadog-cluster-agent')).toHaveLength(2);
});
