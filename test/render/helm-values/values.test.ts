import { delivered } from './delivered';
import { fullDescription, LITERAL_VALUES } from './full-models';
import { CLUSTER_AGENT } from '../../../src/facts/cluster-agent';
import { HELM_CHART } from '../../../src/facts/helm-chart';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { helmValues } from '../../../src/render/helm-values/values';
import { clusterModel, deepFreeze } from '../models';

const values = (description: Partial<ClusterDescription> = {}) => helmValues(delivered(clusterModel(description)));
const smallest = () => ({ requests: { cpu: '250m', memory: '768Mi' }, limits: { cpu: '250m', memory: '768Mi' } });
const off = { enabled: false };

/** The cluster of examples/eks-fargate. */
const EXAMPLE = { site: 'ap1.datadoghq.com', tags: { env: 'prd', system: 'shop' } };

const WITHOUT_PROCESSES = [
  { name: 'DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', value: 'false' },
  { name: 'DD_PROCESS_CONFIG_ENABLED', value: 'disabled' },
  { name: 'DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', value: 'false' },
  { name: 'DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', value: 'false' },
];

/** What a pod and its containers may do. */
const restricted = (container: string) => {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true };
  return {
    securityContext: { runAsNonRoot: true, runAsUser: 100, runAsGroup: 0, fsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } },
    containers: { [container]: { securityContext }, initContainers: { securityContext } },
  };
};

test('the cluster of the example', () => {
  expect(values(EXAMPLE)).toEqual({
    fullnameOverride: 'datadog',
    registry: 'registry.datadoghq.com',
    remoteConfiguration: { enabled: false },
    datadog: {
      site: 'ap1.datadoghq.com',
      clusterName: 'prod-tokyo',
      tags: ['env:prd', 'system:shop'],
      apiKeyExistingSecret: 'datadog-secret',
      leaderElection: true,
      leaderElectionResource: 'lease',
      kubernetesUseEndpointSlices: true,
      clusterChecks: { enabled: true },
      collectEvents: true,
      kubernetesEvents: { filteringEnabled: false, unbundleEvents: false },
      kubeStateMetricsEnabled: false,
      kubeStateMetricsCore: { enabled: true, useClusterCheckRunners: true, collectSecretMetrics: false },
      orchestratorExplorer: { enabled: true, customResources: [] },
      prometheusScrape: { enabled: false },
      operator: { enabled: false },
    },
    agents: { enabled: false, image: { tag: '7.81.1' } },
    clusterAgent: {
      enabled: true,
      tokenExistingSecret: 'datadog-secret',
      replicas: 2,
      createPodDisruptionBudget: true,
      image: { tag: '7.81.1' },
      ...restricted('clusterAgent'),
      resources: smallest(),
      metricsProvider: { enabled: false },
      admissionController: { enabled: false },
    },
    clusterChecksRunner: {
      enabled: true,
      replicas: 2,
      createPodDisruptionBudget: true,
      image: { tag: '7.81.1' },
      env: [
        { name: 'DD_CLUSTER_AGENT_URL', value: 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005' },
        ...WITHOUT_PROCESSES,
      ],
      ...restricted('agent'),
      resources: smallest(),
    },
  });
});

describe('a cluster with everything', () => {
  const { datadog, clusterAgent, clusterChecksRunner, ...rest } = helmValues(delivered(clusterModel(fullDescription()), { labels: { owner: 'platform' } }));

  test('the cluster and what it collects', () => {
    expect(rest).toEqual({
      commonLabels: { owner: 'platform' },
      fullnameOverride: 'datadog',
      registry: 'mirror.example.com/datadog',
      remoteConfiguration: { enabled: false },
      agents: { enabled: false, image: { tag: '7.81.0' } },
    });
    expect(datadog).toEqual({
      site: 'ap1.datadoghq.com',
      clusterName: 'prod-tokyo',
      tags: ['env:prd', 'system:shop'],
      apiKeyExistingSecret: 'dd',
      appKeyExistingSecret: 'dd-app',
      logLevel: 'debug',
      leaderElection: true,
      leaderElectionResource: 'lease',
      kubernetesUseEndpointSlices: true,
      clusterChecks: { enabled: true },
      collectEvents: true,
      kubernetesEvents: {
        filteringEnabled: true,
        unbundleEvents: true,
        collectedEventTypes: [{ kind: 'Pod', reasons: ['BackOff'] }, { kind: 'Node' }],
      },
      kubeStateMetricsEnabled: false,
      kubeStateMetricsCore: { enabled: true, useClusterCheckRunners: true, collectSecretMetrics: true },
      orchestratorExplorer: { enabled: true, customResources: ['argoproj.io/v1alpha1/rollouts'] },
      apm: { instrumentation: { enabled: true, enabledNamespaces: ['shop'], libVersions: { java: 'v1' }, language_detection: { enabled: false } } },
      podLabelsAsTags: { app: 'app' },
      podAnnotationsAsTags: { owner: 'owner' },
      nodeLabelsAsTags: { zone: 'zone' },
      namespaceLabelsAsTags: { team: 'team' },
      prometheusScrape: { enabled: true, serviceEndpoints: true, additionalConfigs: [{ configurations: [{ timeout: 5 }] }] },
      operator: { enabled: false },
    });
  });

  test('the features of the Cluster Agent', () => {
    expect(clusterAgent.metricsProvider).toEqual({ enabled: true, useDatadogMetrics: true });
    expect(clusterAgent.admissionController).toEqual({ enabled: true, mutateUnlabelled: true, failurePolicy: 'Fail' });
    expect(Object.keys(clusterAgent.advancedConfd)).toEqual(['http_check.d', 'tcp_check.d']);
    expect(JSON.parse(clusterAgent.advancedConfd['http_check.d']['shop.yaml'])).toEqual({
      cluster_check: true, init_config: { proxy: false }, instances: [{ name: 'shop', url: 'http://shop/' }],
    });
    expect(JSON.parse(clusterAgent.advancedConfd['tcp_check.d']['tcp_check.yaml'])).toEqual({
      cluster_check: true,
      advanced_ad_identifiers: [{ kube_endpoints: { name: 'cache', namespace: 'shop', resolve: 'ip' } }],
      init_config: {},
      instances: [{ host: '%%host%%', port: 6379 }],
    });
  });

  test.each([
    ['cluster-agent', clusterAgent, [
      { name: 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', value: 'false' },
      { name: 'DD_CLUSTER_AGENT_URL', value: 'https://172.20.0.251:5005' },
    ], []],
    ['runners', clusterChecksRunner, [
      { name: 'DD_CLUSTER_AGENT_URL', value: 'https://datadog-cluster-agent.monitoring.svc.cluster.local:5005' },
    ], WITHOUT_PROCESSES],
  ])('the pods of %s', (name, component, first, last) => {
    const { tokenExistingSecret, metricsProvider, admissionController, advancedConfd, ...pods } = component;
    expect(pods).toEqual({
      ...restricted(name === 'runners' ? 'agent' : 'clusterAgent'),
      enabled: true,
      replicas: 3,
      createPodDisruptionBudget: true,
      image: { tag: '7.81.0', pullSecrets: [{ name: 'pull' }] },
      rbac: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': `arn:aws:iam::1:role/${name}` } },
      env: [
        ...first,
        { name: 'DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', value: '/etc/datadog-agent-authority/tls.crt' },
        { name: 'DD_CLUSTER_TRUST_CHAIN_CA_KEY_FILE_PATH', value: '/etc/datadog-agent-authority/tls.key' },
        { name: 'DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', value: 'true' },
        ...last,
        { name: 'DD_HOSTNAME_TRUST_UTS_NAMESPACE', value: 'true' },
        { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
      ],
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '500m', memory: '1Gi' } },
      podAnnotations: { 'example.com/note': name, 'cdk8s-datadog/secret-revision': '2026-11-21' },
      additionalLabels: { 'example.com/team': name },
      nodeSelector: { 'example.com/pool': name },
      tolerations: [{ key: name, operator: 'Exists' }],
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchFields: [] } }] } },
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
      priorityClassName: 'high',
      volumes: [{ name: 'cluster-agent-authority', secret: { secretName: 'dd-ca' } }, { name: 'more', emptyDir: {} }],
      volumeMounts: [{ name: 'cluster-agent-authority', mountPath: '/etc/datadog-agent-authority', readOnly: true }, { name: 'more', mountPath: '/more' }],
    });
  });
});

test('what the chart has on by default, and the cluster does not want, is off', () => {
  const features = { clusterChecks: off, events: off, kubeStateMetrics: off, orchestratorExplorer: off };
  const { datadog, clusterAgent, clusterChecksRunner } = values({ features, clusterAgent: { replicas: 1 } });
  expect([datadog.clusterChecks, datadog.collectEvents, datadog.kubeStateMetricsCore, datadog.orchestratorExplorer]).toEqual([off, false, off, off]);
  expect([datadog.operator, clusterAgent.admissionController, clusterChecksRunner]).toEqual([off, off, off]);
  expect(clusterAgent.createPodDisruptionBudget).toBe(false);
});

test('the Service has the name that sidecars look for', () => {
  expect(`${HELM_CHART.fullname}-cluster-agent`).toBe(CLUSTER_AGENT.name);
});

test('values of literal credentials are not among those of the chart', () => {
  const text = JSON.stringify(values(fullDescription({ source: { kind: 'literal', values: () => LITERAL_VALUES } })));
  expect(Object.values(LITERAL_VALUES).filter(secret => text.includes(secret))).toEqual([]);
  expect(text).toContain('"apiKeyExistingSecret":"dd"');
});

test('the model stays as it is, and two renders are the same', () => {
  const cluster = deepFreeze(delivered(clusterModel(fullDescription())));
  expect(JSON.stringify(helmValues(cluster))).toBe(JSON.stringify(helmValues(cluster)));
});

test('a check is no template of Helm', () => {
  const instance = { headers: { a: '{{ .Release.Name }}', b: '{{{' } };
  const { clusterAgent } = values({ clusterAgent: { checks: [{ name: 'http_check', instances: [instance] }] } });
  const text = clusterAgent.advancedConfd['http_check.d']['http_check.yaml'];
  expect(text).not.toContain('{{');
  expect(JSON.parse(text).instances).toEqual([instance]);
});
