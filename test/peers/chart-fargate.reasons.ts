type EnvDifference = readonly [container: string, name: string, charts: string | undefined, ours: string | undefined, reason: string];

const DCA = 'datadog-cluster-agent/cluster-agent';
const RUNNER = 'datadog-clusterchecks/agent';

const DEFAULT = 'the chart writes out what the Agent does without it';
const HELM = 'it names the Helm release and its objects, and here is none';
const INSTALLATION = 'it tells Datadog how the chart was installed, anew at each render, which no two renders would agree on';
const NO_LANGUAGES = 'it is part of language detection, which is off as a whole by DD_LANGUAGE_DETECTION_ENABLED';
const NO_NODE_AGENT = 'the admission controller would tell pods of the Agent on their node, and Fargate has none: config injection is off';
const NOT_A_SIDECAR = 'the values of the chart say it as the old documentation did; this container is no sidecar and has no kubelet to ask';
const NO_PROCESSES = 'the older name is deprecated, and false turns the collection of containers on; a runner has nothing to collect';
const SITE = 'the chart leaves the site of US1 to the Agent; here every Agent is told its site';

/** Every env var that is not the same, with the value in the chart, ours, and why. */
export const ENV_DIFFERENCES: readonly EnvDifference[] = [
  [DCA, 'AGENT_DAEMONSET', 'datadog', undefined, HELM],
  [DCA, 'CHART_RELEASE_NAME', 'datadog', undefined, HELM],
  [DCA, 'CLUSTER_AGENT_DEPLOYMENT', 'datadog-cluster-agent', undefined, HELM],
  [DCA, 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_ENABLED', undefined, 'false', NO_NODE_AGENT],
  [DCA, 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_LOCAL_SERVICE_NAME', 'datadog', undefined, NO_NODE_AGENT],
  [DCA, 'DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE', 'socket', undefined, NO_NODE_AGENT],
  [DCA, 'DD_ADMISSION_CONTROLLER_MUTATION_ENABLED', 'true', undefined, DEFAULT],
  [DCA, 'DD_ADMISSION_CONTROLLER_VALIDATION_ENABLED', 'true', undefined, DEFAULT],
  [DCA, 'DD_APM_RECEIVER_SOCKET', '/var/run/datadog/apm.socket', undefined, NO_NODE_AGENT],
  [DCA, 'DD_CLUSTER_AGENT_COLLECT_KUBERNETES_TAGS', 'false', undefined, DEFAULT],
  [DCA, 'DD_CLUSTER_AGENT_LANGUAGE_DETECTION_PATCHER_ENABLED', 'false', undefined, NO_LANGUAGES],
  [DCA, 'DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  [DCA, 'DD_DOGSTATSD_HOST_SOCKET_PATH', '/var/run/datadog', undefined, NO_NODE_AGENT],
  [DCA, 'DD_DOGSTATSD_SOCKET', '/var/run/datadog/dsd.socket', undefined, NO_NODE_AGENT],
  [DCA, 'DD_EKS_FARGATE', 'true', undefined, NOT_A_SIDECAR],
  [DCA, 'DD_EXTERNAL_METRICS_AGGREGATOR', 'avg', undefined, DEFAULT],
  [DCA, 'DD_EXTERNAL_METRICS_PROVIDER_WPA_CONTROLLER', 'false', undefined, DEFAULT],
  [DCA, 'DD_INSTRUMENTATION_INSTALL_ID', 'ConfigMap datadog-kpi-telemetry-configmap install_id', undefined, INSTALLATION],
  [DCA, 'DD_INSTRUMENTATION_INSTALL_TIME', 'ConfigMap datadog-kpi-telemetry-configmap install_time', undefined, INSTALLATION],
  [DCA, 'DD_INSTRUMENTATION_INSTALL_TYPE', 'ConfigMap datadog-kpi-telemetry-configmap install_type', undefined, INSTALLATION],
  [DCA, 'DD_KUBERNETES_EVENTS_SOURCE_DETECTION_ENABLED', 'false', undefined, DEFAULT],
  [DCA, 'DD_KUBERNETES_KUBE_SERVICE_IGNORE_READINESS', 'false', undefined, 'the collector that reads it is the one of node Agents'],
  [DCA, 'DD_LANGUAGE_DETECTION_REPORTING_ENABLED', 'false', undefined, NO_LANGUAGES],
  [DCA, 'DD_LEADER_ELECTION_DEFAULT_RESOURCE', 'configmap', 'lease', 'a Lease is made for this, and a write to it wakes nobody who watches ConfigMaps'],
  [DCA, 'DD_LEADER_LEASE_DURATION', '15', undefined, "the Agent's own 60 seconds; a leader that is told to stop gives its Lease away at once"],
  [DCA, 'DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  [DCA, 'DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED', undefined, 'false', 'custom resources are collected that the user lists, so none that nobody may read'],
  [DCA, 'DD_SITE', undefined, 'datadoghq.com', SITE],
  [DCA, 'DD_TRACE_AGENT_HOST_SOCKET_PATH', '/var/run/datadog', undefined, NO_NODE_AGENT],
  [RUNNER, 'DD_PROCESS_AGENT_ENABLED', 'false', undefined, NO_PROCESSES],
  [RUNNER, 'DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', undefined, 'false', NO_PROCESSES],
  [RUNNER, 'DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', undefined, 'false', NO_PROCESSES],
  [RUNNER, 'DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', undefined, 'false', NO_PROCESSES],
  [RUNNER, 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', 'datadog-cluster-agent', undefined, 'it is read only where there is no DD_CLUSTER_AGENT_URL'],
  [
    RUNNER, 'DD_CLUSTER_AGENT_URL', undefined, 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005',
    'one address for every Agent, also where a pod started before the Service and has no env vars of it',
  ],
  [RUNNER, 'DD_CSI_ENABLED', 'false', undefined, DEFAULT],
  [RUNNER, 'DD_EKS_FARGATE', 'true', undefined, NOT_A_SIDECAR],
  [RUNNER, 'DD_LOG_LEVEL', 'INFO', undefined, DEFAULT],
  [RUNNER, 'DD_SITE', undefined, 'datadoghq.com', SITE],
];

const NO_DAEMON_SET = 'it is of the node Agents, and this cluster has none';
const ONE_ROLE = 'one ClusterRole of an account has what its features need';
const OWN_NAMESPACE = 'what the Cluster Agent needs in its own namespace alone is in a Role there; the chart grants leases and ConfigMaps in the whole cluster';
const RUNNERS_ROLE = 'the runners have a role of their own, with kube-state-metrics; the chart binds that of its node Agents to them';
const AUTOSCALER = 'Kubernetes lets its autoscaler read every external metric by a role of its own; another one would need a wildcard';
const KUBE_SYSTEM = 'the Role that it binds is in kube-system, and a binding in another namespace finds none (helm-charts#2571)';
const NO_FLARE = 'it lets a flare read every Secret and ConfigMap of the namespace, for the values of the Helm release, and here is none';

/** Every object that only one of the two has: `-` the chart, `+` we. */
export const OBJECT_DIFFERENCES: ReadonlyArray<readonly [object: string, reason: string]> = [
  ['+ ClusterRole datadog-cluster-checks', RUNNERS_ROLE],
  ['+ Role datadog/datadog-cluster-agent', OWN_NAMESPACE],
  ['+ RoleBinding datadog/datadog-cluster-agent', OWN_NAMESPACE],
  ['+ RoleBinding kube-system/datadog-cluster-agent-apiserver', KUBE_SYSTEM],
  ['- ClusterRole datadog', NO_DAEMON_SET],
  ['- ClusterRole datadog-cluster-agent-external-metrics-reader', AUTOSCALER],
  ['- ClusterRole datadog-ksm-core', RUNNERS_ROLE],
  ['- ClusterRole datadog-orchestrator-explorer', ONE_ROLE],
  ['- ClusterRoleBinding datadog', NO_DAEMON_SET],
  ['- ClusterRoleBinding datadog-cluster-agent-external-metrics-reader', AUTOSCALER],
  ['- ClusterRoleBinding datadog-ksm-core', RUNNERS_ROLE],
  ['- ClusterRoleBinding datadog-orchestrator-explorer', ONE_ROLE],
  ['- ConfigMap datadog/datadog-endpoint-config', 'other Helm charts of Datadog look it up when they are installed'],
  ['- ConfigMap datadog/datadog-installinfo', INSTALLATION],
  ['- ConfigMap datadog/datadog-kpi-telemetry-configmap', INSTALLATION],
  ['- ConfigMap datadog/datadog-security', NO_DAEMON_SET],
  ['- ConfigMap datadog/datadog-system-probe-config', NO_DAEMON_SET],
  ['- Role datadog/datadog-cluster-agent-main', 'it opens every Secret of the namespace; ours names the one with the certificate of the webhooks'],
  ['- Role datadog/datadog-dca-flare', NO_FLARE],
  ['- RoleBinding datadog/datadog-cluster-agent-apiserver', KUBE_SYSTEM],
  ['- RoleBinding datadog/datadog-cluster-agent-main', 'its Role is not there'],
  ['- RoleBinding datadog/datadog-dca-flare', NO_FLARE],
  ['- ServiceAccount datadog/datadog', NO_DAEMON_SET],
];
