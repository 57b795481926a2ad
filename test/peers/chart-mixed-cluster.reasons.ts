import { Difference } from './difference';

const BY_LIBRARY = 'the library adds the sidecars itself when the app is synthesized, with their permissions and Secrets, so the webhook for them stays off';
const DEFAULT = 'the chart writes out what the Agent does without it';
const EXPLICIT = 'it is said whether pods are told where their Agent is; the chart leaves it to the Agent';
const HARDER = 'the container gains no rights after its start, and writes to its volumes alone';
const HELM = 'it names the Helm release and its objects, and here is none';
const INSTALLATION = 'it tells Datadog how the chart was installed, anew at each render, which no two renders would agree on';
const LEASE = 'a Lease is what Kubernetes has for that; the Agent has it since 7.47';
const LEASE_TIME = "the Agent's own 60 seconds; a leader that is told to stop gives its Lease away at once";
const LISTED_RESOURCES = 'custom resources are collected that the user lists, so none that nobody may read';
const NOT_ROOT = 'the image is prepared for this user, and nothing in it needs root';
const NO_CAPABILITIES = 'nothing that the container does needs a power of root that can be taken away';
const NO_LANGUAGES = 'it is part of language detection, which is off as a whole by DD_LANGUAGE_DETECTION_ENABLED';
const NO_PROCESSES = 'the older name is deprecated, and false turns the collection of containers on; a runner has nothing to collect';
const ONE_ADDRESS = 'one address for every Agent, also where a pod started before the Service and has no env vars of it';
const READ_ONLY_ROOT = 'the root file system of the container is read-only, so it gets a folder for temporary files';
const REQUESTS = 'a pod without requests is the first that a full node evicts';
const SAME_BY_LABEL = 'the same pods by the label that they share with those of the Operator';
const SECCOMP = 'system calls that no container needs are refused, as the Pod Security Standards have it';
const SITE = 'the chart leaves the site of US1 to the Agent; here every Agent is told its site';
const SOCKET_MODE = 'the name is for the mode that goes by the Service, and the mode here is by sockets';
const URL_INSTEAD = 'it is read only where there is no DD_CLUSTER_AGENT_URL';

/** The same of the Cluster Agent and the runners. */
export const CLUSTER_DIFFERENCES: readonly Difference[] = [
  [
    'cluster-checks-runner', 'affinity',
    'podAntiAffinity preferredDuringSchedulingIgnoredDuringExecution podAffinityTerm labelSelector matchLabels app '
    + 'datadog-clusterchecks, topologyKey kubernetes.io/hostname, weight 50',
    'podAntiAffinity preferredDuringSchedulingIgnoredDuringExecution podAffinityTerm labelSelector matchLabels '
    + 'agent.datadoghq.com/component cluster-checks-runner, topologyKey kubernetes.io/hostname, weight 50',
    SAME_BY_LABEL,
  ],
  ['cluster-checks-runner', 'security runAsNonRoot', undefined, 'true', NOT_ROOT],
  ['cluster-checks-runner', 'security runAsUser', undefined, '100', NOT_ROOT],
  ['cluster-checks-runner', 'security runAsGroup', undefined, '0', NOT_ROOT],
  ['cluster-checks-runner', 'security fsGroup', undefined, '0', NOT_ROOT],
  ['cluster-checks-runner', 'security seccompProfile', undefined, 'type RuntimeDefault', SECCOMP],
  ['cluster-checks-runner/init-volume', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['cluster-checks-runner/init-volume', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['cluster-checks-runner/init-volume', 'security readOnlyRootFilesystem', undefined, 'true', HARDER],
  ['cluster-checks-runner/init-volume', 'resources', undefined, 'limits cpu 250m, memory 768Mi, requests cpu 250m, memory 768Mi', REQUESTS],
  ['cluster-checks-runner/init-config', 'mount /tmp', undefined, 'emptyDir', READ_ONLY_ROOT],
  ['cluster-checks-runner/init-config', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['cluster-checks-runner/init-config', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['cluster-checks-runner/init-config', 'security readOnlyRootFilesystem', undefined, 'true', HARDER],
  ['cluster-checks-runner/init-config', 'resources', undefined, 'limits cpu 250m, memory 768Mi, requests cpu 250m, memory 768Mi', REQUESTS],
  ['cluster-checks-runner/agent', 'env DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  ['cluster-checks-runner/agent', 'env DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  ['cluster-checks-runner/agent', 'env DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', 'datadog-cluster-agent', undefined, URL_INSTEAD],
  [
    'cluster-checks-runner/agent', 'mount /etc/datadog-agent/install_info',
    'configMap datadog-installinfo, file install_info, read-only',
    undefined,
    INSTALLATION,
  ],
  ['cluster-checks-runner/agent', 'env DD_PROCESS_AGENT_ENABLED', 'false', undefined, NO_PROCESSES],
  ['cluster-checks-runner/agent', 'env DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', undefined, 'false', NO_PROCESSES],
  ['cluster-checks-runner/agent', 'env DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', undefined, 'false', NO_PROCESSES],
  ['cluster-checks-runner/agent', 'env DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', undefined, 'false', NO_PROCESSES],
  ['cluster-checks-runner/agent', 'env DD_SITE', undefined, 'datadoghq.com', SITE],
  ['cluster-checks-runner/agent', 'env DD_CLUSTER_AGENT_URL', undefined, 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005', ONE_ADDRESS],
  ['cluster-checks-runner/agent', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['cluster-checks-runner/agent', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['cluster-checks-runner/agent', 'resources', undefined, 'limits cpu 250m, memory 768Mi, requests cpu 250m, memory 768Mi', REQUESTS],
  [
    'cluster-agent', 'affinity',
    'podAntiAffinity preferredDuringSchedulingIgnoredDuringExecution podAffinityTerm labelSelector matchLabels app '
    + 'datadog-cluster-agent, topologyKey kubernetes.io/hostname, weight 50',
    'podAntiAffinity preferredDuringSchedulingIgnoredDuringExecution podAffinityTerm labelSelector matchLabels '
    + 'agent.datadoghq.com/component cluster-agent, topologyKey kubernetes.io/hostname, weight 50',
    SAME_BY_LABEL,
  ],
  ['cluster-agent', 'security runAsNonRoot', undefined, 'true', NOT_ROOT],
  ['cluster-agent', 'security runAsUser', undefined, '100', NOT_ROOT],
  ['cluster-agent', 'security runAsGroup', undefined, '0', NOT_ROOT],
  ['cluster-agent', 'security fsGroup', undefined, '0', NOT_ROOT],
  ['cluster-agent', 'security seccompProfile', undefined, 'type RuntimeDefault', SECCOMP],
  ['cluster-agent/init-volume', 'security allowPrivilegeEscalation', undefined, 'false', HARDER],
  ['cluster-agent/init-volume', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['cluster-agent/init-volume', 'security readOnlyRootFilesystem', undefined, 'true', HARDER],
  ['cluster-agent/init-volume', 'resources', undefined, 'limits cpu 250m, memory 768Mi, requests cpu 250m, memory 768Mi', REQUESTS],
  ['cluster-agent/cluster-agent', 'env DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_LANGUAGE_DETECTION_REPORTING_ENABLED', 'false', undefined, NO_LANGUAGES],
  ['cluster-agent/cluster-agent', 'env DD_EXTERNAL_METRICS_PROVIDER_WPA_CONTROLLER', 'false', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_EXTERNAL_METRICS_AGGREGATOR', 'avg', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_VALIDATION_ENABLED', 'true', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_MUTATION_ENABLED', 'true', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_TRACE_AGENT_HOST_SOCKET_PATH', '/var/run/datadog', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_DOGSTATSD_HOST_SOCKET_PATH', '/var/run/datadog', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_DOGSTATSD_SOCKET', '/var/run/datadog/dsd.socket', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_APM_RECEIVER_SOCKET', '/var/run/datadog/apm.socket', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME', 'datadog', undefined, SOCKET_MODE],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED', 'true', undefined, BY_LIBRARY],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_ENABLED', 'true', undefined, BY_LIBRARY],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER', 'fargate', undefined, BY_LIBRARY],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_NAME', 'agent', undefined, BY_LIBRARY],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_TAG', '7.81.1', undefined, BY_LIBRARY],
  ['cluster-agent/cluster-agent', 'env DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_LEADER_ELECTION_DEFAULT_RESOURCE', 'configmap', 'lease', LEASE],
  ['cluster-agent/cluster-agent', 'env DD_LEADER_LEASE_DURATION', '15', undefined, LEASE_TIME],
  ['cluster-agent/cluster-agent', 'env DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS', 'false', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_KUBERNETES_EVENTS_SOURCE_DETECTION_ENABLED', 'false', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env DD_CLUSTER_AGENT_COLLECT_KUBERNETES_TAGS', 'false', undefined, DEFAULT],
  ['cluster-agent/cluster-agent', 'env CHART_RELEASE_NAME', 'datadog', undefined, HELM],
  ['cluster-agent/cluster-agent', 'env AGENT_DAEMONSET', 'datadog', undefined, HELM],
  ['cluster-agent/cluster-agent', 'env CLUSTER_AGENT_DEPLOYMENT', 'datadog-cluster-agent', undefined, HELM],
  ['cluster-agent/cluster-agent', 'env DD_CLUSTER_AGENT_LANGUAGE_DETECTION_PATCHER_ENABLED', 'false', undefined, NO_LANGUAGES],
  [
    'cluster-agent/cluster-agent', 'env DD_INSTRUMENTATION_INSTALL_TIME',
    'ConfigMap datadog-kpi-telemetry-configmap install_time',
    undefined,
    INSTALLATION,
  ],
  [
    'cluster-agent/cluster-agent', 'env DD_INSTRUMENTATION_INSTALL_ID',
    'ConfigMap datadog-kpi-telemetry-configmap install_id',
    undefined,
    INSTALLATION,
  ],
  [
    'cluster-agent/cluster-agent', 'env DD_INSTRUMENTATION_INSTALL_TYPE',
    'ConfigMap datadog-kpi-telemetry-configmap install_type',
    undefined,
    INSTALLATION,
  ],
  [
    'cluster-agent/cluster-agent', 'mount /etc/datadog-agent/install_info',
    'configMap datadog-installinfo, file install_info, read-only',
    undefined,
    INSTALLATION,
  ],
  ['cluster-agent/cluster-agent', 'env DD_SITE', undefined, 'datadoghq.com', SITE],
  ['cluster-agent/cluster-agent', 'env DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED', undefined, 'false', LISTED_RESOURCES],
  ['cluster-agent/cluster-agent', 'env DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', undefined, 'true', EXPLICIT],
  ['cluster-agent/cluster-agent', 'security capabilities', undefined, 'drop ALL', NO_CAPABILITIES],
  ['cluster-agent/cluster-agent', 'resources', undefined, 'limits cpu 250m, memory 768Mi, requests cpu 250m, memory 768Mi', REQUESTS],
];
