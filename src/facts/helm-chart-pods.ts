import { Fact } from './fact';

/** What the chart writes into the pods of one component by itself. A list must not have the same name twice. */
export interface HelmPodFact extends Fact {
  /** Env vars that it writes whichever features are on, some of them for some clusters only: `HELM_ENV_CONDITIONS` says which. Those of a feature stand with the feature. */
  readonly env: readonly string[];
  readonly volumes: readonly string[];
  readonly mountPaths: readonly string[];
}

const READ = {
  source: 'Datadog Helm chart 3.240.0, helm template; https://github.com/DataDog/helm-charts/tree/main/charts/datadog/templates as of Agent 7.82: _components-common-env.yaml, _containers-common-env.yaml, _container-*.yaml, _daemonset-volumes-linux.yaml',
  checkedOn: '2026-11-21',
} as const;

const EVERYWHERE = ['DD_API_KEY', 'DD_CLUSTER_NAME', 'DD_CSI_ENABLED', 'DD_LOG_LEVEL', 'DD_SITE', 'DD_TAGS', 'KUBERNETES'];

const TO_CLUSTER_AGENT = ['DD_CLUSTER_AGENT_AUTH_TOKEN', 'DD_CLUSTER_AGENT_ENABLED', 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME'];

/** Of each container of the node Agents. */
const ON_NODES = [
  ...EVERYWHERE,
  'DD_AUTH_TOKEN_FILE_PATH', 'DD_CRI_SOCKET_PATH', 'DD_KUBELET_CLIENT_CA', 'DD_KUBELET_TLS_VERIFY', 'DD_KUBELET_USE_API_SERVER',
  'DD_KUBERNETES_KUBELET_HOST', 'DD_KUBERNETES_USE_ENDPOINT_SLICES', 'DOCKER_HOST',
];

/** What the chart says of its installation. */
const INSTALLATION = ['DD_INSTRUMENTATION_INSTALL_ID', 'DD_INSTRUMENTATION_INSTALL_TIME', 'DD_INSTRUMENTATION_INSTALL_TYPE'];

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
      ...ON_NODES, ...TO_CLUSTER_AGENT,
      'DD_COMPLIANCE_CONFIG_ENABLED', 'DD_COMPLIANCE_CONFIG_RUN_IN_SYSTEM_PROBE', 'DD_EXPVAR_PORT', 'DD_HEALTH_PORT', 'DD_IGNORE_AUTOCONF',
      'DD_KUBELET_CORE_CHECK_ENABLED', 'DD_KUBERNETES_KUBELET_PODRESOURCES_SOCKET', 'DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS',
    ],
    volumes: NODE_VOLUMES,
    mountPaths: NODE_MOUNTS,
    ...READ,
  },
  traceAgent: {
    env: [...ON_NODES, ...TO_CLUSTER_AGENT],
    volumes: NODE_VOLUMES,
    mountPaths: NODE_MOUNTS,
    ...READ,
  },
  systemProbe: {
    env: ON_NODES,
    volumes: NODE_VOLUMES,
    mountPaths: NODE_MOUNTS,
    ...READ,
  },
  clusterAgent: {
    env: [
      ...EVERYWHERE, ...INSTALLATION,
      'AGENT_DAEMONSET', 'CHART_RELEASE_NAME', 'CLUSTER_AGENT_DEPLOYMENT',
      ...SIDECAR_WEBHOOK,
      'DD_CLUSTER_AGENT_AUTH_TOKEN', 'DD_CLUSTER_AGENT_COLLECT_KUBERNETES_TAGS', 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME',
      'DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME', 'DD_HEALTH_PORT', 'DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS', 'DD_KUBERNETES_USE_ENDPOINT_SLICES',
      'DD_KUBE_RESOURCES_NAMESPACE', 'DD_LEADER_ELECTION', 'DD_LEADER_ELECTION_DEFAULT_RESOURCE', 'DD_LEADER_LEASE_DURATION', 'DD_LEADER_LEASE_NAME',
      'DD_POD_NAME',
    ],
    ...DEPLOYMENT,
    volumes: [...DEPLOYMENT.volumes, 'confd'],
    mountPaths: [...DEPLOYMENT.mountPaths, '/conf.d'],
  },
  clusterChecksRunner: {
    env: [
      ...EVERYWHERE, ...TO_CLUSTER_AGENT,
      'DD_CLC_RUNNER_ENABLED', 'DD_CLC_RUNNER_HOST', 'DD_CLC_RUNNER_ID', 'DD_ENABLE_METADATA_COLLECTION', 'DD_HEALTH_PORT', 'DD_HOSTNAME',
      'DD_PROCESS_AGENT_ENABLED',
    ],
    ...DEPLOYMENT,
  },
} as const satisfies Record<string, HelmPodFact>;

/** Env vars of ours for which the chart has a file, system-probe.yaml, that both the core Agent and the system-probe read. */
export const HELM_OTHER_WAYS = {
  env: ['DD_SYSPROBE_SOCKET'],
  source: 'https://github.com/DataDog/helm-charts/tree/main/charts/datadog/templates: system-probe-configmap.yaml',
  checkedOn: '2026-11-21',
} as const satisfies Fact & { readonly env: readonly string[] };
