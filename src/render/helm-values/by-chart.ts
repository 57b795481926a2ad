import { HELM_ENV_CONDITIONS, HELM_MOUNT_CONDITIONS, HelmCondition } from '../../facts/helm-chart-conditions';
import { HELM_OTHER_WAYS, HELM_PODS } from '../../facts/helm-chart-pods';
import { CONTAINER_RUNTIMES } from '../../facts/node-host';
import { helmEnv, helmOtherWays } from '../../features/deliveries';
import { HelmContainer } from '../../features/feature';
import { DeliveredCluster } from '../../parts/delivered-cluster';

const CONDITIONS: { readonly [condition in HelmCondition]: (cluster: DeliveredCluster) => boolean } = {
  apmSocket: ({ model }) => model.features.apm.socket,
  logs: ({ model }) => model.features.logs !== undefined,
  tags: ({ model }) => model.tags.length > 0,
  containerd: cluster => !CONDITIONS.docker(cluster),
  docker: ({ model: { nodeAgent } }) => nodeAgent !== undefined && CONTAINER_RUNTIMES[nodeAgent.host.runtime].docker,
  kubeletTlsVerify: ({ model }) => model.nodeAgent?.host.kubeletTlsVerify !== undefined,
  kubeletCa: ({ model }) => model.nodeAgent?.host.kubeletCaPath !== undefined,
  runners: ({ model }) => model.clusterCheckRunners !== undefined,
  sidecarWebhook: ({ webhook }) => webhook !== undefined,
  sidecarTls: ({ webhook }) => webhook?.cluster.clusterAgentTls !== undefined,
  systemProbe: ({ model: { features } }) => features.networkMonitoring || features.universalServiceMonitoring || features.serviceDiscovery,
  dockerLogs: cluster => CONDITIONS.docker(cluster) && CONDITIONS.logs(cluster),
};

/** Containers that are there for features alone. */
const THERE: { readonly [container in HelmContainer]?: (cluster: DeliveredCluster) => boolean } = {
  traceAgent: ({ model: { features: { apm } } }) => apm.socket || apm.port,
  systemProbe: cluster => CONDITIONS.systemProbe(cluster),
};

/** Env vars that the chart writes into the container for some cluster. */
export function envOfChart(container: HelmContainer): string[] {
  return [...HELM_PODS[container].env, ...Object.keys(helmEnv(container))];
}

/** Env vars of ours for which the chart has another way than an env var. */
export function otherWaysOfChart(): string[] {
  return [...HELM_OTHER_WAYS.env, ...helmOtherWays()];
}

/** True where the chart writes an env var of that name into the container for this cluster, so that one more would be there twice. */
export function isWrittenByChart(cluster: DeliveredCluster, container: HelmContainer, name: string): boolean {
  if (THERE[container]?.(cluster) === false) return false;
  const ofFeature = helmEnv(container)[name];
  if (ofFeature !== undefined) return ofFeature === true || ofFeature(cluster);
  const condition: HelmCondition | undefined = HELM_ENV_CONDITIONS[container].conditions[name];
  return (HELM_PODS[container].env as readonly string[]).includes(name) && (condition === undefined || CONDITIONS[condition](cluster));
}

/** True where a pod of the chart has a volume of that name, or a container of it something at that path, for this cluster. */
export function isMountedByChart(cluster: DeliveredCluster, container: HelmContainer, key: 'volumes' | 'mountPaths', text: string | undefined): boolean {
  if (text === undefined || !(HELM_PODS[container][key] as readonly string[]).includes(text)) return false;
  const condition: HelmCondition | undefined = HELM_MOUNT_CONDITIONS.conditions[text];
  return condition === undefined || CONDITIONS[condition](cluster);
}
