import { ApiObject, App, Chart } from 'cdk8s';
import {
  ArgoCdClusters, ArgoCdDeletion, ArgoCdDestination, ArgoCdPropagation, ArgoCdSource, DatadogArgoCd, DatadogArgoCdProps, DatadogHelmChart,
} from '../../src';
import { HELM_CHART } from '../../src/facts/helm-chart';
import { CLUSTER, find, synthesize } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const GIT = { repoUrl: 'https://github.com/acme/clusters.git', path: 'prod-tokyo' };
const chartSource = () => ArgoCdSource.helm({ values: 'datadog:\n  clusterName: prod-tokyo\n' });
const gitSource = () => ArgoCdSource.git(GIT);

/** The object that the construct makes, alone in its app. */
function made(props: Partial<DatadogArgoCdProps> = {}): any {
  const app = new App();
  new DatadogArgoCd(new Chart(app, 'argo'), 'datadog', { sources: [chartSource()], ...props });
  const objects = synthesize(app);
  expect(objects).toHaveLength(1);
  return objects[0];
}

const rule = (props: Partial<DatadogArgoCdProps>) => violationOf(() => made(props)).rule;

describe('one cluster', () => {
  test('the Helm chart, with nothing else said', () => {
    expect(made()).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'datadog', namespace: 'argocd', finalizers: ['resources-finalizer.argocd.argoproj.io'] },
      spec: {
        project: 'default',
        source: {
          repoURL: 'https://helm.datadoghq.com',
          targetRevision: HELM_CHART.version,
          chart: 'datadog',
          helm: { releaseName: 'datadog', values: 'datadog:\n  clusterName: prod-tokyo\n' },
        },
        destination: { server: 'https://kubernetes.default.svc', namespace: 'datadog' },
        syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['CreateNamespace=true'] },
        ignoreDifferences: [{ group: '', kind: 'ConfigMap', jsonPointers: ['/data/install_id', '/data/install_time'] }],
      },
    });
  });

  test('manifests in git', () => {
    const { spec } = made({ sources: [gitSource()] });
    expect(spec.source).toEqual({
      repoURL: 'https://github.com/acme/clusters.git', targetRevision: 'HEAD', path: 'prod-tokyo', directory: { recurse: true },
    });
    expect(spec.syncPolicy).toEqual({ automated: { prune: true, selfHeal: true } });
    expect(spec.ignoreDifferences.map((d: any) => d.kind)).toEqual(['ExternalSecret', 'ClusterExternalSecret']);
    expect(spec.ignoreDifferences[0].jqPathExpressions).toContain('.spec.data[]?.remoteRef.conversionStrategy');
  });

  test('both: sources in their order, and no single one, which Argo CD would ignore', () => {
    const { spec } = made({ sources: [chartSource(), ArgoCdSource.git({ ...GIT, revision: 'v1', recurse: false, exclude: '*.json' })] });
    expect(spec.source).toBeUndefined();
    expect(spec.sources.map((s: any) => s.chart ?? s.path)).toEqual(['datadog', 'prod-tokyo']);
    expect(spec.sources[1]).toMatchObject({ targetRevision: 'v1', directory: { exclude: '*.json' } });
    expect(spec.sources[1].directory.recurse).toBeUndefined();
    expect(spec.ignoreDifferences).toHaveLength(3);
  });

  test('of a folder without those below it and without patterns, nothing is said', () => {
    expect(made({ sources: [ArgoCdSource.git({ ...GIT, recurse: false })] }).spec.source.directory).toBeUndefined();
  });

  test('another chart, with other values', () => {
    const { source } = made({
      sources: [ArgoCdSource.helm({
        repoUrl: 'registry.acme.com/charts', chart: 'our-datadog', version: '1.2.3', releaseName: 'dd', skipCrds: true, valuesObject: { datadog: { site: 'datadoghq.eu' } },
      })],
    }).spec;
    expect(source).toEqual({
      repoURL: 'registry.acme.com/charts',
      targetRevision: '1.2.3',
      chart: 'our-datadog',
      helm: { releaseName: 'dd', valuesObject: { datadog: { site: 'datadoghq.eu' } }, skipCrds: true },
    });
  });

  test('parameters, in their order, strings among them', () => {
    const parameters = { 'datadog.tags[0]': 'env:prd', 'clusterAgent.replicas': '3' };
    const { helm } = made({ sources: [ArgoCdSource.helm({ parameters, stringParameters: { 'datadog.clusterName': '007' } })] }).spec.source;
    expect(helm).toEqual({
      releaseName: 'datadog',
      parameters: [
        { name: 'datadog.tags[0]', value: 'env:prd' },
        { name: 'clusterAgent.replicas', value: '3' },
        { name: 'datadog.clusterName', value: '007', forceString: true },
      ],
    });
  });

  test('where it goes, and what it is called', () => {
    const { metadata, spec } = made({
      name: 'datadog-agent',
      argoCdNamespace: 'openshift-gitops',
      project: 'platform',
      namespace: 'monitoring',
      destination: ArgoCdDestination.cluster('prod-tokyo'),
      labels: { team: 'sre' },
      annotations: { 'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'sre' },
    });
    expect(metadata).toMatchObject({ name: 'datadog-agent', namespace: 'openshift-gitops', labels: { team: 'sre' } });
    expect(metadata.annotations).toEqual({ 'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'sre' });
    expect(spec).toMatchObject({ project: 'platform', destination: { name: 'prod-tokyo', namespace: 'monitoring' } });
    expect(spec.destination.server).toBeUndefined();
    expect(made({ destination: ArgoCdDestination.server('https://10.0.0.1:6443') }).spec.destination.server).toBe('https://10.0.0.1:6443');
    expect(made({ destination: ArgoCdDestination.inCluster() }).spec.destination.server).toBe('https://kubernetes.default.svc');
  });

  test('what becomes of the objects when it is deleted', () => {
    expect(made({ deletion: ArgoCdDeletion.BACKGROUND }).metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io/background']);
    expect(made({ deletion: ArgoCdDeletion.ORPHAN }).metadata.finalizers).toBeUndefined();
  });

  test('all that can be said of a sync', () => {
    const { metadata, spec } = made({
      sync: {
        prune: false,
        namespaceLabels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
        namespaceAnnotations: { owner: 'sre' },
        serverSideApply: true,
        serverSideDiff: true,
        includeMutationWebhook: true,
        respectIgnoreDifferences: true,
        skipDryRunOnMissingResource: true,
        applyOutOfSyncOnly: true,
        failOnSharedResource: true,
        pruneLast: true,
        prunePropagationPolicy: ArgoCdPropagation.ORPHAN,
        retry: { limit: -1, backoff: '5s', factor: 2, maxBackoff: '3m' },
      },
    });
    expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true,IncludeMutationWebhook=true' });
    expect(spec.syncPolicy).toEqual({
      automated: { selfHeal: true },
      managedNamespaceMetadata: { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' }, annotations: { owner: 'sre' } },
      syncOptions: [
        'CreateNamespace=true', 'ServerSideApply=true', 'RespectIgnoreDifferences=true', 'SkipDryRunOnMissingResource=true', 'ApplyOutOfSyncOnly=true',
        'FailOnSharedResource=true', 'PruneLast=true', 'PrunePropagationPolicy=orphan',
      ],
      retry: { limit: -1, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
    });
  });

  test('syncs by hand, and nothing about them', () => {
    expect(made({ sources: [gitSource()], sync: { automated: false } }).spec.syncPolicy).toBeUndefined();
    expect(made({ sync: { retry: { limit: 2 } } }).spec.syncPolicy.retry).toEqual({ limit: 2 });
    expect(made({ sync: { selfHeal: false, allowEmpty: true } }).spec.syncPolicy.automated).toEqual({ prune: true, allowEmpty: true });
  });

  test('what the API server fills in is no difference to it', () => {
    expect(made({ sources: [gitSource()], sync: { serverSideDiff: true } }).spec.ignoreDifferences).toBeUndefined();
    expect(made({ sync: { serverSideDiff: true } }).spec.ignoreDifferences).toHaveLength(1);
  });

  test('differences of the user come after ours', () => {
    const replicas = { group: 'apps', kind: 'Deployment', name: 'datadog-cluster-agent', jsonPointers: ['/spec/replicas'] };
    expect(made({ ignoreDifferences: [replicas] }).spec.ignoreDifferences.at(-1)).toEqual(replicas);
  });

  test('braces are no templates, in values and elsewhere', () => {
    const values = 'datadog:\n  env:\n    - name: X\n      value: "{{ .Values.a }} %%host%%"\n';
    expect(made({ sources: [ArgoCdSource.helm({ values })] }).spec.source.helm.values).toBe(values);
  });
});

describe('a DatadogHelmChart', () => {
  function app(props: Partial<DatadogArgoCdProps> = {}) {
    const root = new App();
    const chart = new DatadogHelmChart(root, 'datadog', { ...CLUSTER, namespace: 'monitoring' });
    const argo = new DatadogArgoCd(new Chart(root, 'argo'), 'datadog', { sources: [ArgoCdSource.helmChart(chart, { parameters: { 'datadog.tags[0]': 'env:prd' } })], ...props });
    return { root, chart, argo };
  }

  test('gives its values as they are in the end, its version and its namespace', () => {
    const { root, chart } = app();
    chart.clusterAgent.addClusterCheck({ name: 'http_check', instances: [{ name: 'late', url: 'https://example.com' }] });
    const { spec } = find(synthesize(root), 'Application', 'datadog');
    expect(spec.source.helm.values).toBe(chart.values());
    expect(spec.source.helm.values).toContain('https://example.com');
    expect(spec.source.targetRevision).toBe('3.240.0');
    expect(spec.source.helm.parameters).toEqual([{ name: 'datadog.tags[0]', value: 'env:prd' }]);
    expect(spec.destination.namespace).toBe('monitoring');
  });

  test('goes to no other namespace', () => {
    expect(violationOf(() => app({ namespace: 'datadog' })).rule).toBe('argo-cd/one-namespace');
    expect(() => app({ namespace: 'monitoring' })).not.toThrow();
  });

  test('goes with none of another namespace', () => {
    const root = new App();
    const source = (namespace: string) => ArgoCdSource.helmChart(new DatadogHelmChart(root, `in-${namespace}`, { ...CLUSTER, clusterName: `prod-${namespace}`, namespace }));
    const argo = (id: string, ...sources: ArgoCdSource[]) => new DatadogArgoCd(new Chart(root, id), 'datadog', { sources });
    const [here, there] = [source('here'), source('there')];
    expect(violationOf(() => argo('both', here, there))).toMatchObject({ rule: 'argo-cd/one-namespace', reason: expect.stringContaining("'here' and in 'there'") });
    expect(() => [argo('one', here), argo('other', there)]).not.toThrow();
  });
});

test('names may be as long as a label, and as a Helm release', () => {
  expect(made({ name: 'd'.repeat(63) }).metadata.name).toHaveLength(63);
  expect(made({ sources: [ArgoCdSource.helm({ releaseName: 'd'.repeat(53) })] }).spec.source.helm.releaseName).toHaveLength(53);
});

describe('what could never work is an error', () => {
  test.each<[string, Partial<DatadogArgoCdProps>]>([
    ['argo-cd/has-a-source', { sources: [] }],
    ['options/types', { sources: undefined }],
    ['options/types', { sources: [undefined as any] }],
    ['options/types', { sources: [{ repoUrl: 'https://helm.datadoghq.com' } as any] }],
    ['argo-cd/no-secret-in-values', { sources: [ArgoCdSource.helm({ stringParameters: { 'datadog.apiKey': 'x' } })] }],
    ['argo-cd/parameter', { sources: [ArgoCdSource.helm({ parameters: { 'a b': 'x' } })] }],
    ['argo-cd/chart-version', { sources: [ArgoCdSource.helm({ version: '3.*' })] }],
    ['options/types', { clusters: [{ name: 'a' }] as any }],
    ['options/types', { destination: { server: 'https://x' } as any }],
    ['argo-cd/application-name', { name: 'Datadog' }],
    ['argo-cd/application-name', { name: 'd'.repeat(64) }],
    ['argo-cd/application-name', { name: '' }],
    ['argo-cd/application-name', { name: 'd'.repeat(60), clusters: ArgoCdClusters.list([{ name: 'prod' }]) }],
    ['argo-cd/application-name', { sources: [ArgoCdSource.helm({ releaseName: 'd'.repeat(54) })] }],
    ['argo-cd/project-name', { project: 'My Project' }],
    ['kubernetes/namespace-name', { namespace: '' }],
    ['kubernetes/namespace-name', { argoCdNamespace: 'argo_cd' }],
    ['options/value-is-known', { deletion: 'cascade' as any }],
    ['options/types', { labels: { tier: 1 as any } }],
    ['argo-cd/ignored-difference', { ignoreDifferences: [{ kind: 'Deployment' }] }],
    ['argo-cd/ignored-difference', { ignoreDifferences: [{ kind: 'Deployment', jsonPointers: ['spec/replicas'] }] }],
    ['argo-cd/ignored-difference', { ignoreDifferences: [{ kind: '', jsonPointers: ['/spec/replicas'] }] }],
    ['argo-cd/respects-no-list', { sources: [gitSource()], sync: { respectIgnoreDifferences: true } }],
    ['argo-cd/destination', { destination: ArgoCdDestination.inCluster(), clusters: ArgoCdClusters.registered() }],
    ['argo-cd/destination', { destination: ArgoCdDestination.inCluster(), clusters: ArgoCdClusters.list([{ name: 'prod' }]), sources: [ArgoCdSource.helm({ version: '3.*' })] }],
  ])('%s', (expected, props) => expect(rule(props)).toBe(expected));

  test('values as text and as an object, where the source is made', () => {
    expect(violationOf(() => ArgoCdSource.helm({ values: 'a: 1', valuesObject: {} })).rule).toBe('argo-cd/values-once');
  });

  test('destinations', () => {
    expect(violationOf(() => ArgoCdDestination.server('kubernetes.default.svc')).rule).toBe('argo-cd/destination');
    expect(violationOf(() => ArgoCdDestination.cluster('prod tokyo')).rule).toBe('argo-cd/destination');
  });

  test('and lists in git are applied where the API server is asked what differs', () => {
    expect(() => made({ sources: [gitSource()], sync: { respectIgnoreDifferences: true, serverSideDiff: true } })).not.toThrow();
  });
});

test('an object of the chart that it is in has the namespace of Argo CD all the same', () => {
  const app = new App();
  const { apiObject } = new DatadogArgoCd(new Chart(app, 'argo', { namespace: 'shop' }), 'datadog', { sources: [chartSource()] });
  expect(ApiObject.isApiObject(apiObject)).toBe(true);
  expect(synthesize(app)[0].metadata.namespace).toBe('argocd');
});
