import { HELM_ENV_CONDITIONS, HELM_MOUNT_CONDITIONS, HelmCondition } from '../../facts/helm-chart-conditions';
import { HELM_PODS } from '../../facts/helm-chart-pods';
import { CONTAINER_RUNTIMES } from '../../facts/node-host';
import { DeliveredCluster } from '../deliveries/delivered-cluster';

export type HelmContainer = keyof typeof HELM_PODS;

const isGiven = (texts: object) => Object.keys(texts).length > 0;

const CONDITIONS: { readonly [condition in HelmCondition]: (cluster: DeliveredCluster) => boolean } = {
  apm: ({ model: { features: { agent: { apm } } } }) => apm.socket || apm.port,
  apmSocket: ({ model }) => model.features.agent.apm.socket,
  otlpGrpc: ({ model }) => model.features.agent.otlp?.grpc ?? false,
  otlpHttp: ({ model }) => model.features.agent.otlp?.http ?? false,
  dogstatsdPort: ({ model }) => model.features.agent.dogstatsd.port,
  originDetection: ({ model }) => model.features.agent.dogstatsd.originDetection,
  logs: ({ model }) => model.features.agent.logs !== undefined,
  connections: ({ model: { features: { agent } } }) => agent.networkMonitoring || agent.serviceMonitoring,
  networkMonitoring: ({ model }) => model.features.agent.networkMonitoring,
  serviceMonitoring: ({ model }) => model.features.agent.serviceMonitoring,
  tags: ({ model }) => model.tags.length > 0,
  podLabels: ({ model }) => isGiven(model.features.agent.tagSources.podLabels),
  podAnnotations: ({ model }) => isGiven(model.features.agent.tagSources.podAnnotations),
  nodeLabels: ({ model }) => isGiven(model.features.agent.tagSources.nodeLabels),
  namespaceLabels: ({ model }) => isGiven(model.features.agent.tagSources.namespaceLabels),
  containerd: cluster => !CONDITIONS.docker(cluster),
  docker: ({ model: { nodeAgent } }) => nodeAgent !== undefined && CONTAINER_RUNTIMES[nodeAgent.host.runtime].docker,
  kubeletTlsVerify: ({ model }) => model.nodeAgent?.host.kubeletTlsVerify !== undefined,
  kubeletCa: ({ model }) => model.nodeAgent?.host.kubeletCaPath !== undefined,
  clusterChecks: ({ model }) => model.features.clusterChecks,
  runners: ({ model }) => model.clusterCheckRunners !== undefined,
  events: ({ model }) => model.features.events !== undefined,
  orchestratorExplorer: ({ model }) => model.features.orchestratorExplorer !== undefined,
  externalMetrics: ({ model }) => model.features.externalMetrics !== undefined,
  admissionController: ({ model }) => model.features.admissionController !== undefined,
  aks: ({ model }) => model.features.admissionController !== undefined && model.platform.fact.webhookSelectors === true,
  sidecarWebhook: ({ webhook }) => webhook !== undefined,
  prometheus: ({ model }) => model.features.prometheusScrape !== undefined,
  prometheusChecks: ({ model }) => (model.features.prometheusScrape?.checks ?? []).length > 0,
  remoteConfiguration: ({ model }) => model.features.remoteConfiguration,
  sidecarTls: ({ webhook }) => webhook?.cluster.clusterAgentTls !== undefined,
  systemProbe: cluster => CONDITIONS.connections(cluster) || cluster.model.features.agent.serviceDiscovery,
  dockerLogs: cluster => CONDITIONS.docker(cluster) && CONDITIONS.logs(cluster),
  never: () => false,
};

/** Containers that are there for features alone. */
const THERE: { readonly [container in HelmContainer]?: (cluster: DeliveredCluster) => boolean } = {
  traceAgent: cluster => CONDITIONS.apm(cluster),
  systemProbe: cluster => CONDITIONS.systemProbe(cluster),
};

/** True where the chart writes an env var of that name into the container for this cluster, so that one more would be there twice. */
export function isWrittenByChart(cluster: DeliveredCluster, container: HelmContainer, name: string): boolean {
  if (THERE[container]?.(cluster) === false) return false;
  const condition: HelmCondition | undefined = HELM_ENV_CONDITIONS[container].conditions[name];
  return (HELM_PODS[container].env as readonly string[]).includes(name) && (condition === undefined || CONDITIONS[condition](cluster));
}

/** True where a pod of the chart has a volume of that name, or a container of it something at that path, for this cluster. */
export function isMountedByChart(cluster: DeliveredCluster, container: HelmContainer, key: 'volumes' | 'mountPaths', text: string | undefined): boolean {
  if (text === undefined || !(HELM_PODS[container][key] as readonly string[]).includes(text)) return false;
  const condition: HelmCondition | undefined = HELM_MOUNT_CONDITIONS.conditions[text];
  return condition === undefined || CONDITIONS[condition](cluster);
}
