import { Fact } from './fact';

/** A program of the Agent that runs in a container of its own. */
export type AgentProgram = 'system-probe' | 'security-agent' | 'otel-agent';

/** A feature that an env var alone does not switch on: it needs something else of its pod, which this library does not write. */
export interface EnvNeedFact extends Fact {
  /** What is switched on, for a sentence. */
  readonly name: string;
  readonly env: string;
  /** One of these programs runs in a container of the pod. */
  readonly programs?: readonly AgentProgram[];
  /** A container of the pod mounts one of these folders of the node, or one above. */
  readonly hostPaths?: readonly string[];
  /** The pod sees the processes of its node. */
  readonly hostPid?: boolean;
  /** What the Cluster Agent has to be granted for its part of the feature; absent where it has none. */
  readonly permission?: { readonly apiGroup: string; readonly resource: string; readonly verb: string };
  /** What to write instead, as a sentence without its full stop. */
  readonly instead: string;
}

const CHART = { source: 'https://github.com/DataDog/helm-charts/tree/main/charts/datadog/templates', checkedOn: '2026-11-28' } as const;
const ROOT = { hostPaths: ['/'] } as const;
const BY_HAND = 'Add what is missing with a JsonPatch on the DaemonSet, install the Agent with the Helm chart, which has an option for it, or leave the env var out';

export const ENV_NEEDS: readonly EnvNeedFact[] = [
  { name: 'the OOM Kill check', env: 'DD_SYSTEM_PROBE_CONFIG_ENABLE_OOM_KILL', programs: ['system-probe'], instead: BY_HAND, ...CHART },
  { name: 'the TCP Queue Length check', env: 'DD_SYSTEM_PROBE_CONFIG_ENABLE_TCP_QUEUE_LENGTH', programs: ['system-probe'], instead: BY_HAND, ...CHART },
  { name: 'the process check of the system-probe', env: 'DD_SYSTEM_PROBE_PROCESS_ENABLED', programs: ['system-probe'], instead: BY_HAND, ...CHART },
  { name: 'network paths', env: 'DD_NETWORK_PATH_CONNECTIONS_MONITORING_ENABLED', programs: ['system-probe'], instead: "Switch on 'features.networkMonitoring', whose connections it takes, or leave the env var out", ...CHART },
  { name: 'traceroutes', env: 'DD_TRACEROUTE_ENABLED', programs: ['system-probe'], instead: BY_HAND, ...CHART },
  { name: 'Workload Protection', env: 'DD_RUNTIME_SECURITY_CONFIG_ENABLED', programs: ['system-probe'], ...ROOT, hostPid: true, instead: BY_HAND, ...CHART },
  {
    name: 'Cloud Security Posture Management',
    env: 'DD_COMPLIANCE_CONFIG_ENABLED',
    programs: ['security-agent', 'system-probe'],
    ...ROOT,
    hostPid: true,
    permission: { apiGroup: 'rbac.authorization.k8s.io', resource: 'rolebindings', verb: 'list' },
    instead: BY_HAND,
    ...CHART,
  },
  {
    name: 'the collection of software bills of materials',
    env: 'DD_SBOM_ENABLED',
    hostPaths: ['/var/lib/containerd', '/var/lib/docker', '/var/lib/containers', '/var/lib/dpkg', '/var/lib/rpm', '/var/lib/apk'],
    instead: BY_HAND,
    ...CHART,
  },
  { name: 'GPU Monitoring', env: 'DD_GPU_ENABLED', hostPaths: ['/var/lib/kubelet/pod-resources'], instead: BY_HAND, ...CHART },
  { name: 'privileged GPU Monitoring', env: 'DD_GPU_MONITORING_ENABLED', programs: ['system-probe'], ...ROOT, instead: BY_HAND, ...CHART },
  { name: 'the collector of OpenTelemetry', env: 'DD_OTELCOLLECTOR_ENABLED', programs: ['otel-agent'], instead: "Use 'features.otlp', with which the Agent itself takes OTLP, or add a container that runs the otel-agent", ...CHART },
];

/** How the Agent gets the values of `ENC[...]`. */
export const SECRET_BACKEND = {
  command: 'DD_SECRET_BACKEND_COMMAND',
  type: 'DD_SECRET_BACKEND_TYPE',
  /** Programs of the images of the Agent and of the Cluster Agent. */
  programs: ['/readsecret.sh', '/readsecret_multiple_providers.sh', '/readsecret.py'],
  /** Programs and types that read Secrets of Kubernetes, for which the account needs a permission. */
  kubernetes: ['/readsecret_multiple_providers.sh', 'k8s.secrets'],
  source: 'https://docs.datadoghq.com/agent/configuration/secrets-management/',
  checkedOn: '2026-11-28',
} as const satisfies Fact & Record<string, unknown>;
