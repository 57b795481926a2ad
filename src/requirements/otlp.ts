import { ViolationError } from '../base/violation';

const LINK = 'https://docs.datadoghq.com/opentelemetry/setup/otlp_ingest_in_the_agent/';

export function requireOtlpProtocol(any: boolean): void {
  if (any) return;
  throw new ViolationError({
    rule: 'otlp/has-a-protocol',
    reason: 'features.otlp is on, and both of its protocols are off, so nothing could be sent to it',
    remedy: "Leave 'grpcEnabled' or 'httpEnabled' on, or features.otlp out",
    link: LINK,
  });
}

/** The part of the Agent that sends logs is the one that collects them. */
export function requireOtlpLogs(logCollection: boolean): void {
  if (logCollection) return;
  throw new ViolationError({
    rule: 'otlp/logs-are-collected',
    reason: 'logs that come by OTLP are sent on by the log collection of the Agent, which is off',
    remedy: "Set features.logs to { enabled: true }, which collects nothing else unless 'containerCollectAll' is on, or leave 'logsEnabled' of features.otlp out",
    link: LINK,
  });
}
