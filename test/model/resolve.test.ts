import { SITES } from '../../src/facts/sites';
import { ClusterDescription } from '../../src/model/cluster-description';
import { clusterModel, EXISTING } from '../render/models';
import { violationOf } from '../requirements/violations';

test('what is left out has its default', () => {
  expect(clusterModel()).toMatchObject({
    platform: { fact: { id: 'eks-fargate' }, kubernetesVersion: '1.34', fargateProfiles: [] },
    clusterName: 'prod-tokyo',
    site: 'datadoghq.com',
    namespace: 'datadog',
    createNamespace: true,
    tags: [],
    agentVersion: '7.81.1',
    agentImage: 'registry.datadoghq.com/agent:7.81.1',
    clusterAgentImage: 'registry.datadoghq.com/cluster-agent:7.81.1',
    credentials: EXISTING,
    clusterAgentUrl: 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005',
    features: { clusterChecks: true, events: expect.anything(), kubeStateMetrics: expect.anything() },
    clusterAgent: { replicas: 2, resources: { cpu: '250m', memory: '768Mi' }, spread: false },
    clusterCheckRunners: { replicas: 2, resources: { cpu: '250m', memory: '768Mi' }, spread: false },
    sidecar: { resources: { cpu: '200m', memory: '256Mi' }, env: {}, documentedPermissions: false },
  });
});

test.each<[what: string, given: Partial<ClusterDescription>, expected: object]>([
  ['namespace', { namespace: 'monitoring' }, {
    namespace: 'monitoring', clusterAgentUrl: 'https://datadog-cluster-agent.monitoring.svc.cluster.local:5005',
  }],
  ['createNamespace', { createNamespace: false }, { createNamespace: false }],
  ['agentVersion', { agentVersion: '7.70.0' }, { agentImage: 'registry.datadoghq.com/agent:7.70.0', clusterAgentImage: 'registry.datadoghq.com/cluster-agent:7.70.0' }],
  ['registry', { registry: 'mirror.example.com/dd' }, { agentImage: 'mirror.example.com/dd/agent:7.81.1', clusterAgentImage: 'mirror.example.com/dd/cluster-agent:7.81.1' }],
  ['site', { site: 'datadoghq.eu' }, { site: 'datadoghq.eu' }],
  ['tags', { tags: { team: 'shop', env: 'prod' } }, { tags: ['env:prod', 'team:shop'] }],
  ['clusterAgent', { clusterAgent: { replicas: 1, cpu: '1' } }, { clusterAgent: { replicas: 1, resources: { cpu: '1', memory: '768Mi' } } }],
  ['clusterCheckRunners', { clusterCheckRunners: { replicas: 3, memory: '2Gi' } }, { clusterCheckRunners: { replicas: 3, resources: { cpu: '250m', memory: '2Gi' } } }],
  ['sidecar', { sidecar: { cpu: '1', env: { DD_LOG_LEVEL: 'debug' }, documentedPermissions: true } }, {
    sidecar: { resources: { cpu: '1', memory: '256Mi' }, env: { DD_LOG_LEVEL: 'debug' }, documentedPermissions: true },
  }],
])('%s that is given is kept', (_, given, expected) => {
  expect(clusterModel(given)).toMatchObject(expected);
});

describe('the registry', () => {
  const GOV = 'public.ecr.aws/datadog';
  const DEFAULT = 'registry.datadoghq.com';

  test.each(Object.values(SITES).map(({ domain }) => [domain, domain === 'ddog-gov.com' ? GOV : DEFAULT]))('of %s is %s', (site, registry) => {
    expect(clusterModel({ site })).toMatchObject({ site, agentImage: `${registry}/agent:7.81.1`, clusterAgentImage: `${registry}/cluster-agent:7.81.1` });
  });

  test('that is given wins over that of the site', () => {
    expect(clusterModel({ site: 'ddog-gov.com', registry: 'mirror' }).agentImage).toBe('mirror/agent:7.81.1');
  });
});

describe('runners of cluster checks', () => {
  const { fact } = clusterModel().platform;
  const on = (onlyFargate: boolean) => ({ platform: { fact: { ...fact, nodes: !onlyFargate } } });
  const off = { features: { clusterChecks: { enabled: false } } };

  test.each<[when: string, expected: boolean, given: Partial<ClusterDescription>]>([
    ['on Fargate alone', true, on(true)],
    ['where nodes have Agents', false, on(false)],
    ['without cluster checks', false, { ...on(true), ...off }],
    ['where they are asked for', true, { ...on(false), clusterCheckRunners: { enabled: true } }],
    ['where they are declined', false, { ...on(true), clusterCheckRunners: { enabled: false } }],
  ])('%s: %s', (_, expected, given) => {
    expect(clusterModel(given).clusterCheckRunners !== undefined).toBe(expected);
  });
});

test('pods are kept apart where they can share a node', () => {
  const { fact } = clusterModel().platform;
  const { clusterAgent, clusterCheckRunners } = clusterModel({
    platform: { fact: { ...fact, nodes: true } },
    clusterCheckRunners: { enabled: true },
  });
  expect([clusterAgent.spread, clusterCheckRunners?.spread]).toEqual([true, true]);
});

describe('collectors of kube-state-metrics', () => {
  const collectors = (given: Partial<ClusterDescription> = {}) => clusterModel(given).features.kubeStateMetrics?.collectors;

  test('are all but Secrets', () => {
    expect(collectors()).toEqual([
      'configmaps', 'nodes', 'pods', 'services', 'resourcequotas', 'replicationcontrollers', 'limitranges', 'persistentvolumeclaims',
      'persistentvolumes', 'namespaces', 'endpoints', 'endpointslices', 'daemonsets', 'deployments', 'replicasets', 'statefulsets',
      'controllerrevisions', 'cronjobs', 'jobs', 'horizontalpodautoscalers', 'poddisruptionbudgets', 'storageclasses', 'volumeattachments', 'ingresses',
    ]);
  });

  test('have Secrets where they are asked for', () => {
    expect(collectors({ features: { kubeStateMetrics: { collectSecrets: true } } })).toEqual(['secrets', ...collectors()!]);
  });

  test.each([
    ['7.81.0', ['endpointslices', 'controllerrevisions']],
    ['7.80.0', ['controllerrevisions']],
    ['7.72.0', ['controllerrevisions']],
    ['7.71.0', []],
  ])('of Agent %s among the new ones are %j', (agentVersion, expected) => {
    expect(collectors({ agentVersion })!.filter(name => ['endpointslices', 'controllerrevisions'].includes(name))).toEqual(expected);
  });

  test('are none where it is off', () => {
    expect(collectors({ features: { kubeStateMetrics: { enabled: false } } })).toBeUndefined();
  });
});

describe('what can never work is refused', () => {
  test.each<[rule: string, given: Partial<ClusterDescription>]>([
    ['cluster/name-is-valid', { clusterName: 'Prod' }],
    ['cluster/name-is-valid', { clusterName: 'prod_tokyo', agentVersion: '7.77.0' }],
    ['agent/version-is-exact', { agentVersion: '7' }],
    ['agent/version-is-supported', { agentVersion: '7.46.0' }],
    ['kubernetes/namespace-name', { namespace: 'Datadog' }],
    ['kubernetes/replicas', { clusterAgent: { replicas: 0 } }],
    ['kubernetes/replicas', { clusterCheckRunners: { replicas: 0.5 } }],
    ['datadog/tag-key', { tags: { 'a:b': 'c' } }],
    ['credentials/no-secret-in-env', { sidecar: { env: { DD_API_KEY: 'k' } } }],
    ['platform/kubernetes-version', { platform: { ...clusterModel().platform, kubernetesVersion: '34' } }],
  ])('%s: %j', (rule, given) => {
    expect(violationOf(() => clusterModel(given)).rule).toBe(rule);
  });

  test('runners that are off are not made, and their options are read all the same', () => {
    expect(clusterModel({ clusterCheckRunners: { enabled: false, replicas: 3 } }).clusterCheckRunners).toBeUndefined();
    expect(violationOf(() => clusterModel({ clusterCheckRunners: { enabled: false, replicas: 0 } })).rule).toBe('kubernetes/replicas');
  });
});

test('a name that Agent 7.78 takes is taken', () => {
  expect(clusterModel({ clusterName: '1_prod', agentVersion: '7.78.0' }).clusterName).toBe('1_prod');
});
