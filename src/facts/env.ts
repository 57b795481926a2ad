import { Fact } from './fact';
import { SERVICE_TAGS } from './service-tags';

const WEBHOOK = { source: 'datadog-agent @2a080d5, pkg/clusteragent/admission/mutate/agent_sidecar', checkedOn: '2026-09-20' };
const CHART = { source: 'Datadog Helm chart 3.240.0', checkedOn: '2026-09-20' };
const CONFIG = { source: 'datadog-agent 7.81, pkg/config/setup', checkedOn: '2026-09-20' };
const CLIENTS = { source: 'https://docs.datadoghq.com/containers/cluster_agent/admission_controller/', checkedOn: '2026-09-20' };
const SETTINGS = { source: 'datadog-agent, pkg/config/setup: apm.go, common_settings.go, otlp.go, process.go, system_probe_settings.go', checkedOn: '2026-11-21' };
/**
 * `process_config.enabled`, also by the name DD_PROCESS_AGENT_ENABLED, is deprecated: `false` turns the collection of containers on, and before Agent
 * 7.84 it wins over the settings that replaced it. `disabled` turns both off.
 */
const PROCESSES = { source: 'datadog-agent 7.81 to 7.85, pkg/config/setup/process.go: loadProcessTransforms', checkedOn: '2026-11-30' };
const CONNECTION = { source: 'https://github.com/DataDog/datadog-agent/tree/main/pkg/clusteragent/admission/mutate/config', checkedOn: '2026-11-21' };

/** Env vars that the library writes whichever features are on; those of a feature stand with the feature. A name that is in neither place does not compile. */
export const ENV = {
  // every Agent
  DD_API_KEY: CONFIG,
  DD_SITE: CONFIG,
  DD_TAGS: CONFIG,
  DD_CLUSTER_NAME: CONFIG,
  DD_HEALTH_PORT: CONFIG,
  DD_LOG_LEVEL: CONFIG,
  DD_HOSTNAME: CONFIG,
  KUBERNETES: CHART,
  // the way to the Cluster Agent
  DD_CLUSTER_AGENT_ENABLED: WEBHOOK,
  DD_CLUSTER_AGENT_AUTH_TOKEN: WEBHOOK,
  DD_CLUSTER_AGENT_URL: WEBHOOK,
  DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME: CHART,
  // the sidecar
  DD_EKS_FARGATE: WEBHOOK,
  DD_KUBERNETES_KUBELET_NODENAME: WEBHOOK,
  DD_AUTO_EXIT_NOPROCESS_ENABLED: WEBHOOK,
  DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION: WEBHOOK,
  DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH: WEBHOOK,
  DD_CLUSTER_TRUST_CHAIN_CA_KEY_FILE_PATH: CONFIG,
  // applications
  DD_ENV: SERVICE_TAGS.env,
  DD_SERVICE: SERVICE_TAGS.service,
  DD_VERSION: SERVICE_TAGS.version,
  DD_TRACE_AGENT_URL: CLIENTS,
  DD_DOGSTATSD_URL: CLIENTS,
  DD_AGENT_HOST: CLIENTS,
  DD_ENTITY_ID: CONNECTION,
  DD_INTERNAL_POD_UID: CONNECTION,
  DD_EXTERNAL_ENV: CONNECTION,
  // the node Agent
  DD_AUTH_TOKEN_FILE_PATH: CHART,
  DD_KUBERNETES_KUBELET_HOST: CHART,
  DD_KUBELET_TLS_VERIFY: CHART,
  DD_KUBELET_CLIENT_CA: CHART,
  DD_CRI_SOCKET_PATH: CHART,
  DOCKER_HOST: CHART,
  DD_IGNORE_AUTOCONF: CHART,
  DD_SYSPROBE_SOCKET: CONFIG,
  // the Cluster Agent
  DD_POD_NAME: CHART,
  DD_KUBE_RESOURCES_NAMESPACE: CHART,
  DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME: CHART,
  DD_LEADER_ELECTION: CHART,
  DD_LEADER_LEASE_NAME: CHART,
  DD_LEADER_ELECTION_DEFAULT_RESOURCE: CONFIG,
  DD_KUBERNETES_USE_ENDPOINT_SLICES: CHART,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_ENABLED: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_TLS_VERIFICATION_ENABLED: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_KUBELET_API_LOGGING_ENABLED: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CONTAINER_REGISTRY: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_NAME: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_TAG: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_SELECTORS: SETTINGS,
  DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROFILES: SETTINGS,
  // cluster check runners
  DD_CLC_RUNNER_ENABLED: CHART,
  DD_CLC_RUNNER_HOST: CHART,
  DD_CLC_RUNNER_ID: CHART,
  DD_ENABLE_METADATA_COLLECTION: CHART,
  DD_PROCESS_CONFIG_ENABLED: PROCESSES,
} satisfies Record<string, Fact>;

export type EnvName = keyof typeof ENV;
