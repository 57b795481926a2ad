import { Fact } from './fact';

const WEBHOOK = {
  source: 'datadog-agent @2a080d5, pkg/clusteragent/admission/mutate/agent_sidecar: agent_sidecar.go, providers.go, constants.go',
  checkedOn: '2026-09-20',
};

/** The pod that Datadog's own webhook (provider fargate) makes; the sidecar of this library is the same. */
export const SIDECAR = {
  containerName: 'datadog-agent-injected',
  imagePullPolicy: 'IfNotPresent',
  cpu: '200m',
  memory: '256Mi',
  ...WEBHOOK,
} as const satisfies Fact & Record<string, string>;

/** The emptyDir through which an application and the Agent in its pod share sockets. */
export const SOCKETS = {
  volumeName: 'ddsockets',
  mountPath: '/var/run/datadog',
  apm: '/var/run/datadog/apm.socket',
  dogstatsd: '/var/run/datadog/dsd.socket',
  /** Without it the cluster autoscaler never removes the node of a pod that has an emptyDir. */
  safeToEvictAnnotation: 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes',
  ...WEBHOOK,
} as const satisfies Fact & Record<string, string>;

/** The label by which a pod asks Datadog's webhook for a sidecar. */
export const WEBHOOK_LABEL = { name: 'agent.datadoghq.com/sidecar', value: 'fargate', ...WEBHOOK } as const satisfies Fact & Record<string, string>;

/** How the ServiceAccount admission plugin projects a token; the sidecar does the same for its own container where a pod turned it off. */
export const SERVICE_ACCOUNT_TOKEN = {
  volumeName: 'datadog-agent-token',
  mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
  expirationSeconds: 3607,
  caConfigMap: 'kube-root-ca.crt',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-token-volume',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | number>;

/** Folders that the Agent writes to, each an emptyDir of the pod. */
export const AGENT_VOLUMES = {
  run: { name: 'agent-option', mountPath: '/opt/datadog-agent/run', ...WEBHOOK },
  config: { name: 'agent-config', mountPath: '/etc/datadog-agent', ...WEBHOOK },
  tmp: { name: 'agent-tmp', mountPath: '/tmp', ...WEBHOOK },
  log: { name: 'agent-log', mountPath: '/var/log/datadog', ...WEBHOOK },
  /** For default sockets of an Agent that is to have none: an empty env var leaves them on. */
  sockets: {
    name: 'agent-sockets',
    mountPath: SOCKETS.mountPath,
    source: 'datadog-agent 7.81 to 7.85, pkg/config/setup: dogstatsd_socket, apm_config.receiver_socket; pkg/config/nodetreemodel/config.go',
    checkedOn: '2026-11-30',
  },
} as const satisfies Record<string, Fact & { readonly name: string; readonly mountPath: string }>;

/** Fills the configuration folder of an Agent whose own file system is read-only. */
export const CONFIG_COPY = {
  containerName: 'init-copy-agent-config',
  mountPath: '/agent-config',
  command: 'cp -R /etc/datadog-agent/* /agent-config/',
  ...WEBHOOK,
} as const satisfies Fact & Record<string, string>;

/** How an Agent finds the certificate authority that it checks the Cluster Agent's certificate against. */
export const CLUSTER_AGENT_CA = {
  volumeName: 'agent-ca-cert',
  mountPath: '/etc/datadog-agent/certificates',
  configMapName: 'datadog-ca-cert',
  key: 'ca.crt',
  ...WEBHOOK,
} as const satisfies Fact & Record<string, string>;

/** Port of the Agent's health endpoint, where it is asked for. */
export const SIDECAR_HEALTH = {
  port: 5555,
  source: 'Datadog Helm chart 3.240.0, values.yaml: agents.containers.agent.healthPort',
  checkedOn: '2026-09-20',
} as const satisfies Fact & { readonly port: number };
