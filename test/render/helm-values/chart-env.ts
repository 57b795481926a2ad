import type { EnvVar } from 'kubernetes-types/core/v1';
import { NODE_AGENT } from '../../../src/facts/node-agent';
import { Values } from '../../../src/render/helm-values/values';

type Of = (values: Values) => unknown;

const json = (of: (datadog: any) => object | undefined): Of => ({ datadog }) => {
  const given = of(datadog);
  return given === undefined || Object.keys(given).length === 0 ? undefined : JSON.stringify(given);
};
const traces = ({ datadog: { apm } }: Values) => apm.socketEnabled || apm.portEnabled || apm.useLocalService;
const secret = (name: string, key: string) => JSON.stringify({ secretKeyRef: { name, key } });
const ofTraces = (of: Of): Of => values => traces(values) ? of(values) : undefined;
const otlp = (protocol: 'grpc' | 'http'): Of => ({ datadog }) => {
  const given = datadog.otlp?.receiver.protocols[protocol];
  return given?.enabled ? given.endpoint : undefined;
};
const host = (path: string | undefined) => path === undefined ? undefined : `/host${path}`;

/** What the chart's core Agent is told of values, as read in its templates; undefined where it is told nothing. */
export const CHART_AGENT_ENV: { readonly [name: string]: Of } = {
  KUBERNETES: () => 'yes',
  DD_API_KEY: ({ datadog }) => secret(datadog.apiKeyExistingSecret, 'api-key'),
  DD_SITE: ({ datadog }) => datadog.site,
  DD_CLUSTER_NAME: ({ datadog }) => datadog.clusterName,
  DD_TAGS: json(datadog => datadog.tags),
  DD_AUTH_TOKEN_FILE_PATH: () => NODE_AGENT.authTokenPath,
  DD_KUBERNETES_KUBELET_HOST: () => JSON.stringify({ fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } }),
  DD_REMOTE_CONFIGURATION_ENABLED: ({ remoteConfiguration }) => remoteConfiguration.enabled,
  DD_HEALTH_PORT: () => '5555',
  DD_CLUSTER_AGENT_ENABLED: ({ clusterAgent }) => clusterAgent.enabled,
  DD_CLUSTER_AGENT_AUTH_TOKEN: ({ clusterAgent }) => secret(clusterAgent.tokenExistingSecret, 'token'),
  DOCKER_HOST: ({ datadog }) => datadog.dockerSocketPath && `unix://${host(datadog.dockerSocketPath)}`,
  DD_CRI_SOCKET_PATH: ({ datadog }) => host(datadog.criSocketPath),
  DD_KUBELET_TLS_VERIFY: ({ datadog }) => datadog.kubelet.tlsVerify,
  DD_KUBELET_CLIENT_CA: ({ datadog }) => datadog.kubelet.hostCAPath && `/var/run/kubelet-ca/${datadog.kubelet.hostCAPath.split('/').pop()}`,
  DD_EXTRA_CONFIG_PROVIDERS: ({ datadog, clusterChecksRunner }) => !datadog.clusterChecks.enabled
    ? undefined
    : clusterChecksRunner.enabled ? 'endpointschecks' : 'clusterchecks endpointschecks',
  DD_ORCHESTRATOR_EXPLORER_ENABLED: ({ datadog }) => datadog.orchestratorExplorer.enabled,
  DD_PROMETHEUS_SCRAPE_ENABLED: ({ datadog }) => datadog.prometheusScrape.enabled || undefined,
  DD_PROMETHEUS_SCRAPE_VERSION: ({ datadog }) => datadog.prometheusScrape.enabled ? '2' : undefined,
  DD_PROMETHEUS_SCRAPE_CHECKS: json(datadog => datadog.prometheusScrape.additionalConfigs),
  DD_IGNORE_AUTOCONF: ({ datadog }) => [...datadog.ignoreAutoConfig ?? [], ...datadog.kubeStateMetricsCore.enabled ? ['kubernetes_state'] : []].join(' ') || undefined,
  DD_LOG_LEVEL: ({ datadog, agents }) => agents.containers.agent.logLevel ?? datadog.logLevel,
  DD_APM_ENABLED: traces,
  DD_APM_NON_LOCAL_TRAFFIC: ofTraces(() => true),
  DD_APM_RECEIVER_PORT: ofTraces(() => '8126'),
  DD_APM_RECEIVER_SOCKET: ({ datadog }) => datadog.apm.socketEnabled ? '/var/run/datadog/apm.socket' : undefined,
  DD_DOGSTATSD_PORT: () => '8125',
  DD_DOGSTATSD_NON_LOCAL_TRAFFIC: ({ datadog }) => datadog.dogstatsd.nonLocalTraffic || undefined,
  DD_DOGSTATSD_SOCKET: () => '/var/run/datadog/dsd.socket',
  DD_DOGSTATSD_ORIGIN_DETECTION: ({ datadog }) => datadog.dogstatsd.originDetection || undefined,
  DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT: ({ datadog }) => datadog.dogstatsd.originDetection || undefined,
  DD_DOGSTATSD_TAG_CARDINALITY: ({ datadog }) => datadog.dogstatsd.tagCardinality ?? 'low',
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT: otlp('grpc'),
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: otlp('http'),
  DD_OTLP_CONFIG_LOGS_ENABLED: ({ datadog }) => datadog.otlp?.logs.enabled ?? false,
  DD_LOGS_ENABLED: ({ datadog }) => datadog.logs.enabled,
  DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL: ({ datadog }) => datadog.logs.containerCollectAll ?? false,
  DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE: ({ datadog }) => datadog.logs.enabled || undefined,
  DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: ({ datadog }) => datadog.logs.autoMultiLineDetection ?? true,
  DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED: ({ datadog }) => datadog.processAgent.processCollection,
  DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED: ({ datadog }) => datadog.processAgent.containerCollection,
  // By its older name.
  DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED: ({ datadog }) => datadog.processAgent.processDiscovery,
  DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED: () => true,
  DD_CONTAINER_LIFECYCLE_ENABLED: ({ datadog }) => datadog.containerLifecycle.enabled,
  DD_CONTAINER_IMAGE_ENABLED: ({ datadog }) => datadog.containerImageCollection.enabled,
  DD_KUBERNETES_POD_LABELS_AS_TAGS: json(datadog => datadog.podLabelsAsTags),
  DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS: json(datadog => datadog.podAnnotationsAsTags),
  DD_KUBERNETES_NODE_LABELS_AS_TAGS: json(datadog => datadog.nodeLabelsAsTags),
  DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS: json(datadog => datadog.namespaceLabelsAsTags),
  DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED: ({ datadog: { orchestratorExplorer } }) =>
    orchestratorExplorer.kubelet_configuration_check.enabled || undefined,
  DD_LANGUAGE_DETECTION_ENABLED: ({ datadog }) => datadog.apm.instrumentation?.language_detection.enabled ?? false,
  DD_LANGUAGE_DETECTION_REPORTING_ENABLED: ({ datadog }) => datadog.apm.instrumentation?.language_detection.enabled ?? false,
  // In system-probe.yaml, which is there where there is a system-probe.
  DD_SYSTEM_PROBE_ENABLED: ({ datadog }) => datadog.networkMonitoring.enabled || datadog.serviceMonitoring.enabled || datadog.discovery.enabled,
  DD_SYSTEM_PROBE_NETWORK_ENABLED: ({ datadog }) => datadog.networkMonitoring.enabled,
  DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED: ({ datadog }) => datadog.serviceMonitoring.enabled,
  DD_NETWORK_CONFIG_DIRECT_SEND: () => true,
  DD_SYSPROBE_SOCKET: () => '/var/run/sysprobe/sysprobe.sock',
};

/** What an env var says, as text. */
export function said({ value, valueFrom }: EnvVar): string {
  return value ?? JSON.stringify(valueFrom);
}
