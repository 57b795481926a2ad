import { Difference } from './difference';

const ACCOUNT = "the account's name tells it from that of the sidecars, which are in other namespaces and may do other things";
const ASKS_CORE_AGENT = 'it asks the core Agent for hosts and tags, and the Cluster Agent for nothing: no token for a container that does not use it';
const CLUSTER_AGENTS = 'the Cluster Agent watches endpoints and has it; a node Agent gets its checks of endpoints from there';
const CORE_AGENTS = 'the core Agent does that, and this container does not';
const ALWAYS_IN_CORE_AGENT = 'Agents from 7.78 on have no such setting: the core Agent always does it';
const DEFAULT = 'the chart writes out what the Agent does without it';
const ENV_NOT_FILE = 'the system-probe and who asks it are set up by env vars, of the features that are on; the chart has a file with all of them';
const EXPVAR = "the port is the Agent's own, 5000, which nobody else has in this pod";
const FEW_CAPABILITIES = "root without most of root's powers: files of other users can be read and handed over, and no more";
const HARDER = 'the container gains no rights after its start, and writes to its volumes alone';
const INSTALLATION = 'it tells Datadog how the chart was installed, anew at each render, which no two renders would agree on';
const NO_CAPABILITIES = 'nothing that the container does needs a power of root that can be taken away';
const NO_COMPILER = 'the kernels of supported nodes carry type information (BTF), so nothing is compiled on the node and no packages of the host are looked through';
const NO_DOCKER = 'the folder is of nodes with Docker; it comes with ContainerRuntime.DOCKER';
const NO_LANGUAGES = 'it is part of language detection, which is off as a whole by DD_LANGUAGE_DETECTION_ENABLED';
const NO_SOCKET = 'whoever reaches the socket of the container runtime rules the node, so the core Agent alone does';
const ONE_ADDRESS = 'one address for every Agent, also where a pod started before the Service and has no env vars of it';
const ONE_RELEASE_FILE = 'every supported system has /etc/os-release; the others are of older ones';
const ONE_RUNTIME = "the folder of the runtime's socket and no other of /var/run, and its path";
const OWN_NAME = 'the ConfigMap has the name of the DaemonSet in its own';
const READ_ONLY_ROOT = 'the root file system of the container is read-only, so it gets a folder for temporary files';
const REMOTE = 'configuration from outside is for the user to turn on, with features.remoteConfiguration';
const RENAMED = 'the option has another name in current releases, and the chart writes the former one';
const REQUESTS = 'a pod without requests is the first that a full node evicts';
const SCRIPTS_ENABLE = 'a script of the image turns the check on by it; the chart has it in the file of the system-probe';
const SCRIPTS_LOG_NOTHING = 'the scripts of the image write no log files';
const SCRIPTS_READ_LITTLE = 'the scripts of the image read none of it, so no key is given to them';
const SECCOMP = 'system calls that no container needs are refused, as the Pod Security Standards have it';
const SITE = 'the chart leaves the site of US1 to the Agent; here every Agent is told its site';
const TOKEN = 'the token of the account is in the Agents alone; into the pods of the chart Kubernetes mounts it, and into the init containers, too';
const URL_INSTEAD = 'it is read only where there is no DD_CLUSTER_AGENT_URL';

/** Every aspect of the node Agent's pod that is not the same: the container, the aspect, the chart's, ours, and why. */
export const NODE_AGENT_DIFFERENCES: readonly Difference[] = [
  ['agent', 'serviceAccountName', 'datadog', 'datadog-node-agent', ACCOUNT],
  ['agent', 'security seccompProfile', undefined, 'type RuntimeDefault', SECCOMP],
  ['agent/init-volume', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['agent/init-volume', 'security readOnlyRootFilesystem', undefined, 'true', HARDER],
  ['agent/init-volume', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['agent/init-volume', 'resources', undefined, 'requests cpu 200m, memory 256Mi', REQUESTS],
  ['agent/init-config', 'env DD_API_KEY', 'Secret datadog-secret api-key', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_REMOTE_CONFIGURATION_ENABLED', 'true', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_AUTH_TOKEN_FILE_PATH', '/etc/datadog-agent/auth/token', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_CLUSTER_NAME', 'golang-cluster', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_CSI_ENABLED', 'false', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_LANGUAGE_DETECTION_ENABLED', 'false', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_LANGUAGE_DETECTION_REPORTING_ENABLED', 'false', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_KUBERNETES_KUBELET_HOST', 'field status.hostIP', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_KUBELET_USE_API_SERVER', 'false', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_KUBERNETES_USE_ENDPOINT_SLICES', 'true', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'env DD_OTLP_CONFIG_LOGS_ENABLED', 'false', undefined, SCRIPTS_READ_LITTLE],
  ['agent/init-config', 'mount /var/log/datadog', 'emptyDir', undefined, SCRIPTS_LOG_NOTHING],
  ['agent/init-config', 'mount /host/var/run', 'hostPath /var/run, read-only', undefined, NO_SOCKET],
  [
    'agent/init-config', 'mount /etc/datadog-agent/system-probe.yaml',
    'configMap datadog-system-probe-config, file system-probe.yaml, read-only',
    undefined,
    ENV_NOT_FILE,
  ],
  ['agent/init-config', 'env DD_DISCOVERY_ENABLED', undefined, 'true', SCRIPTS_ENABLE],
  ['agent/init-config', 'mount /tmp', undefined, 'emptyDir', READ_ONLY_ROOT],
  ['agent/init-config', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['agent/init-config', 'security readOnlyRootFilesystem', undefined, 'true', HARDER],
  ['agent/init-config', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['agent/init-config', 'resources', undefined, 'requests cpu 200m, memory 256Mi', REQUESTS],
  ['agent/seccomp-setup', 'mount /etc/config', 'configMap datadog-security, read-only', 'configMap datadog-agent-security, read-only', OWN_NAME],
  ['agent/seccomp-setup', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['agent/seccomp-setup', 'security readOnlyRootFilesystem', undefined, 'true', HARDER],
  ['agent/seccomp-setup', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['agent/seccomp-setup', 'resources', undefined, 'requests cpu 200m, memory 256Mi', REQUESTS],
  ['agent/agent', 'env DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', 'true', undefined, ALWAYS_IN_CORE_AGENT],
  ['agent/agent', 'env DD_REMOTE_CONFIGURATION_ENABLED', 'true', 'false', REMOTE],
  ['agent/agent', 'env DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  ['agent/agent', 'env DD_LANGUAGE_DETECTION_REPORTING_ENABLED', 'false', undefined, NO_LANGUAGES],
  ['agent/agent', 'env DD_KUBELET_USE_API_SERVER', 'false', undefined, DEFAULT],
  ['agent/agent', 'env DD_KUBERNETES_USE_ENDPOINT_SLICES', 'true', undefined, CLUSTER_AGENTS],
  ['agent/agent', 'env DD_OTLP_CONFIG_LOGS_ENABLED', 'false', undefined, DEFAULT],
  ['agent/agent', 'env DD_PROCESS_AGENT_DISCOVERY_ENABLED', 'true', undefined, RENAMED],
  ['agent/agent', 'env DD_STRIP_PROCESS_ARGS', 'false', undefined, DEFAULT],
  ['agent/agent', 'env DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  ['agent/agent', 'env DD_DOGSTATSD_TAG_CARDINALITY', 'low', undefined, DEFAULT],
  ['agent/agent', 'env DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', 'datadog-cluster-agent', undefined, URL_INSTEAD],
  ['agent/agent', 'env DD_INSTRUMENTATION_INSTALL_TIME', 'ConfigMap datadog-kpi-telemetry-configmap install_time', undefined, INSTALLATION],
  ['agent/agent', 'env DD_INSTRUMENTATION_INSTALL_ID', 'ConfigMap datadog-kpi-telemetry-configmap install_id', undefined, INSTALLATION],
  ['agent/agent', 'env DD_INSTRUMENTATION_INSTALL_TYPE', 'ConfigMap datadog-kpi-telemetry-configmap install_type', undefined, INSTALLATION],
  ['agent/agent', 'env DD_EXPVAR_PORT', '6000', undefined, EXPVAR],
  ['agent/agent', 'env DD_COMPLIANCE_CONFIG_ENABLED', 'false', undefined, DEFAULT],
  ['agent/agent', 'env DD_COMPLIANCE_CONFIG_RUN_IN_SYSTEM_PROBE', 'false', undefined, DEFAULT],
  ['agent/agent', 'env DD_KUBELET_CORE_CHECK_ENABLED', 'true', undefined, DEFAULT],
  ['agent/agent', 'env DD_KUBERNETES_KUBELET_PODRESOURCES_SOCKET', '/var/lib/kubelet/pod-resources/kubelet.sock', undefined, DEFAULT],
  ['agent/agent', 'env DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS', 'false', undefined, DEFAULT],
  ['agent/agent', 'mount /etc/datadog-agent/install_info', 'configMap datadog-installinfo, file install_info, read-only', undefined, INSTALLATION],
  ['agent/agent', 'mount /host/var/run', 'hostPath /var/run, read-only', undefined, ONE_RUNTIME],
  [
    'agent/agent', 'mount /etc/datadog-agent/system-probe.yaml',
    'configMap datadog-system-probe-config, file system-probe.yaml, read-only',
    undefined,
    ENV_NOT_FILE,
  ],
  ['agent/agent', 'mount /var/lib/docker/containers', 'hostPath /var/lib/docker/containers, read-only', undefined, NO_DOCKER],
  ['agent/agent', 'env DD_SITE', undefined, 'datadoghq.com', SITE],
  ['agent/agent', 'env DD_CLUSTER_AGENT_URL', undefined, 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005', ONE_ADDRESS],
  ['agent/agent', 'env DD_CRI_SOCKET_PATH', undefined, '/host/var/run/containerd/containerd.sock', ONE_RUNTIME],
  ['agent/agent', 'env DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', undefined, 'true', RENAMED],
  ['agent/agent', 'env DD_DISCOVERY_ENABLED', undefined, 'true', ENV_NOT_FILE],
  ['agent/agent', 'env DD_SYSPROBE_SOCKET', undefined, '/var/run/sysprobe/sysprobe.sock', ENV_NOT_FILE],
  ['agent/agent', 'mount /host/var/run/containerd', undefined, 'hostPath /var/run/containerd, read-only', ONE_RUNTIME],
  ['agent/agent', 'mount /var/run/secrets/kubernetes.io/serviceaccount', undefined, 'projected, read-only', TOKEN],
  ['agent/agent', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['agent/agent', 'security capabilities', undefined, 'add CHOWN, DAC_OVERRIDE, FOWNER, drop ALL', FEW_CAPABILITIES],
  ['agent/agent', 'resources', undefined, 'requests cpu 200m, memory 256Mi', REQUESTS],
  ['agent/trace-agent', 'env DD_REMOTE_CONFIGURATION_ENABLED', 'true', 'false', REMOTE],
  ['agent/trace-agent', 'env DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  ['agent/trace-agent', 'env DD_LANGUAGE_DETECTION_ENABLED', 'false', undefined, NO_LANGUAGES],
  ['agent/trace-agent', 'env DD_LANGUAGE_DETECTION_REPORTING_ENABLED', 'false', undefined, NO_LANGUAGES],
  ['agent/trace-agent', 'env DD_KUBELET_USE_API_SERVER', 'false', undefined, DEFAULT],
  ['agent/trace-agent', 'env DD_KUBERNETES_USE_ENDPOINT_SLICES', 'true', undefined, CLUSTER_AGENTS],
  ['agent/trace-agent', 'env DD_OTLP_CONFIG_LOGS_ENABLED', 'false', undefined, DEFAULT],
  ['agent/trace-agent', 'env DD_CLUSTER_AGENT_ENABLED', 'true', undefined, ASKS_CORE_AGENT],
  ['agent/trace-agent', 'env DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', 'datadog-cluster-agent', undefined, ASKS_CORE_AGENT],
  ['agent/trace-agent', 'env DD_CLUSTER_AGENT_AUTH_TOKEN', 'Secret datadog-secret token', undefined, ASKS_CORE_AGENT],
  ['agent/trace-agent', 'env DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  ['agent/trace-agent', 'env DD_DOGSTATSD_SOCKET', '/var/run/datadog/dsd.socket', undefined, CORE_AGENTS],
  ['agent/trace-agent', 'env DD_INSTRUMENTATION_INSTALL_TIME', 'ConfigMap datadog-kpi-telemetry-configmap install_time', undefined, INSTALLATION],
  ['agent/trace-agent', 'env DD_INSTRUMENTATION_INSTALL_ID', 'ConfigMap datadog-kpi-telemetry-configmap install_id', undefined, INSTALLATION],
  ['agent/trace-agent', 'env DD_INSTRUMENTATION_INSTALL_TYPE', 'ConfigMap datadog-kpi-telemetry-configmap install_type', undefined, INSTALLATION],
  ['agent/trace-agent', 'mount /host/var/run', 'hostPath /var/run, read-only', undefined, NO_SOCKET],
  ['agent/trace-agent', 'env DD_SITE', undefined, 'datadoghq.com', SITE],
  ['agent/trace-agent', 'mount /var/run/secrets/kubernetes.io/serviceaccount', undefined, 'projected, read-only', TOKEN],
  ['agent/trace-agent', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['agent/trace-agent', 'security capabilities', undefined, 'add DAC_OVERRIDE, drop ALL', FEW_CAPABILITIES],
  ['agent/trace-agent', 'resources', undefined, 'requests cpu 100m, memory 200Mi', REQUESTS],
  ['agent/system-probe', 'env DD_REMOTE_CONFIGURATION_ENABLED', 'true', 'false', REMOTE],
  ['agent/system-probe', 'env DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  ['agent/system-probe', 'env DD_LANGUAGE_DETECTION_ENABLED', 'false', undefined, NO_LANGUAGES],
  ['agent/system-probe', 'env DD_LANGUAGE_DETECTION_REPORTING_ENABLED', 'false', undefined, NO_LANGUAGES],
  ['agent/system-probe', 'env DD_KUBELET_USE_API_SERVER', 'false', undefined, DEFAULT],
  ['agent/system-probe', 'env DD_KUBERNETES_USE_ENDPOINT_SLICES', 'true', undefined, CLUSTER_AGENTS],
  ['agent/system-probe', 'env DD_OTLP_CONFIG_LOGS_ENABLED', 'false', undefined, DEFAULT],
  ['agent/system-probe', 'env DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  ['agent/system-probe', 'env DD_DOGSTATSD_PORT', '8125', undefined, DEFAULT],
  [
    'agent/system-probe', 'mount /etc/datadog-agent/system-probe.yaml',
    'configMap datadog-system-probe-config, file system-probe.yaml, read-only',
    undefined,
    ENV_NOT_FILE,
  ],
  ['agent/system-probe', 'mount /var/run/secrets/kubernetes.io/serviceaccount', undefined, 'projected, read-only', TOKEN],
  ['agent/system-probe', 'mount /host/etc/redhat-release', 'hostPath /etc/redhat-release, read-only', undefined, ONE_RELEASE_FILE],
  ['agent/system-probe', 'mount /host/etc/fedora-release', 'hostPath /etc/fedora-release, read-only', undefined, ONE_RELEASE_FILE],
  ['agent/system-probe', 'mount /host/etc/lsb-release', 'hostPath /etc/lsb-release, read-only', undefined, ONE_RELEASE_FILE],
  ['agent/system-probe', 'mount /lib/modules', 'hostPath /lib/modules, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /usr/src', 'hostPath /usr/src, read-only', undefined, NO_COMPILER],
  [
    'agent/system-probe', 'mount /var/tmp/datadog-agent/system-probe/build',
    'hostPath /var/tmp/datadog-agent/system-probe/build',
    undefined,
    NO_COMPILER,
  ],
  [
    'agent/system-probe', 'mount /var/tmp/datadog-agent/system-probe/kernel-headers',
    'hostPath /var/tmp/datadog-agent/system-probe/kernel-headers',
    undefined,
    NO_COMPILER,
  ],
  ['agent/system-probe', 'mount /host/etc/apt', 'hostPath /etc/apt, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /host/etc/yum.repos.d', 'hostPath /etc/yum.repos.d, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /host/etc/zypp', 'hostPath /etc/zypp, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /host/etc/pki', 'hostPath /etc/pki, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /host/etc/yum/vars', 'hostPath /etc/yum/vars, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /host/etc/dnf/vars', 'hostPath /etc/dnf/vars, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'mount /host/etc/rhsm', 'hostPath /etc/rhsm, read-only', undefined, NO_COMPILER],
  ['agent/system-probe', 'env DD_SITE', undefined, 'datadoghq.com', SITE],
  ['agent/system-probe', 'env DD_DISCOVERY_ENABLED', undefined, 'true', ENV_NOT_FILE],
  ['agent/system-probe', 'env DD_SYSPROBE_SOCKET', undefined, '/var/run/sysprobe/sysprobe.sock', ENV_NOT_FILE],
  ['agent/system-probe', 'resources', undefined, 'requests cpu 100m, memory 400Mi', REQUESTS],
];

const NAMED_LIKE_THE_OPERATORS = "the DaemonSet and the Service have the names of the Operator's; the chart calls them after its release";
const BY_ENV = 'the system-probe is set up by env vars';

/** Every object of the node Agents that only one of the two has: `-` the chart, `+` we. */
export const NODE_AGENT_OBJECT_DIFFERENCES: ReadonlyArray<readonly [object: string, reason: string]> = [
  ['+ ClusterRole datadog-agent', NAMED_LIKE_THE_OPERATORS],
  ['+ ClusterRoleBinding datadog-agent', NAMED_LIKE_THE_OPERATORS],
  ['+ ConfigMap datadog/datadog-agent-security', OWN_NAME],
  ['+ DaemonSet datadog/datadog-agent', NAMED_LIKE_THE_OPERATORS],
  ['+ Service datadog/datadog-agent', NAMED_LIKE_THE_OPERATORS],
  ['+ ServiceAccount datadog/datadog-node-agent', ACCOUNT],
  ['- ClusterRole datadog', NAMED_LIKE_THE_OPERATORS],
  ['- ClusterRoleBinding datadog', NAMED_LIKE_THE_OPERATORS],
  ['- ConfigMap datadog/datadog-installinfo', INSTALLATION],
  ['- ConfigMap datadog/datadog-kpi-telemetry-configmap', INSTALLATION],
  ['- ConfigMap datadog/datadog-security', OWN_NAME],
  ['- ConfigMap datadog/datadog-system-probe-config', BY_ENV],
  ['- DaemonSet datadog/datadog', NAMED_LIKE_THE_OPERATORS],
  ['- Service datadog/datadog', NAMED_LIKE_THE_OPERATORS],
  ['- ServiceAccount datadog/datadog', ACCOUNT],
];
