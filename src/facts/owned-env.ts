import { Fact } from './fact';

/** An env var that other parts of the manifests rest on as well, so that another value would leave those behind. */
export interface OwnedEnvFact extends Fact {
  /** An `*` at its end stands for any other characters. */
  readonly name: string;
  /** Whose it is: the sidecars', the Deployments' (Cluster Agent and runners), the node Agents', or everybody's. */
  readonly of: 'sidecars' | 'deployments' | 'nodeAgents' | 'all';
  /** What else says the same thing. */
  readonly alsoIn: string;
  /** What to write instead, as a sentence without its full stop. */
  readonly instead: string;
}

const CONFIG = { source: 'datadog-agent 7.81, pkg/config/setup', checkedOn: '2026-09-20' };
const WEBHOOK = { source: 'datadog-agent @2a080d5, pkg/clusteragent/admission/mutate/agent_sidecar', checkedOn: '2026-09-20' };
const CHART = { source: 'Datadog Helm chart 3.240.0', checkedOn: '2026-09-20' };

export const OWNED_ENV: readonly OwnedEnvFact[] = [
  { name: 'DD_SITE', of: 'all', alsoIn: 'the registry, the network policies and every other Agent', instead: "Set 'site', with DatadogSite.custom(...) for one that has no constant", ...CONFIG },
  { name: 'DD_CLUSTER_NAME', of: 'all', alsoIn: 'every other Agent', instead: "Set 'clusterName'", ...CONFIG },
  { name: 'DD_CLUSTER_AGENT_URL', of: 'all', alsoIn: 'the Service and the network policies', instead: "Set 'namespace', or give DatadogFargateSidecar another 'clusterAgent'", ...WEBHOOK },
  { name: 'DD_CLUSTER_AGENT_ENABLED', of: 'all', alsoIn: 'the credentials and the permissions', instead: 'Leave it out: each Agent of ours has the Cluster Agent', ...WEBHOOK },
  { name: 'DD_EKS_FARGATE', of: 'sidecars', alsoIn: 'the permissions and the volumes', instead: "Leave it out: 'platform' says it", ...WEBHOOK },
  { name: 'DD_KUBERNETES_KUBELET_NODENAME', of: 'sidecars', alsoIn: 'the permissions', instead: 'Leave it out: it comes from the pod', ...WEBHOOK },
  { name: 'DD_APM_RECEIVER_SOCKET', of: 'sidecars', alsoIn: 'the volume of the sockets and the env vars of the applications', instead: "Leave it out, or turn the socket off with 'features.apm.socketEnabled'", ...WEBHOOK },
  { name: 'DD_DOGSTATSD_SOCKET', of: 'sidecars', alsoIn: 'the volume of the sockets and the env vars of the applications', instead: "Leave it out, or turn the socket off with 'features.dogstatsd.socketEnabled'", ...WEBHOOK },
  { name: 'DD_HEALTH_PORT', of: 'sidecars', alsoIn: 'the probes', instead: "Set 'probes' of the sidecar", ...CONFIG },
  { name: 'DD_HEALTH_PORT', of: 'deployments', alsoIn: 'the probes', instead: 'Leave it out: the port is the same in the probes', ...CONFIG },
  { name: 'DD_CLUSTER_AGENT_CMD_PORT', of: 'deployments', alsoIn: 'the Service, the network policies and the URL that every Agent has', instead: 'Leave it out', ...CONFIG },
  { name: 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', of: 'deployments', alsoIn: 'the Service and the URL that every Agent has', instead: 'Leave it out', ...CHART },
  { name: 'DD_LEADER_LEASE_NAME', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: 'Leave it out', ...CHART },
  { name: 'DD_LEADER_ELECTION_DEFAULT_RESOURCE', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: "Leave it out: 'platform' has the version of Kubernetes, which decides it", ...CHART },
  { name: 'DD_CLUSTER_AGENT_TOKEN_NAME', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: 'Leave it out', ...CHART },
  { name: 'DD_EXTERNAL_METRICS_PROVIDER_PORT', of: 'deployments', alsoIn: 'the Service and the network policies', instead: "Leave it out: 'features.externalMetrics' has the port", ...CHART },
  { name: 'DD_ADMISSION_CONTROLLER_PORT', of: 'deployments', alsoIn: 'the Service and the network policies', instead: "Leave it out: 'features.admissionController' has the port", ...CHART },
  { name: 'DD_EKS_FARGATE', of: 'nodeAgents', alsoIn: 'the way to the kubelet', instead: 'Leave it out: a node Agent is on no Fargate node', ...CONFIG },
  { name: 'DD_HOSTNAME', of: 'nodeAgents', alsoIn: 'the node, and one name would make all nodes one host in Datadog', instead: 'Leave it out: each Agent has the name of its node', ...CONFIG },
  { name: 'DD_HEALTH_PORT', of: 'nodeAgents', alsoIn: 'the probes', instead: 'Leave it out: the port is the same in the probes', ...CONFIG },
  { name: 'DD_AUTH_TOKEN_FILE_PATH', of: 'nodeAgents', alsoIn: 'the volume by which the containers share it', instead: 'Leave it out', ...CHART },
  { name: 'DD_APM_RECEIVER_SOCKET', of: 'nodeAgents', alsoIn: 'the volume of the sockets and the env vars of the applications', instead: "Leave it out, or turn the socket off with 'features.apm.socketEnabled'", ...CHART },
  { name: 'DD_DOGSTATSD_SOCKET', of: 'nodeAgents', alsoIn: 'the volume of the sockets and the env vars of the applications', instead: "Leave it out, or turn the socket off with 'features.dogstatsd.socketEnabled'", ...CHART },
  { name: 'DD_APM_RECEIVER_PORT', of: 'nodeAgents', alsoIn: 'the Service, the probe and the env vars of the applications', instead: "Leave it out, or turn the port on with 'features.apm.portEnabled'", ...CHART },
  { name: 'DD_DOGSTATSD_PORT', of: 'nodeAgents', alsoIn: 'the Service and the env vars of the applications', instead: "Leave it out, or turn the port on with 'features.dogstatsd.portEnabled'", ...CHART },
  { name: 'DD_CRI_SOCKET_PATH', of: 'nodeAgents', alsoIn: 'the volume of the container runtime', instead: "Set 'criSocketPath' of nodeAgent", ...CHART },
  { name: 'DOCKER_HOST', of: 'nodeAgents', alsoIn: 'the volume of the container runtime', instead: "Set 'containerRuntime' of nodeAgent", ...CHART },
  { name: 'DD_KUBERNETES_KUBELET_HOST', of: 'nodeAgents', alsoIn: 'the pod, from which it comes', instead: 'Leave it out', ...CHART },
  { name: 'DD_KUBELET_TLS_VERIFY', of: 'nodeAgents', alsoIn: 'the options', instead: "Set 'kubeletTlsVerify' of nodeAgent", ...CHART },
  { name: 'DD_KUBELET_CLIENT_CA', of: 'nodeAgents', alsoIn: 'the volume with the certificate', instead: "Set 'kubeletCaPath' of nodeAgent", ...CHART },
  { name: 'DD_IGNORE_AUTOCONF', of: 'nodeAgents', alsoIn: 'the checks that features bring', instead: "Set 'ignoreAutoConf' of nodeAgent", ...CHART },
  { name: 'DD_EXTRA_CONFIG_PROVIDERS', of: 'nodeAgents', alsoIn: 'who runs cluster checks', instead: "Leave it out: 'features.clusterChecks' and 'clusterCheckRunners' say it", ...CHART },
  { name: 'DD_CLC_RUNNER_*', of: 'nodeAgents', alsoIn: 'the cluster check runners', instead: "Leave it out: 'clusterCheckRunners' has the runners", ...CHART },
  { name: 'DD_CLC_RUNNER_*', of: 'deployments', alsoIn: 'the way from the Cluster Agent to the runners', instead: "Leave it out: 'clusterCheckRunners' has the runners", ...CHART },
  { name: 'DD_LOGS_ENABLED', of: 'nodeAgents', alsoIn: 'the volumes with the logs', instead: "Set 'features.logs'", ...CHART },
  { name: 'DD_APM_ENABLED', of: 'nodeAgents', alsoIn: 'the container of the trace-agent', instead: "Set 'features.apm'", ...CHART },
  { name: 'DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_*', of: 'nodeAgents', alsoIn: 'the ports of the container and of the Service', instead: "Leave it out: 'features.otlp' has the ports", ...CHART },
  { name: 'DD_SYSTEM_PROBE_ENABLED', of: 'nodeAgents', alsoIn: 'the container of the system-probe', instead: "Set 'features.networkMonitoring' or 'features.universalServiceMonitoring'", ...CONFIG },
  { name: 'DD_SYSTEM_PROBE_NETWORK_ENABLED', of: 'nodeAgents', alsoIn: 'the container of the system-probe', instead: "Set 'features.networkMonitoring'", ...CONFIG },
  { name: 'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED', of: 'nodeAgents', alsoIn: 'the container of the system-probe', instead: "Set 'features.universalServiceMonitoring'", ...CONFIG },
  { name: 'DD_DISCOVERY_ENABLED', of: 'nodeAgents', alsoIn: 'the container of the system-probe', instead: "Set 'features.serviceDiscovery'", ...CONFIG },
  { name: 'DD_SYSPROBE_SOCKET', of: 'nodeAgents', alsoIn: 'the volume by which the containers share it', instead: 'Leave it out', ...CONFIG },
  { name: 'DD_APM_INSTRUMENTATION_*', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: "Set 'features.apm.instrumentation'", ...CONFIG },
  { name: 'DD_LANGUAGE_DETECTION_*', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: "Set 'features.apm.instrumentation.languageDetection'", ...CONFIG },
  { name: 'DD_LANGUAGE_DETECTION_*', of: 'nodeAgents', alsoIn: 'the Cluster Agent, which takes what they report', instead: "Set 'features.apm.instrumentation.languageDetection'", ...CONFIG },
  { name: 'DD_KUBERNETES_POD_LABELS_AS_TAGS', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: "Set 'features.tags.podLabelsAsTags'", ...CONFIG },
  { name: 'DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: "Set 'features.tags.podAnnotationsAsTags'", ...CONFIG },
  { name: 'DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS', of: 'deployments', alsoIn: 'the permissions of the Cluster Agent', instead: "Set 'features.tags.namespaceLabelsAsTags'", ...CONFIG },
];
