import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogCredentials, ExternalSecretStore, TokenReplicator } from '../../src';
import { deployment, find, inventory, program, synthesisErrors, synthesize } from '../datadog-chart/program';

const TOKEN = 't'.repeat(32);
const external = {
  store: ExternalSecretStore.fromClusterSecretStore('ours'),
  apiKey: { key: 'datadog/apikey' },
  token: { key: 'datadog/token' },
};
const REFLECTED = 'reflector.v1.k8s.emberstack.com/reflection-auto-namespaces';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

/** Datadog with a workload in `shop`, and one more in `late` that is added after instrument(...). */
function instrumented(credentials: DatadogCredentials) {
  const { app, datadog, shop } = program({ credentials });
  deployment(shop, 'web');
  datadog.instrument(shop);
  deployment(shop, 'worker', undefined, { namespace: 'late' });
  return { app, datadog };
}

/** The namespaces that each way names, and where. */
test.each<[string, DatadogCredentials, (manifests: any[]) => unknown]>([
  [
    'clusterExternalSecret',
    DatadogCredentials.clusterExternalSecret(external),
    m => find(m, 'ClusterExternalSecret', 'datadog-secret').spec.namespaceSelectors[0].matchExpressions[0].values,
  ],
  [
    'kyvernoClone',
    DatadogCredentials.kyvernoClone(),
    m => find(m, 'GeneratingPolicy', 'clone-datadog-secret').spec.matchConstraints.resourceRules[0].resourceNames,
  ],
  [
    'reflector of an ExternalSecret',
    DatadogCredentials.reflector({ source: DatadogCredentials.externalSecrets(external) }),
    m => find(m, 'ExternalSecret', 'datadog-secret').spec.target.template.metadata.annotations[REFLECTED].split(','),
  ],
  [
    'reflector of literal values',
    DatadogCredentials.reflector({ source: DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: TOKEN }) }),
    m => find(m, 'Secret', 'datadog-secret').metadata.annotations[REFLECTED].split(','),
  ],
])('%s is told of a namespace that turns up when the app is synthesized, and the rules know', (_, credentials, names) => {
  const { app, datadog } = instrumented(credentials);
  expect(names(synthesize(app))).toEqual(['late', 'shop']);
  expect(datadog.summary()).toMatch(/late: datadog-secret \((ClusterExternalSecret|Kyverno|Reflector)\)/);
});

test('a Reflector of a Secret that exists is told by a command', () => {
  const { app, datadog } = instrumented(DatadogCredentials.reflector());
  synthesize(app);
  expect(datadog.tokenReplicator.commands[1]).toContain(`${REFLECTED}=late,shop`);
});

describe('with no other namespace', () => {
  const home = (credentials: DatadogCredentials) => {
    const chart = new Chart(new App(), 'chart');
    new TokenReplicator(chart, 'tokens', { credentials });
    return chart.toJson();
  };

  test('a list of namespaces that would be empty is not written', () => {
    expect(inventory(home(DatadogCredentials.kyvernoClone()))).toEqual([]);
    expect(inventory(home(DatadogCredentials.clusterExternalSecret(external)))).toEqual(['ExternalSecret datadog/datadog-secret']);
    const [{ spec }] = home(DatadogCredentials.reflector({ source: DatadogCredentials.externalSecrets(external) }));
    expect(spec.target.template.metadata.annotations).toEqual({
      'reflector.v1.k8s.emberstack.com/reflection-allowed': 'false',
      'reflector.v1.k8s.emberstack.com/reflection-auto-enabled': 'false',
    });
  });

  test('labels may still select some', () => {
    const made = home(DatadogCredentials.clusterExternalSecret({ ...external, namespaceSelectors: [{ team: 'shop' }] }));
    expect(inventory(made)).toEqual(['ClusterExternalSecret datadog-secret', 'ExternalSecret datadog/datadog-secret']);
  });
});

describe('labels of a namespace that is in the app', () => {
  const labelled = (labels: { [name: string]: string }) => {
    const { app, datadog, shop } = program({ credentials: DatadogCredentials.clusterExternalSecret({ ...external, namespaceSelectors: [{ team: 'shop' }] }) });
    new ApiObject(shop, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } });
    deployment(shop, 'web');
    datadog.instrument(shop);
    return app;
  };

  test('select it', () => {
    expect(() => synthesize(labelled({ team: 'shop' }))).not.toThrow();
  });

  test('or do not, which is an error of the workload', () => {
    expect(synthesisErrors(labelled({ team: 'web' }))).toEqual([expect.stringContaining('[shop/web] credentials/secret-in-namespace')]);
  });
});

test('all objects are at hand', () => {
  const chart = new Chart(new App(), 'chart');
  const tokens = new TokenReplicator(chart, 'tokens', { credentials: DatadogCredentials.kyvernoClone(), namespaces: ['shop', 'billing'] });
  expect(tokens.apiObjects.map(object => object.kind).sort()).toEqual(['ClusterRole', 'GeneratingPolicy']);
});

test('objects that belong to no namespace get none from their chart', () => {
  for (const credentials of [DatadogCredentials.kyvernoClone(), DatadogCredentials.clusterExternalSecret(external)]) {
    const chart = new Chart(new App(), 'chart', { namespace: 'tools' });
    new TokenReplicator(chart, 'tokens', { credentials, namespaces: ['shop'] });
    const outside = chart.toJson().filter((m: any) => ['ClusterRole', 'GeneratingPolicy', 'ClusterExternalSecret'].includes(m.kind));
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.map((m: any) => m.metadata.namespace)).toEqual(outside.map(() => undefined));
  }
});
