import { App, Chart } from 'cdk8s';
import { ArgoCdClusters, ArgoCdDeletion, ArgoCdSource, DatadogArgoCd, DatadogArgoCdProps, DatadogHelmChart } from '../../src';
import { CLUSTER, find, synthesize } from '../datadog-chart/program';
import { violationOf } from '../requirements/violations';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const REPO = 'git@github.com:acme/clusters.git';

function made(clusters: ArgoCdClusters, props: Partial<DatadogArgoCdProps> = {}): any {
  const app = new App();
  new DatadogArgoCd(new Chart(app, 'argo'), 'datadog', { sources: [ArgoCdSource.helm({ values: 'registry: x.example.com\n' })], clusters, ...props });
  return synthesize(app)[0];
}

const rule = (work: () => unknown) => violationOf(work).rule;

describe('a list of clusters', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => ({ name: `prod-${at}`, parameters: { region: `region-${at}` } }));

  test('of twenty takes one description', () => {
    const clusters = ArgoCdClusters.list(twenty);
    const set = made(clusters, {
      sources: [
        ArgoCdSource.helm({ values: 'datadog:\n  site: datadoghq.eu\n', parameters: { 'datadog.tags[0]': `region:${clusters.parameter('region')}` } }),
        ArgoCdSource.git({ repoUrl: REPO, path: `clusters/${clusters.clusterName}` }),
      ],
    });
    expect(set).toMatchObject({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'datadog', namespace: 'argocd' },
      spec: { goTemplate: true, goTemplateOptions: ['missingkey=error'] },
    });
    const { generators: [{ list }], template, syncPolicy } = set.spec;
    expect(list.elements).toHaveLength(20);
    expect(list.elements[3]).toEqual({ name: 'prod-3', knownAs: 'prod-3', values: { region: 'region-3' } });
    expect(template.metadata).toEqual({ name: 'datadog-{{normalize .name}}', finalizers: ['resources-finalizer.argocd.argoproj.io'] });
    expect(template.spec.destination).toEqual({ name: '{{.knownAs}}', namespace: 'datadog' });
    expect(template.spec.sources[0].helm).toEqual({
      releaseName: 'datadog',
      values: 'datadog:\n  site: datadoghq.eu\n',
      parameters: [
        { name: 'datadog.tags[0]', value: 'region:{{.values.region}}' },
        { name: 'datadog.clusterName', value: '{{.name}}', forceString: true },
      ],
    });
    expect(template.spec.sources[1].path).toBe('clusters/{{.name}}');
    expect(syncPolicy).toBeUndefined();
  });

  test('by address, or by another name', () => {
    const byServer = made(ArgoCdClusters.list([{ name: 'a', server: 'https://10.0.0.1' }, { name: 'b', server: 'https://10.0.0.2' }])).spec;
    expect(byServer.generators[0].list.elements).toEqual([{ name: 'a', server: 'https://10.0.0.1' }, { name: 'b', server: 'https://10.0.0.2' }]);
    expect(byServer.template.spec.destination).toEqual({ server: '{{.server}}', namespace: 'datadog' });
    const byName = made(ArgoCdClusters.list([{ name: 'a', argoCdName: 'in-cluster' }, { name: 'b' }])).spec;
    expect(byName.generators[0].list.elements.map((e: any) => e.knownAs)).toEqual(['in-cluster', 'b']);
  });

  test('whose objects stay when Applications go says so to Argo CD, which would add the finalizer otherwise', () => {
    const { spec } = made(ArgoCdClusters.list([{ name: 'a' }]), { deletion: ArgoCdDeletion.ORPHAN, labels: { team: 'sre' } });
    expect(spec.syncPolicy).toEqual({ preserveResourcesOnDeletion: true });
    expect(spec.template.metadata).toEqual({ name: 'datadog-{{normalize .name}}', labels: { team: 'sre' } });
  });

  test.each<[string, any[]]>([
    ['argo-cd/has-clusters', []],
    ['argo-cd/cluster-is-unique', [{ name: 'a' }, { name: 'a' }]],
    ['argo-cd/cluster-is-unique', [{ name: 'a_b' }, { name: 'a-b' }]],
    ['argo-cd/cluster-is-unique', [{ name: 'a', argoCdName: 'x' }, { name: 'b', argoCdName: 'x' }]],
    ['argo-cd/cluster-is-unique', [{ name: 'a', server: 'https://x' }, { name: 'b', server: 'https://x' }]],
    ['cluster/name-is-valid', [{ name: 'Prod Tokyo' }]],
    ['options/types', [{}]],
    ['argo-cd/destination', [{ name: 'a', server: 'https://x' }, { name: 'b' }]],
    ['argo-cd/destination', [{ name: 'a', server: 'https://x', argoCdName: 'a' }]],
    ['argo-cd/destination', [{ name: 'a', server: '10.0.0.1' }]],
    ['argo-cd/destination', [{ name: 'a', argoCdName: '{{.name}}' }]],
    ['argo-cd/clusters-have-parameters', [{ name: 'a', parameters: { region: 'x' } }, { name: 'b' }]],
    ['argo-cd/template', [{ name: 'a', parameters: { 'my-region': 'x' } }]],
    ['options/types', [{ name: 'a', parameters: { size: 3 } }]],
  ])('%s', (expected, clusters) => expect(rule(() => ArgoCdClusters.list(clusters))).toBe(expected));

  test('a cluster twice is told apart from two of one Application', () => {
    expect(violationOf(() => ArgoCdClusters.list([{ name: 'a' }, { name: 'a' }])).reason).toBe("the cluster 'a' is in the list twice");
    expect(violationOf(() => ArgoCdClusters.list([{ name: 'a_b' }, { name: 'a-b' }])).reason)
      .toBe("the clusters 'a_b' and 'a-b' have one name of its Application, 'a-b'");
  });
});

describe('clusters that Argo CD knows', () => {
  test('all of them, or those with labels', () => {
    const all = made(ArgoCdClusters.registered()).spec;
    expect(all.generators).toEqual([{ clusters: {} }]);
    expect(all.template.metadata.name).toBe('datadog-{{.nameNormalized}}');
    expect(all.template.spec.destination).toEqual({ server: '{{.server}}', namespace: 'datadog' });
    const some = ArgoCdClusters.registered({
      matchLabels: { env: 'prod' }, clusterName: ArgoCdClusters.label('acme.com/datadog'), parameters: { region: ArgoCdClusters.label('region') },
    });
    expect(some.path).toBeUndefined();
    expect(some.parameter('region')).toBe('{{.values.region}}');
    const { generators, template } = made(some).spec;
    expect(generators).toEqual([{
      clusters: { selector: { matchLabels: { env: 'prod' } }, values: { region: '{{index .metadata.labels "region"}}' } },
    }]);
    expect(template.spec.source.helm.parameters).toEqual([
      { name: 'datadog.clusterName', value: '{{index .metadata.labels "acme.com/datadog"}}', forceString: true },
    ]);
  });

  test('templates name what there is', () => {
    expect(rule(() => ArgoCdClusters.registered({ clusterName: '{{.nam}}' }))).toBe('argo-cd/template');
    expect(rule(() => ArgoCdClusters.registered({ clusterName: '{{name}}' }))).toBe('argo-cd/template');
    expect(rule(() => ArgoCdClusters.registered({ parameters: { region: '{{.values.other}}' } }))).toBe('argo-cd/template');
    expect(rule(() => ArgoCdClusters.label('a b'))).toBe('argo-cd/template');
    expect(rule(() => ArgoCdClusters.registered().parameter('region'))).toBe('argo-cd/template');
  });
});

test.each([
  [{ 'not a name': 'prd' }, 'argo-cd/template'],
  [{ env: 'not a value' }, 'kubernetes/label-value'],
])('labels of clusters that no Secret could have: %j', (matchLabels, expected) => {
  expect(rule(() => ArgoCdClusters.registered({ matchLabels }))).toBe(expected);
  expect(() => ArgoCdClusters.registered({ matchLabels: { 'acme.com/env': 'prd', 'tier': '' } })).not.toThrow();
});

describe('clusters in git', () => {
  test('a folder each', () => {
    const clusters = ArgoCdClusters.gitDirectories({ repoUrl: REPO, path: 'clusters/*', exclude: ['clusters/old-*'], revision: 'main', parameters: { tier: '{{.path.basename}}' } });
    expect(clusters.path).toBe('{{.path.path}}');
    const { generators, template } = made(clusters, { sources: [ArgoCdSource.git({ repoUrl: REPO, path: clusters.path!, revision: 'main' })] }).spec;
    expect(generators).toEqual([{
      git: {
        repoURL: REPO,
        revision: 'main',
        directories: [{ path: 'clusters/*' }, { path: 'clusters/old-*', exclude: true }],
        values: { tier: '{{.path.basename}}' },
      },
    }]);
    expect(template.metadata.name).toBe('datadog-{{.path.basenameNormalized}}');
    expect(template.spec).toMatchObject({ source: { path: '{{.path.path}}' }, destination: { name: '{{.path.basename}}' } });
  });

  test('a file each', () => {
    const clusters = ArgoCdClusters.gitFiles({ repoUrl: REPO, path: 'clusters/*.json', nameKey: 'cluster.name', serverKey: 'cluster.address' });
    expect(clusters.parameter('aws.account')).toBe('{{.aws.account}}');
    const { generators, template } = made(clusters).spec;
    expect(generators).toEqual([{ git: { repoURL: REPO, revision: 'HEAD', files: [{ path: 'clusters/*.json' }] } }]);
    expect(template.metadata.name).toBe('datadog-{{normalize .cluster.name}}');
    expect(template.spec.destination.server).toBe('{{.cluster.address}}');
    expect(made(ArgoCdClusters.gitFiles({ repoUrl: REPO, path: 'clusters/*.json' })).spec.template.spec.destination.name).toBe('{{.name}}');
  });

  test.each<[string, () => unknown]>([
    ['argo-cd/repository-url', () => ArgoCdClusters.gitDirectories({ repoUrl: 'acme/clusters', path: '*' })],
    ['argo-cd/git-path', () => ArgoCdClusters.gitDirectories({ repoUrl: REPO, path: '/clusters/*' })],
    ['argo-cd/git-revision', () => ArgoCdClusters.gitDirectories({ repoUrl: REPO, path: '*', revision: '' })],
    ['argo-cd/template', () => ArgoCdClusters.gitDirectories({ repoUrl: REPO, path: '*', parameters: { a: '{{.name}}' } })],
    ['argo-cd/template', () => ArgoCdClusters.gitFiles({ repoUrl: REPO, path: '*.json', nameKey: 'my-name' })],
  ])('%s', (expected, work) => expect(rule(work)).toBe(expected));
});

describe('templates of sources', () => {
  const clusters = () => ArgoCdClusters.list([{ name: 'a', parameters: { region: 'x' } }]);
  const withGit = (path: string, revision?: string) => () => made(clusters(), { sources: [ArgoCdSource.git({ repoUrl: REPO, path, revision })] });
  const withParameter = (value: string) => () => made(clusters(), { sources: [ArgoCdSource.helm({ parameters: { 'datadog.site': value } })] });

  test('name parameters that there are', () => {
    expect(withGit('clusters/{{.name}}', '{{.values.region}}')().spec.template.spec.source.targetRevision).toBe('{{.values.region}}');
    expect(rule(withGit('clusters/{{.cluster}}'))).toBe('argo-cd/template');
    expect(rule(withGit('clusters/{{.name}}', '{{.values.branch}}'))).toBe('argo-cd/template');
    expect(rule(withGit('clusters/{{.name'))).toBe('argo-cd/template');
    expect(rule(withParameter('{{.values.zone}}'))).toBe('argo-cd/template');
    expect(withParameter('{{ .values.region | upper }}')).not.toThrow();
    expect(withParameter('{{printf "%s.%s" .name "x"}}')).not.toThrow();
  });

  test('are in the path of manifests, which are of one cluster', () => {
    expect(rule(withGit('datadog'))).toBe('argo-cd/path-per-cluster');
  });

  test('are for many clusters', () => {
    const app = new App();
    const one = (source: ArgoCdSource) => () => new DatadogArgoCd(new Chart(app, `c${app.node.children.length}`), 'datadog', { sources: [source] });
    expect(rule(one(ArgoCdSource.git({ repoUrl: REPO, path: 'clusters/{{.name}}' })))).toBe('argo-cd/template');
    expect(rule(one(ArgoCdSource.helm({ parameters: { 'datadog.site': '{{.name}}' } })))).toBe('argo-cd/template');
  });
});

describe('what is no template comes out as it is', () => {
  test('values, as text and as an object, and ignored differences', () => {
    const clusters = ArgoCdClusters.list([{ name: 'a' }]);
    const text = 'datadog:\n  env:\n    - name: X\n      value: "{{{ .x }} and %%host%%"\n';
    expect(made(clusters, { sources: [ArgoCdSource.helm({ values: text })] }).spec.template.spec.source.helm.values)
      .toBe('datadog:\n  env:\n    - name: X\n      value: "{{"{{"}}{ .x }} and %%host%%"\n');
    const valuesObject = { 'a{{': ['{{x}}', 1, null, true] };
    expect(made(clusters, { sources: [ArgoCdSource.helm({ valuesObject })] }).spec.template.spec.source.helm.valuesObject)
      .toEqual({ 'a{{"{{"}}': ['{{"{{"}}x}}', 1, null, true] });
    const ignoreDifferences = [{ kind: 'Service', jqPathExpressions: ['.a | {{b:1}}'] }];
    expect(made(clusters, { ignoreDifferences }).spec.template.spec.ignoreDifferences.at(-1).jqPathExpressions).toEqual(['.a | {{"{{"}}b:1}}']);
  });

  test('values of a DatadogHelmChart, whose cluster name each cluster replaces', () => {
    const app = new App();
    const chart = new DatadogHelmChart(app, 'datadog', CLUSTER);
    new DatadogArgoCd(new Chart(app, 'argo'), 'datadog', { sources: [ArgoCdSource.helmChart(chart)], clusters: ArgoCdClusters.registered() });
    const { helm } = find(synthesize(app), 'ApplicationSet', 'datadog').spec.template.spec.source;
    expect(helm.values).toBe(chart.values());
    expect(helm.values).toContain('clusterName: prod-tokyo');
    expect(helm.parameters).toEqual([{ name: 'datadog.clusterName', value: '{{.name}}', forceString: true }]);
  });

  test('a name of the cluster that the user gives is the only one', () => {
    const clusters = ArgoCdClusters.registered();
    const source = ArgoCdSource.helm({ parameters: { 'datadog.clusterName': `eks-${clusters.clusterName}` } });
    expect(made(clusters, { sources: [source] }).spec.template.spec.source.helm.parameters).toEqual([{ name: 'datadog.clusterName', value: 'eks-{{.name}}' }]);
    const other = ArgoCdSource.helm({ chart: 'other', version: '1.0.0' });
    expect(made(clusters, { sources: [other] }).spec.template.spec.source.helm.parameters).toBeUndefined();
  });
});
