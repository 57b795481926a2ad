import { AGENT_FEATURES } from '../facts/agent-versions';
import { requireAgentFeature } from '../requirements/agent-feature';
import { requireOtlpLogs, requireOtlpProtocol } from '../requirements/otlp';

export interface OtlpDescription {
  readonly enabled?: boolean;
  readonly grpcEnabled?: boolean;
  readonly httpEnabled?: boolean;
  readonly logsEnabled?: boolean;
}

/** What Agents take by the protocol of OpenTelemetry. */
export interface OtlpModel {
  readonly grpc: boolean;
  readonly http: boolean;
  /** Logs too, beside traces and metrics. */
  readonly logs: boolean;
}

/** `logCollection` where Agents collect logs at all, without which they send none on. */
export function resolveOtlp(given: OtlpDescription, logCollection: boolean, agentVersion: string): OtlpModel {
  const { grpcEnabled: grpc = true, httpEnabled: http = true, logsEnabled: logs = false } = given;
  requireOtlpProtocol(grpc || http);
  if (logs) {
    requireAgentFeature(agentVersion, AGENT_FEATURES.otlpLogs);
    requireOtlpLogs(logCollection);
  }
  return { grpc, http, logs };
}
