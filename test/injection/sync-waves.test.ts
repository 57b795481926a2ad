import { ApiObject, App, Chart } from 'cdk8s';
import { ArgoCdSource, DatadogArgoCd, DatadogChart, DatadogCredentials, ExternalSecretStore, IstioDataPlane, Platform } from '../../src';
import { SYNC_WAVES } from '../../src/facts/argo-cd-sync-waves';
import { CLUSTER, deployment, find, program, synthesize } from '../datadog-chart/program';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
const waveOf = (manifest: any): number => Number(manifest.metadata.annotations?.[SYNC_WAVE] ?? 0);

function argoCd(app: App) {
  return new DatadogArgoCd(new Chart(app, 'argo'), 'argo', { sources: [ArgoCdSource.git({ repoUrl: 'https://git.acme.com/x.git', path: '.' })] });
}

function ordered(props: any = {}) {
  const { app, datadog, shop } = program({ ...props });
  new ApiObject(shop, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  deployment(shop, 'web');
  argoCd(app).orderSync(app);
  datadog.instrument(shop);
  return { app, datadog, manifests: synthesize(app) };
}

test('namespaces, permissions, stores, Secrets and policies come before pods, and what needs the Cluster Agent after it', () => {
  const { manifests } = ordered({
    platform: Platform.eks(),
    credentials: DatadogCredentials.externalSecrets({
      store: ExternalSecretStore.aws({ region: 'ap-northeast-1' }), apiKey: { key: 'a' }, appKey: { key: 'b' }, token: { key: 'c' },
    }),
    features: { externalMetrics: { enabled: true } },
    networkPolicy: {},
    istio: { dataPlane: IstioDataPlane.SIDECAR },
  });
  const wavesOf = (kind: string) => manifests.filter(m => m.kind === kind && m.metadata.name !== 'shop').map(waveOf);
  const before = (first: string, then: string) => {
    expect([first, then, Math.max(...wavesOf(first)) < Math.min(...wavesOf(then))]).toEqual([first, then, true]);
  };
  before('Namespace', 'ServiceAccount');
  for (const kind of ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']) before(kind, 'SecretStore');
  before('SecretStore', 'ExternalSecret');
  for (const kind of ['ExternalSecret', 'Service', 'ServiceEntry', 'NetworkPolicy']) before(kind, 'Deployment');
  before('ExternalSecret', 'DaemonSet');
  before('Deployment', 'APIService');
  expect(manifests.filter(m => m.kind === 'PodDisruptionBudget').map(waveOf)).toEqual([0]);
});

test('objects of others have none, and objects that come late have', () => {
  const { manifests } = ordered();
  expect(find(manifests, 'Namespace', 'shop').metadata.annotations).toBeUndefined();
  expect(find(manifests, 'Deployment', 'web').metadata.annotations?.[SYNC_WAVE]).toBeUndefined();
  expect(waveOf(find(manifests, 'ExternalSecret', 'datadog-secret', 'shop'))).toBe(-2);
  expect(waveOf(find(manifests, 'ServiceAccount', 'datadog-agent', 'shop'))).toBe(-4);
  expect(find(manifests, 'Application', 'datadog').metadata.annotations).toBeUndefined();
});

test('nothing has one unasked, nor in another chart', () => {
  const app = new App();
  const props = { ...CLUSTER, platform: Platform.eks() };
  new DatadogChart(app, 'one', props);
  const two = new DatadogChart(app, 'two', { ...props, clusterName: 'prod-osaka', namespace: 'other' });
  argoCd(app).orderSync(two);
  const waves = synthesize(app).filter(m => m.metadata.annotations?.[SYNC_WAVE] !== undefined);
  expect(waves.length).toBeGreaterThan(5);
  expect(waves.filter(m => m.metadata.namespace === 'datadog')).toEqual([]);
});

test('a second synthesis says the same, and a wave of the user stays', () => {
  const { app, datadog } = program({ platform: Platform.eks() });
  const account = datadog.clusterAgent.apiObjects.find(o => o.kind === 'ServiceAccount')!;
  account.metadata.addAnnotation(SYNC_WAVE, '-7');
  argoCd(app).orderSync(datadog, datadog.clusterAgent);
  const first = app.synthYaml();
  expect(app.synthYaml()).toBe(first);
  expect(waveOf(find(synthesize(app), 'ServiceAccount', account.name))).toBe(-7);
});

test('each kind is in one wave', () => {
  const kinds = SYNC_WAVES.flatMap(row => row.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(SYNC_WAVES.map(row => row.wave)).toEqual([-5, -4, -3, -2, -1, 1]);
});
