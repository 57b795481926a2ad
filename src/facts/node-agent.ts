import { Fact } from './fact';

const CHART = { source: 'Datadog Helm chart 3.240.0: daemonset.yaml, _container-agent.yaml, _container-trace-agent.yaml, agent-services.yaml', checkedOn: '2026-11-21' };

/** The Agent on every node. */
export const NODE_AGENT = {
  component: 'agent',
  healthPort: 5555,
  checksConfigMap: 'datadog-agent-checks',
  authTokenPath: '/etc/datadog-agent/auth/token',
  configPath: '/etc/datadog-agent/datadog.yaml',
  /** Nodes that are replaced at a time when the pods change. */
  maxUnavailable: '10%',
  ...CHART,
} as const satisfies Fact & Record<string, string | number>;

/** Containers of the pod that are Agents, with what each runs. Root, since logs, sockets and processes of the host are root's. */
export const NODE_AGENT_CONTAINERS = {
  agent: { command: ['agent', 'run'], ...CHART },
  traceAgent: { command: ['trace-agent', `-config=${NODE_AGENT.configPath}`], ...CHART },
  systemProbe: { command: ['system-probe', '--config=/etc/datadog-agent/system-probe.yaml'], ...CHART },
} as const satisfies Record<string, Fact & { readonly command: readonly string[] }>;

/** Starts the trace-agent when the first trace comes, where the Agent is set to. */
export const TRACE_LOADER = {
  since: '7.75',
  command: ['trace-loader', NODE_AGENT.configPath],
  source: 'https://github.com/DataDog/helm-charts/pull/2267',
  checkedOn: '2026-11-21',
} as const satisfies Fact & { readonly since: string; readonly command: readonly string[] };

/**
 * What the containers request where nobody says otherwise: what Datadog's page on GKE Autopilot has them request. The current chart has no
 * figures; that of 2020 had other ones for the system-probe alone (200Mi), and the page is newer.
 */
export const NODE_AGENT_RESOURCES = {
  agent: { cpu: '200m', memory: '256Mi' },
  traceAgent: { cpu: '100m', memory: '200Mi' },
  systemProbe: { cpu: '100m', memory: '400Mi' },
  source: 'https://docs.datadoghq.com/containers/kubernetes/distributions/#autopilot',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | { readonly cpu: string; readonly memory: string }>;

/**
 * Capabilities of root that the Agents use, of those that every container runtime gives. By inference: the Agent gives files to the user
 * dd-agent and changes their modes after it (read in its source), and files of other users are read and written (logs, processes, those
 * of dd-agent). Nobody publishes a list.
 */
export const NODE_AGENT_CAPABILITIES = {
  agent: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'],
  traceAgent: ['DAC_OVERRIDE'],
  source: 'datadog-agent, pkg/util/filesystem/permission_nowindows.go; https://man7.org/linux/man-pages/man7/capabilities.7.html',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;
