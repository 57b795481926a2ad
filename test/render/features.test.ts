import { difference, envVars, names, permissions, plainComponents } from './components';
import { clusterModel } from './models';
import { ClusterDescription } from '../../src/model/cluster-description';

test('the Cluster Agent and its runners, with every default', () => {
  expect(names(plainComponents())).toEqual([
    'ServiceAccount datadog-cluster-agent',
    'ClusterRole datadog-cluster-agent',
    'ClusterRoleBinding datadog-cluster-agent',
    'Role datadog-cluster-agent',
    'RoleBinding datadog-cluster-agent',
    'ConfigMap datadog-cluster-agent-confd',
    'Service datadog-cluster-agent',
    'Deployment datadog-cluster-agent',
    'PodDisruptionBudget datadog-cluster-agent',
    'ServiceAccount datadog-cluster-checks',
    'ClusterRole datadog-cluster-checks',
    'ClusterRoleBinding datadog-cluster-checks',
    'Deployment datadog-clusterchecks',
    'PodDisruptionBudget datadog-clusterchecks',
  ]);
});

test('the Cluster Agent may do this and nothing else', () => {
  const ofClusterAgent = permissions(plainComponents()).filter(line => line.includes('datadog-cluster-agent:'));
  const ClusterRole = 'ClusterRole datadog-cluster-agent:';
  const Role = 'Role datadog-cluster-agent:';
  expect(ofClusterAgent.sort()).toEqual([
    `${ClusterRole} /version get`,
    `${ClusterRole} componentstatuses list`,
    `${ClusterRole} discovery.k8s.io/endpointslices list,watch`,
    `${ClusterRole} endpoints list,watch`,
    `${ClusterRole} events list,watch`,
    `${ClusterRole} namespaces get`,
    `${ClusterRole} nodes get,list,watch`,
    `${ClusterRole} pods get`,
    `${ClusterRole} services list,watch`,
    `${Role} configmaps create`,
    `${Role} configmaps[datadog-cluster-id] get,update`,
    `${Role} configmaps[datadogtoken] get,update`,
    `${Role} coordination.k8s.io/leases create`,
    `${Role} coordination.k8s.io/leases[datadog-leader-election] get,update`,
    `${Role} endpoints[datadog-cluster-agent] get`,
  ]);
});

const KSM_ROLE = permissions(plainComponents()).filter(line => line.startsWith('ClusterRole datadog-cluster-checks:'));
const RUNNERS = names(plainComponents()).slice(9);

test('the runners list and watch what kube-state-metrics counts, and no Secret', () => {
  // One more: the check finds custom resources by their definitions.
  expect(KSM_ROLE).toHaveLength(clusterModel().features.kubeStateMetrics!.collectors.length + 1);
  expect(KSM_ROLE.filter(line => !line.endsWith(' list,watch') || line.includes('secrets'))).toEqual([]);
  expect(KSM_ROLE).toEqual(expect.arrayContaining([
    'ClusterRole datadog-cluster-checks: apps/deployments list,watch',
    'ClusterRole datadog-cluster-checks: batch/cronjobs list,watch',
    'ClusterRole datadog-cluster-checks: apiextensions.k8s.io/customresourcedefinitions list,watch',
    'ClusterRole datadog-cluster-checks: pods list,watch',
  ]));
});

const off = { enabled: false };
const DISCOVERY = 'kube_endpoints kube_services';

/** What each choice takes away (-) and adds (+), beside the default. */
describe.each<[choice: string, given: Partial<ClusterDescription>, objects: string[], rbac: string[], env: string[]]>([
  ['features.events off', { features: { events: off } }, [], [
    '- ClusterRole datadog-cluster-agent: events list,watch',
    '- Role datadog-cluster-agent: configmaps[datadogtoken] get,update',
  ], [
    '- cluster-agent: DD_CLUSTER_AGENT_TOKEN_NAME=datadogtoken',
    '- cluster-agent: DD_COLLECT_KUBERNETES_EVENTS=true',
    '+ cluster-agent: DD_COLLECT_KUBERNETES_EVENTS=false',
  ]],
  ['features.kubeStateMetrics off', { features: { kubeStateMetrics: off } }, [
    '- ClusterRole datadog-cluster-checks', '- ClusterRoleBinding datadog-cluster-checks',
  ], KSM_ROLE.map(line => `- ${line}`), []],
  ['features.kubeStateMetrics with Secrets', { features: { kubeStateMetrics: { collectSecrets: true } } }, [], [
    '+ ClusterRole datadog-cluster-checks: secrets list,watch',
  ], []],
  ['features.clusterChecks off', { features: { clusterChecks: off } }, RUNNERS.map(line => `- ${line}`), [
    ...KSM_ROLE.map(line => `- ${line}`),
    ...KSM_ROLE.map(line => `+ ${line.replace('datadog-cluster-checks', 'datadog-cluster-agent')}`)
      // These it has anyway, for every feature.
      .filter(line => !/: (services|endpoints|discovery.k8s.io\/endpointslices) /.test(line)),
  ], [
    ...envVars(plainComponents()).filter(line => line.startsWith('agent: ')).map(line => `- ${line}`),
    '- cluster-agent: DD_CLUSTER_CHECKS_ENABLED=true',
    `- cluster-agent: DD_EXTRA_CONFIG_PROVIDERS=${DISCOVERY}`,
    `- cluster-agent: DD_EXTRA_LISTENERS=${DISCOVERY}`,
    '+ cluster-agent: DD_CLUSTER_CHECKS_ENABLED=false',
  ]],
  ['features.events and kubeStateMetrics off', { features: { events: off, kubeStateMetrics: off } }, [
    '- ClusterRole datadog-cluster-checks', '- ClusterRoleBinding datadog-cluster-checks', '- ConfigMap datadog-cluster-agent-confd',
  ], [
    ...KSM_ROLE.map(line => `- ${line}`),
    '- ClusterRole datadog-cluster-agent: events list,watch',
    '- Role datadog-cluster-agent: configmaps[datadogtoken] get,update',
  ], [
    '- cluster-agent: DD_CLUSTER_AGENT_TOKEN_NAME=datadogtoken',
    '- cluster-agent: DD_COLLECT_KUBERNETES_EVENTS=true',
    '+ cluster-agent: DD_COLLECT_KUBERNETES_EVENTS=false',
  ]],
  ['one Cluster Agent', { clusterAgent: { replicas: 1 } }, ['- PodDisruptionBudget datadog-cluster-agent'], [], []],
  ['one runner', { clusterCheckRunners: { replicas: 1 } }, ['- PodDisruptionBudget datadog-clusterchecks'], [], []],
  ['tags', { tags: { env: 'prod' } }, [], [], ['+ agent: DD_TAGS=["env:prod"]', '+ cluster-agent: DD_TAGS=["env:prod"]']],
  ['a site', { site: 'datadoghq.eu' }, [], [], [
    '- agent: DD_SITE=datadoghq.com', '- cluster-agent: DD_SITE=datadoghq.com', '+ agent: DD_SITE=datadoghq.eu', '+ cluster-agent: DD_SITE=datadoghq.eu',
  ]],
])('%s', (_, given, objects, rbac, env) => {
  const [before, after] = [plainComponents(), plainComponents(given)];

  test('objects', () => expect(difference(names(before), names(after))).toEqual([...objects].sort()));
  test('permissions', () => expect(difference(permissions(before), permissions(after))).toEqual([...rbac].sort()));
  test('env vars', () => expect(difference(envVars(before), envVars(after))).toEqual([...env].sort()));
});

test('without runners the Cluster Agent runs kube-state-metrics itself, and the check file says so', () => {
  const file = (given: Partial<ClusterDescription>) =>
    JSON.parse(plainComponents(given).find(m => m.kind === 'ConfigMap')!.data['kubernetes_state_core.yaml.default']);
  const { collectors } = clusterModel().features.kubeStateMetrics!;
  expect(file({})).toEqual({ cluster_check: true, init_config: {}, instances: [{ collectors, skip_leader_election: true }] });
  expect(file({ clusterCheckRunners: off })).toEqual({ init_config: {}, instances: [{ collectors }] });
});

test('one Cluster Agent stays while nodes are drained, and all runners but one', () => {
  const budgets = plainComponents().filter(m => m.kind === 'PodDisruptionBudget').map(({ metadata, spec }) => [metadata!.name, spec]);
  expect(Object.fromEntries(budgets)).toEqual({
    'datadog-cluster-agent': { minAvailable: 1, selector: { matchLabels: { 'agent.datadoghq.com/component': 'cluster-agent' } } },
    'datadog-clusterchecks': { maxUnavailable: 1, selector: { matchLabels: { 'agent.datadoghq.com/component': 'cluster-checks-runner' } } },
  });
});
