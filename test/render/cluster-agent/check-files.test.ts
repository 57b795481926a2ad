import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { checkFiles, configMapKey } from '../../../src/render/cluster-agent/check-files';
import { violationOf } from '../../requirements/violations';
import { components } from '../components';
import { clusterModel } from '../models';

type Description = Partial<ClusterDescription>;

const files = (description: Description) => checkFiles(clusterModel(description));
const file = (description: Description, path: string) => JSON.parse(files(description)[path]);
const events = (given: object) => file({ features: { events: given } }, 'kubernetes_apiserver.d/kubernetes_apiserver.yaml').instances;
const checks = (...list: any[]): Description => ({ clusterAgent: { checks: list } });
const HTTP = { name: 'http_check', instances: [{ name: 'front', url: 'https://example.com' }] };

test('events are bundled and not filtered', () => {
  expect(events({})).toEqual([{ filtering_enabled: false, unbundle_events: false }]);
  expect(events({ filtering: true })).toEqual([{ filtering_enabled: true, unbundle_events: false }]);
});

test('events that are not bundled are of some types', () => {
  const [{ collected_event_types: types, ...rest }] = events({ unbundle: true });
  expect(rest).toEqual({ filtering_enabled: false, unbundle_events: true });
  expect(types.map((t: any) => t.kind)).toEqual(['Pod', 'Node', 'CronJob']);
  expect(events({ unbundle: true, collectedTypes: [{ kind: 'Pod', reasons: ['BackOff'] }, { kind: 'Node' }] })).toEqual([
    { filtering_enabled: false, unbundle_events: true, collected_event_types: [{ kind: 'Pod', reasons: ['BackOff'] }, { kind: 'Node' }] },
  ]);
});

test('custom resources are listed for the orchestrator check, which has no file of ours without them', () => {
  const path = 'orchestrator.d/orchestrator.yaml';
  expect(Object.keys(files({}))).not.toContain(path);
  const customResources = [{ group: 'argoproj.io', version: 'v1alpha1', resource: 'rollouts' }];
  expect(file({ features: { orchestratorExplorer: { customResources } } }, path)).toEqual({
    cluster_check: false,
    ad_identifiers: ['_kube_orchestrator'],
    init_config: {},
    instances: [{ skip_leader_election: false, crd_collectors: ['argoproj.io/v1alpha1/rollouts'] }],
  });
});

test("a check of the user's is a cluster check", () => {
  expect(file(checks(HTTP), 'http_check.d/http_check.yaml')).toEqual({ cluster_check: true, init_config: {}, instances: HTTP.instances });
  expect(file(checks({ ...HTTP, initConfig: { a: 1 }, file: 'front' }), 'http_check.d/front.yaml').init_config).toEqual({ a: 1 });
});

test('a check that the Cluster Agent does itself is none', () => {
  const helm = { name: 'helm', instances: [{ collect_events: true }], byClusterAgent: true };
  const withoutRunners = { features: { clusterChecks: { enabled: false } } };
  expect(file(checks(helm), 'helm.d/helm.yaml')).toEqual({ init_config: {}, instances: helm.instances });
  expect(file({ ...checks(helm), ...withoutRunners }, 'helm.d/helm.yaml')).toEqual({ init_config: {}, instances: helm.instances });
});

describe('advanced_ad_identifiers', () => {
  const identifiers = (id: object, description: Description = {}) =>
    file({ ...checks({ ...HTTP, advancedAdIdentifiers: [{ namespace: 'default', name: 'kubernetes', ...id }] }), ...description }, 'http_check.d/http_check.yaml')
      .advanced_ad_identifiers;
  const SERVICE = { name: 'kubernetes', namespace: 'default' };
  const nodes: Description = { platform: { fact: PLATFORMS.eks } };

  test('a Service', () => expect(identifiers({ kind: 'kube_service' })).toEqual([{ kube_service: SERVICE }]));
  test('endpoints go to runners where there is nobody else', () => {
    expect(identifiers({ kind: 'kube_endpoints' })).toEqual([{ kube_endpoints: { ...SERVICE, resolve: 'ip' } }]);
    expect(identifiers({ kind: 'kube_endpoints', resolve: 'auto' })).toEqual([{ kube_endpoints: { ...SERVICE, resolve: 'auto' } }]);
    expect(identifiers({ kind: 'kube_endpoints' }, nodes)).toEqual([{ kube_endpoints: SERVICE }]);
  });
  test('an old Agent cannot send them there', () => {
    expect(violationOf(() => identifiers({ kind: 'kube_endpoints' }, { agentVersion: '7.68.0' })).rule).toBe('agent/has-feature');
    expect(identifiers({ kind: 'kube_service' }, { agentVersion: '7.68.0' })).toEqual([{ kube_service: SERVICE }]);
  });
});

test.each<[refused: string, given: Description, rule: string]>([
  ['the same file twice', checks(HTTP, HTTP), 'cluster-checks/file-is-unique'],
  ['the file of a feature', checks({ ...HTTP, name: 'kubernetes_apiserver' }), 'cluster-checks/file-is-unique'],
  ['no instance', checks({ ...HTTP, instances: [] }), 'autodiscovery/check-is-complete'],
  ['a check that the Cluster Agent has not', checks({ ...HTTP, byClusterAgent: true }), 'cluster-checks/cluster-agent-has-it'],
  [
    'a check of a Service that is not handed out',
    checks({ ...HTTP, name: 'helm', byClusterAgent: true, advancedAdIdentifiers: [{ kind: 'kube_service', namespace: 'a', name: 'b' }] }),
    'cluster-checks/cluster-agent-has-it',
  ],
  ['a name with a slash', checks({ ...HTTP, name: '../etc' }), 'cluster-checks/name'],
  ['a file with a dot', checks({ ...HTTP, file: 'a.yaml' }), 'cluster-checks/name'],
  ['cluster checks that are off', { ...checks(HTTP), features: { clusterChecks: { enabled: false } } }, 'cluster-checks/are-on'],
])('%s is refused', (_, given, rule) => {
  expect(violationOf(() => clusterModel(given)).rule).toBe(rule);
});

test('a check whose feature is off may be written by the user', () => {
  const given = { ...checks({ ...HTTP, name: 'kubernetes_apiserver' }), features: { events: { enabled: false } } };
  expect(Object.keys(files(given))).toContain('kubernetes_apiserver.d/kubernetes_apiserver.yaml');
});

test('every file is mounted from a key of its own', () => {
  const manifests = components(checks(HTTP, { ...HTTP, file: 'front' }, { name: 'front', instances: [{}] }));
  const { data } = manifests.find(m => m.kind === 'ConfigMap')!;
  const { volumes } = manifests.find(m => m.kind === 'Deployment')!.spec.template.spec;
  const { items } = volumes.find((v: any) => v.name === 'confd').configMap;
  expect(items.map((i: any) => i.key).sort()).toEqual(Object.keys(data).sort());
  expect(new Set(items.map((i: any) => i.key)).size).toBe(items.length);
  expect(items).toEqual(expect.arrayContaining([
    { key: 'http_check.yaml', path: 'http_check.d/http_check.yaml' },
    { key: 'http_check.front.yaml', path: 'http_check.d/front.yaml' },
    { key: 'front.yaml', path: 'front.d/front.yaml' },
  ]));
  expect(configMapKey('kubernetes_state_core.d/kubernetes_state_core.yaml.default')).toBe('kubernetes_state_core.yaml.default');
  expect(configMapKey('my.database.d/my.database.yaml')).toBe('my.database.yaml');
});
