import { Fact } from './fact';

const WEBHOOK = {
  source: 'https://github.com/DataDog/datadog-agent/tree/main/pkg/clusteragent/admission/mutate/config',
  checkedOn: '2026-11-21',
};

const CLIENTS = { source: 'https://docs.datadoghq.com/containers/kubernetes/apm/#configure-your-application-pods-in-order-to-communicate-with-the-datadog-agent', checkedOn: '2026-11-30' };

/**
 * How a pod on a node reaches the Agent there: what Datadog's admission controller adds to a pod in its modes `socket`
 * and `hostip`. The same names, so that the two together change nothing more.
 */
export const NODE_CONNECTION = {
  /** The host's folder with the sockets, made where the pod is there before the Agent is. */
  volumeName: 'datadog',
  hostPath: '/var/run/datadog',
  hostPathType: 'DirectoryOrCreate',
  mountPath: '/var/run/datadog',
  apm: '/var/run/datadog/apm.socket',
  dogstatsd: '/var/run/datadog/dsd.socket',
  /** Address of the node, and so of the host ports of its Agent. */
  hostField: 'status.hostIP',
  /** By this the Agent knows which pod sent something. */
  podField: 'metadata.uid',
  ...WEBHOOK,
} as const satisfies Fact & Record<string, string>;

/** Label of a Namespace with the Pod Security level that the API server holds its pods to. */
export const POD_SECURITY = {
  enforceLabel: 'pod-security.kubernetes.io/enforce',
  /** The level that refuses nothing. */
  everything: 'privileged',
  /** Levels that refuse hostPath volumes, and host ports of the pods themselves. */
  withoutHostPath: ['baseline', 'restricted'],
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;

/** Env vars by which tracers and clients of DogStatsD find their Agent, and the port of each. A URL counts before a host. */
export const CLIENT_ENV = {
  traces: { url: 'DD_TRACE_AGENT_URL', host: 'DD_AGENT_HOST', hosts: ['DD_AGENT_HOST', 'DD_TRACE_AGENT_HOSTNAME'], port: 8126, portEnv: 'DD_TRACE_AGENT_PORT', ...CLIENTS },
  metrics: { url: 'DD_DOGSTATSD_URL', host: 'DD_AGENT_HOST', hosts: ['DD_AGENT_HOST', 'DD_DOGSTATSD_HOST'], port: 8125, portEnv: 'DD_DOGSTATSD_PORT', ...CLIENTS },
} as const satisfies Record<string, Fact & Record<string, unknown>>;

/** On Fargate there is no Agent of a node: the one in the pod takes traces and metrics by sockets, and by ports at localhost. */
export const NO_HOST_AGENT_ON_FARGATE: Fact = { source: 'https://docs.datadoghq.com/integrations/eks_fargate/', checkedOn: '2026-11-30' };
