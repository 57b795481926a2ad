import { OptionTypes } from './types';

const SWITCH = { enabled: 'boolean' } as const satisfies OptionTypes;
const INTAKE = { ...SWITCH, socketEnabled: 'boolean', portEnabled: 'boolean' } as const satisfies OptionTypes;

const INSTRUMENTATION = {
  ...SWITCH,
  enabledNamespaces: 'strings',
  disabledNamespaces: 'strings',
  libVersions: 'object',
  targets: 'objects',
  languageDetection: 'boolean',
} as const satisfies OptionTypes;

const FEATURES = {
  apm: { ...INTAKE, instrumentation: INSTRUMENTATION },
  dogstatsd: { ...INTAKE, originDetection: 'boolean' },
  otlp: { ...SWITCH, grpcEnabled: 'boolean', httpEnabled: 'boolean', logsEnabled: 'boolean' },
  logs: { ...SWITCH, containerCollectAll: 'boolean', autoMultiLineDetection: 'boolean' },
  liveProcesses: SWITCH,
  liveContainers: SWITCH,
  processDiscovery: SWITCH,
  containerLifecycle: SWITCH,
  containerImageCollection: SWITCH,
  networkMonitoring: SWITCH,
  universalServiceMonitoring: SWITCH,
  serviceDiscovery: SWITCH,
  clusterChecks: SWITCH,
  events: { ...SWITCH, unbundle: 'boolean', collectedTypes: 'objects', filtering: 'boolean' },
  kubeStateMetrics: { ...SWITCH, collectSecrets: 'boolean' },
  orchestratorExplorer: { ...SWITCH, customResources: 'objects' },
  externalMetrics: { ...SWITCH, useDatadogMetrics: 'boolean' },
  admissionController: { ...SWITCH, mutateUnlabelled: 'boolean' },
  prometheusScrape: { ...SWITCH, serviceEndpoints: 'boolean', checks: 'objects' },
  remoteConfiguration: SWITCH,
} as const satisfies OptionTypes;

/** What users add to pods of ours. Values of maps are held to by what reads them. */
const POD = {
  nodeSelector: 'object',
  tolerations: 'objects',
  affinity: 'object',
  priorityClassName: 'string',
  podAnnotations: 'object',
  podLabels: 'object',
  serviceAccountAnnotations: 'object',
  imagePullSecrets: 'strings',
  env: 'object',
  secretEnv: [{ name: 'string', secretName: 'string', secretKey: 'string' }],
  volumes: 'objects',
  volumeMounts: 'objects',
} as const satisfies OptionTypes;

const DEPLOYMENT = { ...POD, topologySpreadConstraints: 'objects' } as const satisfies OptionTypes;
const RESOURCES = { cpu: 'string', memory: 'string', cpuLimit: 'string', memoryLimit: 'string' } as const satisfies OptionTypes;

/** Types of the options of a cluster that nothing else holds to them. */
export const CLUSTER_OPTION_TYPES = {
  clusterName: 'string',
  namespace: 'string',
  createNamespace: 'boolean',
  tags: 'object',
  registry: 'string',
  features: FEATURES,
  clusterAgent: { ...DEPLOYMENT, checks: 'objects', fixedAddress: { ...SWITCH, clusterIp: 'string' } },
  clusterCheckRunners: { ...DEPLOYMENT, ...SWITCH },
  nodeAgent: {
    ...POD,
    ...SWITCH,
    resources: RESOURCES,
    traceAgentResources: RESOURCES,
    systemProbeResources: RESOURCES,
    criSocketPath: 'string',
    kubeletTlsVerify: 'boolean',
    kubeletCaPath: 'string',
    oldestKubeletVersion: 'string',
    hostNetwork: 'boolean',
    hostPid: 'boolean',
    hostPorts: { apm: 'boolean', dogstatsd: 'boolean', otlp: 'boolean' },
    checks: [{ name: 'string' }],
    ignoreAutoConf: 'strings',
  },
  sidecar: { env: 'object', readOnlyRootFilesystem: 'boolean', probes: 'boolean', serviceTags: 'object' },
} as const satisfies OptionTypes;
