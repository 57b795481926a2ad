import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { ClusterModel } from '../../../src/model/cluster-model';
import { CredentialsModel, ExternalSource, SecretSource } from '../../../src/model/credentials-model';
import { DeploymentDescription } from '../../../src/model/deployment-model';
import { clusterModel, SECRET } from '../models';

export const LITERAL_VALUES = { apiKey: 'the-api-key', token: 'the-token-of-at-least-32-characters', appKey: 'the-app-key' };

const EXTERNAL: ExternalSource = {
  kind: 'external',
  store: { kind: 'ClusterSecretStore', name: 'aws', provider: { aws: { region: 'eu-west-1' } }, account: { name: 'reader', roleArn: 'arn:aws:iam::1:role/r' } },
  refreshInterval: '1h',
  apiKey: { key: 'dd', property: 'api', version: '1' },
  token: { key: 'dd', property: 'token', version: '1' },
  appKey: { key: 'dd', property: 'app', version: '1' },
};
const LITERAL: SecretSource = { kind: 'literal', values: () => LITERAL_VALUES };

export const SOURCES: readonly SecretSource[] = [
  { kind: 'existing', appKey: true },
  EXTERNAL,
  LITERAL,
  { kind: 'clusterExternal', from: EXTERNAL, namespaceSelectors: [{ team: 'shop' }] },
  { kind: 'kyverno', from: { kind: 'existing', appKey: true }, policy: 'ClusterPolicy' },
  { kind: 'kyverno', from: LITERAL, policy: 'GeneratingPolicy' },
  { kind: 'reflector', from: EXTERNAL },
];

const deployment = (name: string): DeploymentDescription => ({
  replicas: 3,
  cpu: '500m',
  memory: '1Gi',
  nodeSelector: { 'example.com/pool': name },
  tolerations: [{ key: name, operator: 'Exists' }],
  affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchFields: [] } }] } },
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
  priorityClassName: 'high',
  podAnnotations: { 'example.com/note': name },
  podLabels: { 'example.com/team': name },
  serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': `arn:aws:iam::1:role/${name}` },
  imagePullSecrets: ['pull'],
  env: { DD_HOSTNAME_TRUST_UTS_NAMESPACE: 'true' },
  secretEnv: [{ name: 'DB_PASSWORD', secretName: 'db', secretKey: 'password' }],
  volumes: [{ name: 'more', emptyDir: {} }],
  volumeMounts: [{ name: 'more', mountPath: '/more' }],
  logLevel: 'debug',
});

/** Everything that can be said of a cluster, but for remote configuration, which the chart cannot do. */
export function fullDescription(credentials: Partial<CredentialsModel> = {}): ClusterDescription {
  return {
    platform: {
      fact: PLATFORMS.eksFargate,
      kubernetesVersion: '1.35',
      serviceCidr: '172.20.0.0/16',
      fargateProfiles: [{ name: 'all', selectors: [{ namespace: 'monitoring', labels: { run: 'fargate' } }] }],
    },
    clusterName: 'prod-tokyo',
    site: 'ap1.datadoghq.com',
    namespace: 'monitoring',
    createNamespace: false,
    tags: { env: 'prd', system: 'shop' },
    agentVersion: '7.81.0',
    registry: 'mirror.example.com/datadog',
    credentials: { secret: { ...SECRET, name: 'dd', appKeySecret: 'dd-app' }, source: SOURCES[0], revision: '2026-11-21', ...credentials },
    clusterAgentTls: { secretName: 'dd-ca', configMapName: 'dd-ca-cert', caCertificate: '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n' },
    features: {
      apm: { portEnabled: true, instrumentation: { enabled: true, enabledNamespaces: ['shop'], libVersions: { java: 'v1' } } },
      dogstatsd: { portEnabled: true, originDetection: true, tagCardinality: 'orchestrator' },
      otlp: { enabled: true, logsEnabled: true },
      tags: {
        podLabelsAsTags: { app: 'app' },
        podAnnotationsAsTags: { owner: 'owner' },
        nodeLabelsAsTags: { zone: 'zone' },
        namespaceLabelsAsTags: { team: 'team' },
      },
      liveProcesses: { enabled: true },
      logs: { enabled: true, containerCollectAll: true },
      kubeStateMetrics: { collectSecrets: true },
      events: { unbundle: true, filtering: true, collectedTypes: [{ kind: 'Pod', reasons: ['BackOff'] }, { kind: 'Node' }] },
      orchestratorExplorer: { customResources: [{ group: 'argoproj.io', version: 'v1alpha1', resource: 'rollouts' }] },
      externalMetrics: { enabled: true, useDatadogMetrics: true },
      admissionController: { enabled: true, mutateUnlabelled: true, failurePolicy: 'Fail' },
      prometheusScrape: { enabled: true, serviceEndpoints: true, checks: [{ configurations: [{ timeout: 5 }] }] },
    },
    clusterAgent: {
      ...deployment('cluster-agent'),
      checks: [
        { name: 'http_check', file: 'shop', instances: [{ name: 'shop', url: 'http://shop/' }], initConfig: { proxy: false } },
        {
          name: 'tcp_check',
          instances: [{ host: '%%host%%', port: 6379 }],
          advancedAdIdentifiers: [{ kind: 'kube_endpoints', namespace: 'shop', name: 'cache', resolve: 'ip' }],
        },
      ],
    },
    clusterCheckRunners: { ...deployment('runners'), enabled: true },
    sidecar: {
      cpu: '300m',
      memory: '512Mi',
      env: { DD_HOSTNAME_TRUST_UTS_NAMESPACE: 'true' },
      documentedPermissions: true,
      placement: 'native',
      readOnlyRootFilesystem: true,
      probes: true,
      serviceTags: { env: 'prd', service: 'shop', version: '1' },
    },
  };
}

/** Choices that exclude those of the full description. */
const OTHER_INSTRUMENTATION = [
  { enabled: true, disabledNamespaces: ['batch'] },
  { enabled: true, targets: [{ name: 'web', namespaceSelector: { matchNames: ['shop'] }, ddTraceVersions: { java: 'v1' } }] },
];

/** Everything that can be said of a cluster with nodes, but for what the chart cannot do. */
export function fullNodeDescription(): ClusterDescription {
  const { replicas, cpu, memory, topologySpreadConstraints, affinity, ...pod } = deployment('nodes');
  const resources = { cpu: '300m', memory: '512Mi', cpuLimit: '1', memoryLimit: '1Gi' };
  const full = fullDescription();
  return {
    ...full,
    platform: { ...full.platform, fact: PLATFORMS.eks },
    features: {
      ...full.features,
      networkMonitoring: { enabled: true },
      universalServiceMonitoring: { enabled: true },
      serviceDiscovery: { enabled: true },
      apm: { portEnabled: true, instrumentation: { enabled: true, languageDetection: true } },
    },
    nodeAgent: {
      ...pod,
      affinity: { nodeAffinity: {} },
      resources,
      traceAgentResources: resources,
      systemProbeResources: resources,
      maxUnavailable: '2',
      hostNetwork: true,
      hostPid: true,
      operatingSystem: 'bottlerocket',
      containerRuntime: 'cri-o',
      criSocketPath: '/run/crio/crio.sock',
      kubeletTlsVerify: false,
      kubeletCaPath: '/etc/kubernetes/ca.crt',
      oldestKubeletVersion: '1.32',
      ignoreAutoConf: ['redisdb'],
      checks: [{ name: 'nginx', file: 'shop', adIdentifiers: ['nginx'], instances: [{ url: 'http://%%host%%/' }], initConfig: { a: 1 }, logs: [{ service: 'shop' }] }],
    },
  };
}

/** Models that have every optional field among them. */
export function fullModels(): ClusterModel[] {
  const full = fullDescription();
  const model = clusterModel(full);
  return [
    { ...model, platform: { ...model.platform, datastore: 'etcd', hostPrefix: '/opt/rke' } },
    ...fullNodeModels(),
    ...SOURCES.map(source => clusterModel(fullDescription({ source }))),
    ...OTHER_INSTRUMENTATION.map(instrumentation => clusterModel({ ...full, features: { ...full.features, apm: { instrumentation } } })),
  ];
}

/** With everything, and with nothing that a default decides otherwise. */
function fullNodeModels(): ClusterModel[] {
  return [
    clusterModel(fullNodeDescription()),
    clusterModel({
      platform: { fact: PLATFORMS.aks },
      features: { admissionController: { enabled: true }, apm: { portEnabled: true }, dogstatsd: { portEnabled: true } },
    }),
    clusterModel({ platform: { fact: PLATFORMS.openShift4 } }),
  ];
}
