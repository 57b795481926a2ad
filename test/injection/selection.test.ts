import { ApiObject, App, Chart, Include } from 'cdk8s';
import { containerNames, deployment, deploymentManifest, find, program, synthesisErrors, synthesize, WITH_AGENT } from '../datadog-chart/program';

test('targets that overlap inject once', () => {
  const { app, datadog, shop } = program();
  const web = deployment(shop, 'web');
  datadog.instrument(web, shop, app);
  datadog.instrument(web);
  expect(containerNames(find(synthesize(app), 'Deployment', 'web'))).toEqual(WITH_AGENT);
});

test('only what is at the targets and below them gets an Agent', () => {
  const { app, datadog, shop } = program();
  datadog.instrument(deployment(shop, 'web'));
  deployment(shop, 'api');
  const manifests = synthesize(app);
  expect(containerNames(find(manifests, 'Deployment', 'web'))).toEqual(WITH_AGENT);
  expect(find(manifests, 'Deployment', 'api')).toEqual(deploymentManifest('api', undefined, { namespace: 'shop' }));
});

test('a workload that is added after instrument() is covered', () => {
  const { app, datadog, shop } = program();
  datadog.instrument(shop);
  deployment(shop, 'web');
  expect(containerNames(find(synthesize(app), 'Deployment', 'web'))).toEqual(WITH_AGENT);
});

test('the app as a target covers everybody, and not the Cluster Agent and its runners', () => {
  const { app, datadog, shop } = program();
  deployment(shop, 'web');
  datadog.instrument(app);
  const deployments = synthesize(app).filter(m => m.kind === 'Deployment');
  expect(Object.fromEntries(deployments.map(d => [d.metadata.name, containerNames(d)]))).toEqual({
    'datadog-cluster-agent': ['cluster-agent'],
    'datadog-clusterchecks': ['agent'],
    'web': WITH_AGENT,
  });
});

const NOTHING = /^\[empty\] sidecar\/target-has-workloads: .* See https:\/\//;

describe('a target without a workload', () => {
  const withEmpty = () => {
    const { app, datadog, shop } = program();
    deployment(shop, 'web');
    datadog.instrument(shop);
    const empty = new Chart(app, 'empty');
    new ApiObject(empty, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
    return { app, datadog, empty };
  };

  test('is an error at the target', () => {
    const { app, datadog, empty } = withEmpty();
    datadog.instrument(empty);
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(NOTHING)]);
  });

  test('is none with requireMatch: false', () => {
    const { app, datadog, empty } = withEmpty();
    datadog.sidecar.injectInto(empty, { requireMatch: false });
    expect(find(synthesize(app), 'ConfigMap', 'settings')).toBeDefined();
  });

  test.each([[true, false], [false, true]])('asked for with requireMatch %s and %s: one that asks for a match is enough', (first, second) => {
    const { app, datadog, empty } = withEmpty();
    datadog.sidecar.injectInto(empty, { requireMatch: first });
    datadog.sidecar.injectInto(empty, { requireMatch: second });
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(NOTHING)]);
  });
});

test('with nothing to instrument at all there is no ClusterRole for sidecars', () => {
  const { app, datadog } = program();
  const empty = new Chart(app, 'empty');
  datadog.sidecar.injectInto(empty, { requireMatch: false });
  expect(synthesize(app).filter(m => m.metadata.name === 'datadog-agent-fargate')).toEqual([]);
  deployment(empty, 'web', undefined, { namespace: 'shop' });
  expect(synthesize(app).filter(m => m.metadata.name === 'datadog-agent-fargate').map(m => m.kind)).toEqual(['ClusterRole', 'ClusterRoleBinding']);
});

test('workloads in a List are instrumented, also two Lists deep', () => {
  const { app, datadog, shop } = program();
  const list = (...items: unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } };
  const [web, api] = ['web', 'api'].map(name => deploymentManifest(name, undefined, { namespace: 'shop' }));
  new ApiObject(shop, 'all', list(web, configMap, list(api)) as any);
  datadog.instrument(shop);

  const { items } = synthesize(app).find(m => m.kind === 'List');
  expect(containerNames(items[0])).toEqual(WITH_AGENT);
  expect(items[1]).toEqual(configMap);
  expect(containerNames(items[2].items[0])).toEqual(WITH_AGENT);
});

test('a target in another app is refused at once', () => {
  const { datadog } = program();
  const other = new Chart(new App(), 'other', { namespace: 'other' });
  deployment(other, 'api');
  expect(() => datadog.instrument(other)).toThrow(/^\[other\] sidecar\/target-in-the-same-app: /);
});

test('an Include with several workloads is one target', () => {
  const { app, datadog, shop } = program();
  const include = new Include(shop, 'all', { url: `${__dirname}/two-workloads.yaml` });
  datadog.instrument(include);
  const manifests = synthesize(app);
  expect(containerNames(find(manifests, 'Deployment', 'web', 'shop'))).toEqual(WITH_AGENT);
  expect(containerNames(find(manifests, 'StatefulSet', 'db', 'store'))).toEqual(WITH_AGENT);
  expect(datadog.tokenReplicator.namespaces).toEqual(['datadog', 'shop', 'store']);
});

test('workloads of one List share nothing that YAML would write as an anchor', () => {
  const { app, datadog, shop } = program();
  const items = ['web', 'api'].map(name => deploymentManifest(name, undefined, { namespace: 'shop' }));
  datadog.instrument(new ApiObject(shop, 'list', { apiVersion: 'v1', kind: 'List', items }));
  const yaml = app.synthYaml() as unknown as string;
  expect(yaml.match(/name: datadog-agent-injected/g)).toHaveLength(2);
  expect(yaml).not.toMatch(/[&*]a\d+\b/);
});
