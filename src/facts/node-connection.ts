import { Fact } from './fact';

const WEBHOOK = {
  source: 'https://github.com/DataDog/datadog-agent/tree/main/pkg/clusteragent/admission/mutate/config',
  checkedOn: '2026-11-21',
};

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
