import { Fact } from './fact';

/** A port that the Agent of a sidecar listens on, and with it every container of the pod shares one address. */
export interface AgentPortFact extends Fact {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
  readonly purpose: string;
  /** The env var of the Agent that moves it. */
  readonly movedBy: string;
  /** The env var of the Agent that closes it when it is `false`. */
  readonly closedBy?: string;
  /** What opens it, as an option; it is closed where the env var that moves it is not set. Absent where it is open anyway. */
  readonly openedBy?: string;
}

const DOCS = { source: 'https://docs.datadoghq.com/agent/configuration/network/#open-ports', checkedOn: '2026-11-21' };

const OTLP = { source: 'https://docs.datadoghq.com/opentelemetry/setup/otlp_ingest_in_the_agent/', checkedOn: '2026-11-21' };

/** Ports for the protocol of OpenTelemetry, with the env vars that say where the Agent listens, and the names and protocols that the chart gives them. */
export const OTLP_PORTS = {
  grpc: { name: 'otlpgrpcport', port: 4317, protocol: 'TCP', appProtocol: 'grpc', endpoint: 'DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT', ...OTLP },
  http: { name: 'otlphttpport', port: 4318, protocol: 'TCP', appProtocol: 'http', endpoint: 'DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT', ...OTLP },
} as const satisfies Record<string, Fact & { readonly port: number } & { readonly [key in 'name' | 'protocol' | 'appProtocol' | 'endpoint']: string }>;

export const AGENT_PORTS: readonly AgentPortFact[] = [
  { port: OTLP_PORTS.grpc.port, protocol: 'TCP', purpose: 'OTLP by gRPC', movedBy: OTLP_PORTS.grpc.endpoint, openedBy: 'features.otlp', ...OTLP },
  { port: OTLP_PORTS.http.port, protocol: 'TCP', purpose: 'OTLP by HTTP', movedBy: OTLP_PORTS.http.endpoint, openedBy: 'features.otlp', ...OTLP },
  { port: 5000, protocol: 'TCP', purpose: 'expvar server', movedBy: 'DD_EXPVAR_PORT', ...DOCS },
  { port: 5001, protocol: 'TCP', purpose: 'IPC API', movedBy: 'DD_CMD_PORT', ...DOCS },
  { port: 5012, protocol: 'TCP', purpose: 'trace-agent debug server', movedBy: 'DD_APM_DEBUG_PORT', closedBy: 'DD_APM_ENABLED', ...DOCS },
  { port: 5555, protocol: 'TCP', purpose: 'health', movedBy: 'DD_HEALTH_PORT', openedBy: 'probes', ...DOCS },
  { port: 6062, protocol: 'TCP', purpose: 'process-agent expvar server', movedBy: 'DD_PROCESS_CONFIG_EXPVAR_PORT', ...DOCS },
  { port: 6162, protocol: 'TCP', purpose: 'process-agent API', movedBy: 'DD_PROCESS_CONFIG_CMD_PORT', ...DOCS },
  { port: 8125, protocol: 'UDP', purpose: 'DogStatsD', movedBy: 'DD_DOGSTATSD_PORT', closedBy: 'DD_USE_DOGSTATSD', ...DOCS },
  { port: 8126, protocol: 'TCP', purpose: 'trace receiver', movedBy: 'DD_APM_RECEIVER_PORT', closedBy: 'DD_APM_ENABLED', ...DOCS },
];

/** Ports by which applications send traces and metrics, with the names that Datadog gives them. */
export const INTAKE_PORTS = {
  apm: { name: 'traceport', port: 8126, protocol: 'TCP', movedBy: 'DD_APM_RECEIVER_PORT', ...DOCS },
  dogstatsd: { name: 'dogstatsdport', port: 8125, protocol: 'UDP', movedBy: 'DD_DOGSTATSD_PORT', ...DOCS },
} as const satisfies Record<string, Fact & { readonly name: string; readonly port: number; readonly protocol: string; readonly movedBy: string }>;
