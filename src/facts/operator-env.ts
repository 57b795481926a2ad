import { EnvName } from './env';
import { Fact } from './fact';

const SOURCE = {
  source: 'https://github.com/DataDog/datadog-operator/tree/v1.31.0/internal/controller/datadogagent: component, feature, global',
  checkedOn: '2026-11-21',
};

/** Env vars that the Operator sets by fields of the spec, or by itself as the plain manifests would; those of features stand with the features. */
interface OwnEnvFact extends Fact {
  readonly names: readonly EnvName[];
}

/** What every Agent gets from `global`. */
const EVERY: readonly EnvName[] = ['DD_API_KEY', 'DD_SITE', 'DD_CLUSTER_NAME', 'DD_TAGS', 'DD_LOG_LEVEL'];
const ON_NODES: readonly EnvName[] = [...EVERY, 'KUBERNETES', 'DD_AUTH_TOKEN_FILE_PATH', 'DD_KUBERNETES_KUBELET_HOST'];

/** By container; the Cluster Agent's is the only one of its name, and that of the runners is called `agent` in their pod too. */
export const OPERATOR_ENV = {
  'agent': {
    names: [
      ...ON_NODES, 'DD_HEALTH_PORT', 'DD_CLUSTER_AGENT_ENABLED', 'DD_CLUSTER_AGENT_AUTH_TOKEN',
      'DD_CRI_SOCKET_PATH', 'DOCKER_HOST', 'DD_KUBELET_TLS_VERIFY', 'DD_KUBELET_CLIENT_CA', 'DD_SYSPROBE_SOCKET',
    ],
    ...SOURCE,
  },
  'trace-agent': { names: ON_NODES, ...SOURCE },
  'system-probe': { names: [...ON_NODES, 'DD_SYSPROBE_SOCKET'], ...SOURCE },
  'cluster-agent': {
    names: [
      ...EVERY, 'DD_POD_NAME', 'DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME', 'DD_KUBE_RESOURCES_NAMESPACE', 'DD_HEALTH_PORT',
      'DD_CLUSTER_AGENT_AUTH_TOKEN', 'DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', 'DD_LEADER_ELECTION', 'DD_LEADER_LEASE_NAME',
      'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED', 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER',
      'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_ENABLED', 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_TLS_VERIFICATION_ENABLED',
      'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CONTAINER_REGISTRY', 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_NAME',
      'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_TAG', 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_SELECTORS', 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROFILES',
    ],
    ...SOURCE,
  },
  'cluster-checks-runner': {
    names: [
      ...EVERY, 'KUBERNETES', 'DD_HEALTH_PORT', 'DD_HOSTNAME', 'DD_CLUSTER_AGENT_ENABLED', 'DD_CLUSTER_AGENT_AUTH_TOKEN',
      'DD_CLC_RUNNER_ENABLED', 'DD_CLC_RUNNER_HOST', 'DD_CLC_RUNNER_ID', 'DD_ENABLE_METADATA_COLLECTION',
    ],
    ...SOURCE,
  },
} as const satisfies Record<string, OwnEnvFact>;

/** What the Operator writes with one value for every cluster. */
export const OPERATOR_FIXED_ENV = {
  container: 'cluster-agent',
  name: 'DD_KUBERNETES_USE_ENDPOINT_SLICES',
  value: 'true',
  ...SOURCE,
} as const;

export type OperatorContainer = keyof typeof OPERATOR_ENV;
