import { Fact } from './fact';
import { HELM_PODS } from './helm-chart-pods';

/** What a cluster must have for the chart to write an env var. */
export type HelmCondition =
  | 'apm' | 'apmSocket' | 'otlpGrpc' | 'otlpHttp' | 'dogstatsdPort' | 'originDetection' | 'logs' | 'connections' | 'networkMonitoring' | 'serviceMonitoring'
  | 'tags' | 'podLabels' | 'podAnnotations' | 'nodeLabels' | 'namespaceLabels'
  | 'containerd' | 'docker' | 'kubeletTlsVerify' | 'kubeletCa'
  | 'clusterChecks' | 'runners' | 'events' | 'orchestratorExplorer' | 'externalMetrics' | 'admissionController' | 'aks' | 'sidecarWebhook'
  | 'prometheus' | 'prometheusChecks' | 'remoteConfiguration' | 'sidecarTls' | 'systemProbe' | 'dockerLogs'
  /** It gives way to one of the same name. */
  | 'never';

type Conditions = Fact & { readonly conditions: { readonly [name: string]: HelmCondition } };

const READ = {
  source: 'Datadog Helm chart 3.240.0: _components-common-env.yaml, _containers-common-env.yaml, _container-agent.yaml, _container-system-probe.yaml, cluster-agent-deployment.yaml, agent-clusterchecks-deployment.yaml; what it renders',
  checkedOn: '2026-11-30',
} as const;

const of = (condition: HelmCondition, ...names: readonly string[]) => Object.fromEntries(names.map(name => [name, condition]));

/** The Cluster Agent has it with the admission controller and without. */
const REGISTRY = 'DD_ADMISSION_CONTROLLER_CONTAINER_REGISTRY';

const EVERYWHERE = {
  DD_TAGS: 'tags',
  DD_KUBERNETES_POD_LABELS_AS_TAGS: 'podLabels',
  DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS: 'podAnnotations',
  DD_KUBERNETES_NODE_LABELS_AS_TAGS: 'nodeLabels',
  DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS: 'namespaceLabels',
} as const;

const ON_NODES = {
  ...EVERYWHERE,
  DD_CRI_SOCKET_PATH: 'containerd',
  DOCKER_HOST: 'docker',
  DD_KUBELET_TLS_VERIFY: 'kubeletTlsVerify',
  DD_KUBELET_CLIENT_CA: 'kubeletCa',
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT: 'otlpGrpc',
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: 'otlpHttp',
} as const;

const PROMETHEUS = {
  ...of('prometheus', 'DD_PROMETHEUS_SCRAPE_ENABLED', 'DD_PROMETHEUS_SCRAPE_SERVICE_ENDPOINTS', 'DD_PROMETHEUS_SCRAPE_VERSION'),
  DD_PROMETHEUS_SCRAPE_CHECKS: 'prometheusChecks',
} as const;

/** The system-probe sends connections itself, with the settings of the core Agent. */
const CONNECTIONS = { DD_AGENT_IPC_PORT: 'connections', DD_AGENT_IPC_CONFIG_REFRESH_INTERVAL: 'connections' } as const;

/** By container. The chart writes what is not here in any case. */
export const HELM_ENV_CONDITIONS: { readonly [container in keyof typeof HELM_PODS]: Conditions } = {
  agent: {
    conditions: {
      ...ON_NODES,
      ...PROMETHEUS,
      ...of('apm', 'DD_APM_NON_LOCAL_TRAFFIC', 'DD_APM_RECEIVER_PORT',
        'DD_INSTRUMENTATION_INSTALL_ID', 'DD_INSTRUMENTATION_INSTALL_TIME', 'DD_INSTRUMENTATION_INSTALL_TYPE'),
      ...of('originDetection', 'DD_DOGSTATSD_ORIGIN_DETECTION', 'DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT'),
      DD_APM_RECEIVER_SOCKET: 'apmSocket',
      DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'dogstatsdPort',
      DD_EXTRA_CONFIG_PROVIDERS: 'clusterChecks',
      DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE: 'logs',
      DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: 'never',
      DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED: 'orchestratorExplorer',
      ...CONNECTIONS,
      DD_SYSTEM_PROBE_ENABLED: 'connections',
      DD_SYSTEM_PROBE_NETWORK_ENABLED: 'networkMonitoring',
    },
    ...READ,
  },
  traceAgent: { conditions: { ...ON_NODES, DD_APM_RECEIVER_SOCKET: 'apmSocket' }, ...READ },
  systemProbe: { conditions: { ...ON_NODES, ...CONNECTIONS, HOST_ROOT: 'serviceMonitoring' }, ...READ },
  clusterAgent: {
    conditions: {
      ...EVERYWHERE,
      ...PROMETHEUS,
      ...of('externalMetrics', 'DD_APP_KEY', 'DD_EXTERNAL_METRICS_AGGREGATOR', 'DD_EXTERNAL_METRICS_PROVIDER_ENABLED', 'DD_EXTERNAL_METRICS_PROVIDER_PORT',
        'DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD', 'DD_EXTERNAL_METRICS_PROVIDER_WPA_CONTROLLER'),
      ...of('admissionController', ...HELM_PODS.clusterAgent.env.filter(name => name.startsWith('DD_ADMISSION_CONTROLLER_') && name !== REGISTRY),
        'DD_APM_RECEIVER_SOCKET', 'DD_DOGSTATSD_HOST_SOCKET_PATH', 'DD_DOGSTATSD_SOCKET', 'DD_TRACE_AGENT_HOST_SOCKET_PATH'),
      ...of('sidecarWebhook', ...HELM_PODS.clusterAgent.env.filter(name => name.startsWith('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_'))),
      ...of('sidecarTls', ...HELM_PODS.clusterAgent.env.filter(name => name.includes('_TLS_VERIFICATION_'))),
      ...of('clusterChecks', 'DD_CLUSTER_CHECKS_ENABLED', 'DD_EXTRA_CONFIG_PROVIDERS', 'DD_EXTRA_LISTENERS'),
      DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS: 'aks',
      DD_ADMISSION_CONTROLLER_AUTO_INSTRUMENTATION_PATCHER_ENABLED: 'remoteConfiguration',
      DD_COLLECT_KUBERNETES_EVENTS: 'events',
      DD_LEADER_LEASE_DURATION: 'runners',
      DD_ORCHESTRATOR_EXPLORER_CONTAINER_SCRUBBING_ENABLED: 'orchestratorExplorer',
    },
    ...READ,
  },
  clusterChecksRunner: { conditions: EVERYWHERE, ...READ },
};

/** Volumes of the node Agents, and paths of their containers, that the chart has for some clusters only; the others it has in any case. */
export const HELM_MOUNT_CONDITIONS: Conditions = {
  conditions: {
    ...of('systemProbe', 'bpffs', 'datadog-agent-security', 'debugfs', 'etc-fedora-release', 'etc-lsb-release', 'etc-redhat-release', 'etc-system-release',
      'hostroot', 'kernel-headers-download-dir', 'runtime-compiler-output-dir', 'seccomp-root', 'sysprobe-config', 'sysprobe-socket-dir',
      'apt-config-dir', 'dnf-vars-dir', 'opensuse-repos-dir', 'public-key-dir', 'rhel-subscription-dir', 'yum-repos-dir', 'yum-vars-dir',
      '/etc/datadog-agent/system-probe.yaml', '/host/etc/fedora-release', '/host/etc/lsb-release', '/host/etc/redhat-release', '/host/root',
      '/sys/fs/bpf', '/sys/kernel/debug', '/var/run/sysprobe'),
    ...of('logs', 'logpodpath', 'logscontainerspath', 'pointerdir', '/var/log/containers', '/var/log/pods'),
    ...of('dockerLogs', 'logdockercontainerpath', '/var/lib/docker/containers'),
    'apmsocket': 'apmSocket',
    'kubelet-ca': 'kubeletCa',
  },
  ...READ,
};
