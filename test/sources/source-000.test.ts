import { ApiObject, App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { ArgoCdSource, DatadogArgoCd, DatadogCredentials, DatadogHelmChart, ExternalSecretStore, Platform } from '../../src';
import { deployment, find, podSpec, synthesize } from '../datadog-chart/program';

// The article on a first installation with Argo CD (source 000): its Application, its SecretStores and ExternalSecrets, and the ClusterRole
// and env vars of its sidecar, as section 15 of the facts corrects them.

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

/** The whole of it, in ten lines: the cluster, the application, and the delivery. */
function article() {
  const app = new App();
  const golang = new Chart(app, 'golang', { namespace: 'golang' });
  new ApiObject(golang, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'golang' } });
  deployment(golang, 'golang', podSpec());

  const datadog = new DatadogHelmChart(app, 'datadog', {
    platform: Platform.eksFargate(),
    clusterName: 'golang-cluster',
    tags: { env: 'prd', system: 'golang' },
    features: { externalMetrics: { enabled: true }, liveProcesses: { enabled: true } },
    credentials: DatadogCredentials.externalSecrets({
      secretName: 'datadog-secrets',
      refreshInterval: '1m',
      store: ExternalSecretStore.aws({ region: 'ap-northeast-1' }),
      apiKey: { key: 'datadog/apikey' },
      appKey: { key: 'datadog/appkey' },
      token: { key: 'datadog/cluster-agent-token' },
    }),
  });
  datadog.instrument(golang);
  new DatadogArgoCd(new Chart(app, 'argo-cd'), 'application', { name: 'datadog-agent', sources: [ArgoCdSource.helmChart(datadog)] });
  return synthesize(app);
}

/** Every value of an object by the path of its keys. Empty objects are values. */
function flat(value: any, path = ''): { [path: string]: unknown } {
  const isLeaf = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isLeaf) return { [path]: value };
  return Object.assign({}, ...Object.entries(value).map(([key, item]) => flat(item, path === '' ? key : `${path}.${key}`)));
}

/** A path that differs on purpose: what is there in place of what the article has, and why. */
interface Difference {
  readonly ours: unknown;
  readonly because: string;
}

/** Paths that differ, and what is ours there. */
function differences(theirs: any, ours: any): { [path: string]: unknown } {
  const [a, b] = [flat(theirs), flat(ours)];
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].filter(path => a[path] !== b[path]).map(path => [path, b[path]]));
}

const oursOf = (table: { [path: string]: Difference }) => Object.fromEntries(Object.entries(table).map(([path, { ours }]) => [path, ours]));

const manifests = article();
const { spec: { source: { helm: { values, ...helm }, ...source }, ...spec }, ...application } = find(manifests, 'Application', 'datadog-agent');

const OWN_LABELS: { [path: string]: Difference } = {
  'metadata.labels.app.kubernetes.io/managed-by': { ours: 'cdk8s-datadog', because: 'every object of the library says so' },
  'metadata.labels.app.kubernetes.io/name': { ours: 'datadog', because: 'every object of the library says so' },
};

describe('the Application', () => {
  const theirs = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'datadog-agent', namespace: 'argocd', finalizers: ['resources-finalizer.argocd.argoproj.io'] },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://helm.datadoghq.com',
        targetRevision: '2.27.2',
        chart: 'datadog',
        helm: {
          parameters: [
            { name: 'datadog.tags[0]', value: 'env:prd' },
            { name: 'datadog.tags[1]', value: 'system:golang' },
            { name: 'datadog.clusterName', value: 'golang-cluster' },
          ],
        },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'datadog' },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
  const inValues = { ours: undefined, because: 'it is a value: a parameter comes before all values, and is for what differs from cluster to cluster' };
  const random = 'the chart makes up an id and takes the time at each rendering, for which Argo CD would sync for ever';
  const table: { [path: string]: Difference } = {
    'spec.source.targetRevision': { ours: '3.240.0', because: 'the chart of the article is of 2021; this is the one that the values are written for' },
    'spec.source.helm.releaseName': { ours: 'datadog', because: 'names of the objects do not follow from that of the Application, and sidecars look for one' },
    'spec.source.helm.parameters.0.name': inValues,
    'spec.source.helm.parameters.0.value': inValues,
    'spec.source.helm.parameters.1.name': inValues,
    'spec.source.helm.parameters.1.value': inValues,
    'spec.source.helm.parameters.2.name': inValues,
    'spec.source.helm.parameters.2.value': inValues,
    'spec.syncPolicy.syncOptions.0': { ours: 'CreateNamespace=true', because: 'the first sync fails where the namespace is not there, and the chart makes none' },
    'spec.ignoreDifferences.0.group': { ours: '', because: random },
    'spec.ignoreDifferences.0.kind': { ours: 'ConfigMap', because: random },
    'spec.ignoreDifferences.0.jsonPointers.0': { ours: '/data/install_id', because: random },
    'spec.ignoreDifferences.0.jsonPointers.1': { ours: '/data/install_time', because: random },
  };

  test('is that of the article, key by key, but for what is listed', () => {
    expect(differences(theirs, { ...application, spec: { ...spec, source: { ...source, helm } } })).toEqual(oursOf(table));
  });
});

describe('the values', () => {
  const theirs = {
    targetSystem: 'linux',
    datadog: {
      apiKeyExistingSecret: 'datadog-secrets',
      appKeyExistingSecret: 'datadog-secrets',
      leaderElection: true,
      collectEvents: true,
      kubeStateMetricsEnabled: false,
      kubeStateMetricsCore: { enabled: true },
      logLevel: 'INFO',
      apm: { enabled: true },
      processAgent: { enabled: true, processCollection: true },
      // The article gives these as parameters.
      tags: ['env:prd', 'system:golang'],
      clusterName: 'golang-cluster',
    },
    clusterAgent: { tokenExistingSecret: 'datadog-secrets', enabled: true, metricsProvider: { enabled: true }, rbac: { create: true }, clusterChecks: { enabled: true } },
    clusterChecksRunner: { enabled: true, replicas: 2, rbac: { create: true } },
    agents: { rbac: { create: true } },
  };
  const byDefault = { ours: undefined, because: "it is the chart's default" };
  const inSidecars = { ours: undefined, because: 'it is for node Agents, which Fargate has none of; the sidecars have it' };
  const onlyTheirs: { [path: string]: Difference } = {
    'targetSystem': byDefault,
    'datadog.logLevel': byDefault,
    'datadog.apm.enabled': inSidecars,
    'datadog.processAgent.enabled': inSidecars,
    'datadog.processAgent.processCollection': inSidecars,
    'clusterAgent.rbac.create': byDefault,
    'clusterAgent.clusterChecks.enabled': { ours: undefined, because: "the first major version of the chart had it, and later ones say nothing of it: it is 'datadog.clusterChecks.enabled'" },
    'clusterChecksRunner.rbac.create': byDefault,
    'agents.rbac.create': byDefault,
  };

  test('have all that the article says, key by key, but for what is listed', () => {
    const ours = flat(parse(values));
    const missed = Object.entries(flat(theirs)).filter(([path, value]) => ours[path] !== value).map(([path]) => path);
    expect(Object.fromEntries(missed.map(path => [path, ours[path]]))).toEqual(oursOf(onlyTheirs));
  });

  test('and more where the chart of today would do something else than that of the article, or than what is described', () => {
    const ours = parse(values);
    expect(ours.datadog.clusterChecks.enabled).toBe(true);
    expect(ours.agents.enabled).toBe(false);
    expect(ours.datadog.operator.enabled).toBe(false);
    expect(ours.fullnameOverride).toBe('datadog');
  });

  test('hold no token: the chart would make another at every rendering, which was the cause of the 403', () => {
    expect(parse(values).clusterAgent).toMatchObject({ tokenExistingSecret: 'datadog-secrets' });
    expect(parse(values).clusterAgent.token).toBeUndefined();
  });
});

const v1 = { ours: 'external-secrets.io/v1', because: 'v1alpha1 is no longer served' };
const REMOTES = { 'api-key': 'datadog/apikey', 'app-key': 'datadog/appkey', 'token': 'datadog/cluster-agent-token' } as const;
const data = (keys: ReadonlyArray<keyof typeof REMOTES>) => keys.map(secretKey => ({ secretKey, remoteRef: { key: REMOTES[secretKey] } }));

describe.each([
  { namespace: 'datadog', store: 'datadog', secret: 'datadog-secrets', keys: ['api-key', 'token', 'app-key'] as const, names: {} },
  {
    namespace: 'golang',
    store: 'golang',
    secret: 'golang-secrets',
    keys: ['datadog_api_key', 'token'] as const,
    names: {
      'metadata.name': { ours: 'datadog-secrets', because: "one name and one set of keys in every namespace; the article reads 'go-secrets' where it makes 'golang-secrets'" },
      'spec.target.name': { ours: 'datadog-secrets', because: 'the same' },
      'spec.secretStoreRef.name': { ours: 'datadog', because: 'the store of every namespace is called that' },
      'spec.data.0.secretKey': { ours: 'api-key', because: "'datadog_api_key' here and 'api-key' there is one key" },
    },
  },
])('the Secret of $namespace', ({ namespace, store, secret, keys, names }) => {
  test('is read from the store of the article', () => {
    const theirs = {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'SecretStore',
      metadata: { name: store, namespace },
      spec: { provider: { aws: { service: 'SecretsManager', region: 'ap-northeast-1' } } },
    };
    const nameOfStore = store === 'datadog' ? {} : { 'metadata.name': 'datadog' };
    expect(differences(theirs, find(manifests, 'SecretStore', 'datadog', namespace))).toEqual({ ...oursOf({ apiVersion: v1, ...OWN_LABELS }), ...nameOfStore });
  });

  test('has what the article has, key by key, but for what is listed', () => {
    const theirs = {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'ExternalSecret',
      metadata: { name: secret, namespace },
      spec: {
        refreshInterval: '1m',
        secretStoreRef: { name: store, kind: 'SecretStore' },
        target: { name: secret, creationPolicy: 'Owner' },
        data: data(keys.map(key => key === 'datadog_api_key' ? 'api-key' : key)).map((entry, at) => ({ ...entry, secretKey: keys[at] })),
      },
    };
    expect(differences(theirs, find(manifests, 'ExternalSecret', 'datadog-secrets', namespace))).toEqual(oursOf({ apiVersion: v1, ...OWN_LABELS, ...names as { [path: string]: Difference } }));
  });
});

describe('what surrounds it in the article', () => {
  const { containers, initContainers = [] } = find(manifests, 'Deployment', 'golang').spec.template.spec;
  const agent = [...initContainers, ...containers].find((c: any) => c.name === 'datadog-agent-injected');
  const env = (name: string) => agent.env.find((e: any) => e.name === name);

  test('the Agent reads the token from the Secret that is made, and not from one that is not', () => {
    expect(env('DD_CLUSTER_AGENT_AUTH_TOKEN').valueFrom.secretKeyRef).toEqual({ name: 'datadog-secrets', key: 'token' });
    expect(env('DD_API_KEY').valueFrom.secretKeyRef).toEqual({ name: 'datadog-secrets', key: 'api-key' });
  });

  test('and finds the Cluster Agent across namespaces, by the name that the chart gives it', () => {
    expect(env('DD_CLUSTER_AGENT_URL').value).toBe('https://datadog-cluster-agent.datadog.svc.cluster.local:5005');
  });

  test('its account may reach the kubelet through the API server', () => {
    const binding = manifests.find(m => m.kind === 'ClusterRoleBinding' && m.subjects.some((s: any) => s.namespace === 'golang'));
    const { rules } = find(manifests, 'ClusterRole', binding.roleRef.name);
    expect(rules.flatMap((r: any) => r.resources)).toContain('nodes/proxy');
  });
});
