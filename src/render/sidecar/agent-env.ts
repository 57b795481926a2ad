import type { EnvVar } from 'kubernetes-types/core/v1';
import { OTLP_PORTS } from '../../facts/agent-ports';
import { AGENT_VOLUMES, CLUSTER_AGENT_CA, SIDECAR_HEALTH, SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { flag, fromField, fromSecret, override, tags, value } from '../container-env';
import { originDetectionEnv } from '../origin-detection';
import { prometheusScrapeEnv } from '../prometheus-scrape';
import { tagSourceEnv } from '../tag-sources';

/** Env vars of the Agent in a pod; those that the user sets win. */
export function agentEnv(model: ClusterModel, exitsWithPod: boolean): EnvVar[] {
  const { credentials: { secret }, features, sidecar } = model;
  const { apm, dogstatsd, logs } = features.agent;
  const env = [
    fromSecret('DD_API_KEY', secret.name, secret.apiKey),
    value('DD_SITE', model.site),
    value('DD_CLUSTER_NAME', model.clusterName),
    ...tags(model.tags),
    flag('DD_EKS_FARGATE', true),
    fromField('DD_KUBERNETES_KUBELET_NODENAME', 'spec.nodeName'),
    flag('DD_CLUSTER_AGENT_ENABLED', true),
    fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
    value('DD_CLUSTER_AGENT_URL', model.clusterAgentUrl),
    flag('DD_ORCHESTRATOR_EXPLORER_ENABLED', features.orchestratorExplorer !== undefined),
    flag('DD_LANGUAGE_DETECTION_ENABLED', false),
    // On by default in the Agent.
    flag('DD_REMOTE_CONFIGURATION_ENABLED', features.remoteConfiguration),
    ...prometheusScrapeEnv(model),
    ...apm.socket ? [value('DD_APM_RECEIVER_SOCKET', SOCKETS.apm)] : [],
    // The Agent receives traces unless it is told not to.
    ...apm.socket || apm.port ? [] : [flag('DD_APM_ENABLED', false)],
    ...dogstatsd.socket ? [value('DD_DOGSTATSD_SOCKET', SOCKETS.dogstatsd)] : [],
    ...dogstatsd.socket || dogstatsd.port ? originDetectionEnv(dogstatsd) : [flag('DD_USE_DOGSTATSD', false)],
    ...otlpEnv(model),
    ...collectionEnv(model),
    ...tagSourceEnv(model),
    ...logs ? [
      flag('DD_LOGS_ENABLED', true),
      flag('DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API', true),
      value('DD_LOGS_CONFIG_RUN_PATH', AGENT_VOLUMES.run.mountPath),
      ...logs.collectAll ? [flag('DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL', true)] : [],
      ...logs.multiLine ? [flag('DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION', true)] : [],
    ] : [],
    ...model.clusterAgentTls ? [
      flag('DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', true),
      value('DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', `${CLUSTER_AGENT_CA.mountPath}/${CLUSTER_AGENT_CA.key}`),
    ] : [],
    ...sidecar.probes ? [value('DD_HEALTH_PORT', String(SIDECAR_HEALTH.port))] : [],
    ...exitsWithPod ? [flag('DD_AUTO_EXIT_NOPROCESS_ENABLED', true)] : [],
  ];
  return override(env, sidecar.env);
}

/** Nobody but the containers of the pod reaches it. */
function otlpEnv({ features: { agent: { otlp } } }: ClusterModel): EnvVar[] {
  if (!otlp) return [];
  return [
    ...(['grpc', 'http'] as const).filter(name => otlp[name]).map(name => value(OTLP_PORTS[name].endpoint, `127.0.0.1:${OTLP_PORTS[name].port}`)),
    ...otlp.logs ? [flag('DD_OTLP_CONFIG_LOGS_ENABLED', true)] : [],
  ];
}

/** The Agent collects all of this but processes, unless it is told not to. */
function collectionEnv({ features: { agent } }: ClusterModel): EnvVar[] {
  return [
    ...agent.processes ? [flag('DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', true)] : [],
    ...agent.containers ? [] : [flag('DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', false)],
    ...agent.processDiscovery ? [] : [flag('DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', false)],
    ...agent.containerLifecycle ? [] : [flag('DD_CONTAINER_LIFECYCLE_ENABLED', false)],
    ...agent.containerImages ? [] : [flag('DD_CONTAINER_IMAGE_ENABLED', false)],
  ];
}
