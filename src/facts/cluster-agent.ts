import { Fact } from './fact';

const CHART = { source: 'Datadog Helm chart 3.240.0: agent-services.yaml, cluster-agent-deployment.yaml', checkedOn: '2026-09-20' };

/** The Cluster Agent's API, which Agents of every namespace call. */
export const CLUSTER_AGENT = {
  name: 'datadog-cluster-agent',
  containerName: 'cluster-agent',
  port: 5005,
  portName: 'agentport',
  metricsPort: 5000,
  metricsPortName: 'agentmetrics',
  healthPort: 5556,
  /** Label value of agent.datadoghq.com/component. */
  component: 'cluster-agent',
  leaseName: 'datadog-leader-election',
  /** ConfigMap of the event cursor; the name has nothing to do with the auth token. */
  eventCursorName: 'datadogtoken',
  clusterIdName: 'datadog-cluster-id',
  ...CHART,
} as const satisfies Fact & Record<string, string | number>;

/** The authority of its certificate, which has a folder of its own: that of certificates is written to by the server of external metrics. */
export const CLUSTER_AGENT_AUTHORITY = {
  volumeName: 'cluster-agent-authority',
  mountPath: '/etc/datadog-agent-authority',
  source: 'datadog-agent, cmd/cluster-agent/custommetrics/server.go: CertDirectory',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Checks that the Cluster Agent can do itself; it has no others. */
export const CLUSTER_AGENT_CHECKS: Fact & { readonly names: readonly string[] } = {
  names: ['kubernetes_apiserver', 'kubernetes_state_core', 'helm', 'orchestrator'],
  source: 'datadog-agent, cmd/cluster-agent/subcommands/start/command.go: registerChecks',
  checkedOn: '2026-11-21',
};

/** Agents that run cluster checks and nothing else. */
export const CLUSTER_CHECK_RUNNER = {
  containerName: 'agent',
  healthPort: 5557,
  component: 'cluster-checks-runner',
  source: 'Datadog Helm chart 3.240.0: agent-clusterchecks-deployment.yaml',
  checkedOn: '2026-09-20',
} as const satisfies Fact & Record<string, string | number>;

/** Label that the chart, the Operator and the documentation share; its value is the component. */
export const COMPONENT_LABEL: Fact & { readonly name: string } = {
  name: 'agent.datadoghq.com/component',
  source: 'Datadog Helm chart 3.240.0; Datadog Operator 1.29, internal/controller/datadogagent/common',
  checkedOn: '2026-09-20',
};

/** Probes of every component: seconds, and failures in a row. */
export const PROBE = {
  initialDelaySeconds: 15,
  periodSeconds: 15,
  timeoutSeconds: 5,
  successThreshold: 1,
  failureThreshold: 6,
  ...CHART,
} as const satisfies Fact & Record<string, string | number>;

/** Only the leader runs checks, hands them out and collects events. Go reads the switch, and takes these texts for true. */
export const LEADER_ELECTION: Fact & { readonly env: string; readonly on: RegExp } = {
  env: 'DD_LEADER_ELECTION',
  on: /^(1|t|T|TRUE|true|True)$/,
  source: 'https://docs.datadoghq.com/containers/cluster_agent/setup/; datadog-agent 7.81, pkg/config/setup/common_settings.go',
  checkedOn: '2026-11-30',
};
