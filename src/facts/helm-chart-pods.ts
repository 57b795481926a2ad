import { Fact } from './fact';

/** What the chart writes into the pods of one component by itself. A list must not have the same name twice. */
export interface HelmPodFact extends Fact {
  /** Env vars that it writes for values of ours, some of them for some clusters only: `HELM_ENV_CONDITIONS` says which. */
  readonly env: readonly string[];
  readonly volumes: readonly string[];
  readonly mountPaths: readonly string[];
}

const READ = {
  source: 'Datadog Helm chart 3.240.0, helm template; https://github.com/DataDog/helm-charts/tree/main/charts/datadog/templates as of Agent 7.82: _components-common-env.yaml, _containers-common-env.yaml, _container-*.yaml, _daemonset-volumes-linux.yaml',
  checkedOn: '2026-11-21',
} as const;

const EVERYWHERE = [
  'DD_API_KEY', 'DD_CLUSTER_NAME', 'DD_CSI_ENABLED', 'DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS', 'DD_KUBERNETES_NODE_LABELS_AS_TAGS',
  'DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS', 'DD_KUBERNETES_POD_LABELS_AS_TAGS', 'DD_LOG_LEVEL', 'DD_REMOTE_CONFIGURATION_ENABLED', 'DD_SITE',
  'DD_TAGS', 'KUBERNETES',
];

const TO_CLUSTER_AGENT = ['DD_CLUSTER_AGENT_AUTH_TOKEN', 'DD_CLUSTER_AGENT_ENABLED', 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME'];

const INSTALLATION = ['DD_INSTRUMENTATION_INSTALL_ID', 'DD_INSTRUMENTATION_INSTALL_TIME', 'DD_INSTRUMENTATION_INSTALL_TYPE'];

const LANGUAGES = ['DD_LANGUAGE_DETECTION_ENABLED', 'DD_LANGUAGE_DETECTION_REPORTING_ENABLED'];

/** Of each container of the node Agents. */
const ON_NODES = [
  ...EVERYWHERE, ...LANGUAGES,
  'DD_AUTH_TOKEN_FILE_PATH', 'DD_CRI_SOCKET_PATH', 'DD_KUBELET_CLIENT_CA', 'DD_KUBELET_TLS_VERIFY', 'DD_KUBELET_USE_API_SERVER',
  'DD_KUBERNETES_KUBELET_HOST', 'DD_KUBERNETES_USE_ENDPOINT_SLICES',
  'DD_OTLP_CONFIG_LOGS_ENABLED', 'DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT', 'DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT', 'DOCKER_HOST',
];

const TRACES = ['DD_APM_ENABLED', 'DD_APM_NON_LOCAL_TRAFFIC', 'DD_APM_RECEIVER_PORT', 'DD_APM_RECEIVER_SOCKET'];

const PROMETHEUS = [
  'DD_PROMETHEUS_SCRAPE_CHECKS', 'DD_PROMETHEUS_SCRAPE_ENABLED', 'DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS', 'DD_PROMETHEUS_SCRAPE_VERSION',
];

const SIDECAR_WEBHOOK = [
  'CLUSTER_AGENT_ENABLED', 'CLUSTER_AGENT_TLS_VERIFICATION_COPY_CA_CONFIGMAP', 'CLUSTER_AGENT_TLS_VERIFICATION_ENABLED', 'CONTAINER_REGISTRY', 'ENABLED',
  'IMAGE_NAME', 'IMAGE_TAG', 'PROFILES', 'PROVIDER', 'SELECTORS',
].map(name => `DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_${name}`);

const NODE_VOLUMES = [
  'apmsocket', 'apt-config-dir', 'auth-token', 'bpffs', 'cgroups', 'confd', 'config', 'datadog-agent-security',
  'datadogrun', 'debugfs', 'dnf-vars-dir', 'dsdsocket', 'etc-fedora-release', 'etc-lsb-release', 'etc-redhat-release', 'etc-system-release',
  'hostroot', 'installinfo', 'kernel-headers-download-dir', 'kubelet-ca', 'logdatadog', 'logdockercontainerpath', 'logpodpath',
  'logscontainerspath', 'opensuse-repos-dir', 'os-release-file', 'passwd', 'pointerdir', 'procdir', 'public-key-dir',
  'rhel-subscription-dir', 'runtime-compiler-output-dir', 'runtimesocketdir', 's6-run', 'seccomp-root', 'sysprobe-config',
  'sysprobe-socket-dir', 'tmpdir', 'yum-repos-dir', 'yum-vars-dir',
];

const NODE_MOUNTS = [
  '/etc/datadog-agent', '/etc/datadog-agent/auth', '/etc/datadog-agent/install_info', '/etc/datadog-agent/system-probe.yaml', '/etc/passwd',
  '/host/etc/fedora-release', '/host/etc/lsb-release', '/host/etc/os-release', '/host/etc/redhat-release', '/host/proc', '/host/root',
  '/host/sys/fs/cgroup', '/host/var/run', '/opt/datadog-agent/run', '/sys/fs/bpf', '/sys/kernel/debug', '/tmp',
  '/var/lib/docker/containers', '/var/log/containers', '/var/log/datadog', '/var/log/pods', '/var/run/datadog', '/var/run/sysprobe',
];

const DEPLOYMENT = {
  volumes: ['config', 'datadogrun', 'installinfo', 'tmpdir', 'varlog'],
  mountPaths: ['/etc/datadog-agent', '/etc/datadog-agent/install_info', '/opt/datadog-agent/run', '/tmp', '/var/log/datadog'],
  ...READ,
};

export const HELM_PODS = {
  agent: {
    env: [
      ...ON_NODES, ...TO_CLUSTER_AGENT, ...TRACES, ...INSTALLATION, ...PROMETHEUS,
      'DD_COMPLIANCE_CONFIG_ENABLED', 'DD_COMPLIANCE_CONFIG_RUN_IN_SYSTEM_PROBE', 'DD_CONTAINER_IMAGE_ENABLED',
      'DD_CONTAINER_LIFECYCLE_ENABLED', 'DD_DOGSTATSD_NON_LOCAL_TRAFFIC', 'DD_DOGSTATSD_ORIGIN_DETECTION', 'DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT',
      'DD_DOGSTATSD_PORT', 'DD_DOGSTATSD_SOCKET', 'DD_DOGSTATSD_TAG_CARDINALITY', 'DD_EXPVAR_PORT', 'DD_AGENT_IPC_CONFIG_REFRESH_INTERVAL', 'DD_AGENT_IPC_PORT',
      'DD_EXTRA_CONFIG_PROVIDERS', 'DD_HEALTH_PORT', 'DD_IGNORE_AUTOCONF', 'DD_KUBELET_CORE_CHECK_ENABLED',
      'DD_KUBERNETES_KUBELET_PODRESOURCES_SOCKET', 'DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS',
      'DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION', 'DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL', 'DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE', 'DD_LOGS_ENABLED',
      'DD_ORCHESTRATOR_EXPLORER_ENABLED', 'DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED', 'DD_PROCESS_AGENT_DISCOVERY_ENABLED',
      'DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', 'DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED',
      'DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', 'DD_STRIP_PROCESS_ARGS', 'DD_SYSTEM_PROBE_ENABLED', 'DD_SYSTEM_PROBE_NETWORK_ENABLED',
    ],
    volumes: NODE_VOLUMES,
    mountPaths: NODE_MOUNTS,
    ...READ,
  },
  traceAgent: {
    env: [...ON_NODES, ...TO_CLUSTER_AGENT, ...TRACES, ...INSTALLATION, 'DD_DOGSTATSD_SOCKET', 'DD_LOGS_ENABLED'],
    volumes: NODE_VOLUMES,
    mountPaths: NODE_MOUNTS,
    ...READ,
  },
  systemProbe: {
    env: [...ON_NODES, 'DD_AGENT_IPC_CONFIG_REFRESH_INTERVAL', 'DD_AGENT_IPC_PORT', 'DD_DOGSTATSD_PORT', 'HOST_ROOT'],
    volumes: NODE_VOLUMES,
    mountPaths: NODE_MOUNTS,
    ...READ,
  },
  clusterAgent: {
    env: [
      ...EVERYWHERE, ...LANGUAGES, ...INSTALLATION, ...PROMETHEUS,
      'AGENT_DAEMONSET', 'CHART_RELEASE_NAME', 'CLUSTER_AGENT_DEPLOYMENT',
      ...SIDECAR_WEBHOOK,
      'DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS', 'DD_ADMISSION_CONTROLLER_AUTO_INSTRUMENTATION_PATCHER_ENABLED', 'DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY', 'DD_ADMISSION_CONTROLLER_ENABLED',
      'DD_ADMISSION_CONTROLLER_FAILURE_POLICY', 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME',
      'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE', 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED', 'DD_ADMISSION_CONTROLLER_MUTATION_ENABLED',
      'DD_ADMISSION_CONTROLLER_PORT', 'DD_ADMISSION_CONTROLLER_SERVICE_NAME', 'DD_ADMISSION_CONTROLLER_VALIDATION_ENABLED',
      'DD_ADMISSION_CONTROLLER_WEBHOOK_NAME', 'DD_APM_RECEIVER_SOCKET', 'DD_APP_KEY', 'DD_CLUSTER_AGENT_AUTH_TOKEN',
      'DD_CLUSTER_AGENT_COLLECT_KUBERNETES_TAGS', 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME',
      'DD_CLUSTER_AGENT_LANGUAGE_DETECTION_PATCHER_ENABLED', 'DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME', 'DD_CLUSTER_AGENT_TOKEN_NAME',
      'DD_CLUSTER_CHECKS_ENABLED', 'DD_COLLECT_KUBERNETES_EVENTS', 'DD_DOGSTATSD_HOST_SOCKET_PATH', 'DD_DOGSTATSD_SOCKET',
      'DD_EXTERNAL_METRICS_AGGREGATOR', 'DD_EXTERNAL_METRICS_PROVIDER_ENABLED',
      'DD_EXTERNAL_METRICS_PROVIDER_PORT', 'DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD', 'DD_EXTERNAL_METRICS_PROVIDER_WPA_CONTROLLER',
      'DD_EXTRA_CONFIG_PROVIDERS', 'DD_EXTRA_LISTENERS', 'DD_HEALTH_PORT', 'DD_KUBERNETES_EVENTS_SOURCE_DETECTION_ENABLED',
      'DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS', 'DD_KUBERNETES_USE_ENDPOINT_SLICES', 'DD_KUBE_RESOURCES_NAMESPACE', 'DD_LEADER_ELECTION',
      'DD_LEADER_ELECTION_DEFAULT_RESOURCE', 'DD_LEADER_LEASE_DURATION', 'DD_LEADER_LEASE_NAME', 'DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED',
      'DD_ORCHESTRATOR_EXPLORER_ENABLED', 'DD_POD_NAME', 'DD_TRACE_AGENT_HOST_SOCKET_PATH',
    ],
    ...DEPLOYMENT,
    volumes: [...DEPLOYMENT.volumes, 'confd'],
    mountPaths: [...DEPLOYMENT.mountPaths, '/conf.d'],
  },
  clusterChecksRunner: {
    env: [
      ...EVERYWHERE, ...TO_CLUSTER_AGENT,
      'DD_APM_ENABLED', 'DD_CLC_RUNNER_ENABLED', 'DD_CLC_RUNNER_HOST', 'DD_CLC_RUNNER_ID', 'DD_ENABLE_METADATA_COLLECTION', 'DD_EXTRA_CONFIG_PROVIDERS',
      'DD_HEALTH_PORT', 'DD_HOSTNAME', 'DD_LOGS_ENABLED', 'DD_PROCESS_AGENT_ENABLED', 'DD_USE_DOGSTATSD',
    ],
    ...DEPLOYMENT,
  },
} as const satisfies Record<string, HelmPodFact>;

/**
 * Env vars of ours for which the chart has another way: a file, system-probe.yaml, that both the core Agent and the system-probe read; an
 * older name; and a process-agent, which sends connections where nothing else does.
 */
export const HELM_OTHER_WAYS = {
  env: [
    'DD_NETWORK_CONFIG_DIRECT_SEND', 'DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', 'DD_SYSPROBE_SOCKET', 'DD_SYSTEM_PROBE_ENABLED',
    'DD_SYSTEM_PROBE_NETWORK_ENABLED', 'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED',
  ],
  source: 'https://github.com/DataDog/helm-charts/tree/main/charts/datadog/templates: system-probe-configmap.yaml, _processes-common-env.yaml, _helpers.tpl (should-enable-process-agent)',
  checkedOn: '2026-11-21',
} as const satisfies Fact & { readonly env: readonly string[] };
