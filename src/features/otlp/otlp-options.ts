/**
 * What applications send by the protocol of OpenTelemetry. Sidecars take it on the pod's own address, 127.0.0.1; node Agents
 * on host ports.
 */
export interface OtlpFeature {
  /**
   * Whether the Agent takes traces and metrics by OTLP.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether by gRPC, on port 4317/TCP.
   *
   * @default true
   */
  readonly grpcEnabled?: boolean;
  /**
   * Whether by HTTP, on port 4318/TCP.
   *
   * @default true
   */
  readonly httpEnabled?: boolean;
  /**
   * Whether logs too; `logs` must be on for that. Agent 7.48 or newer.
   *
   * @default false
   */
  readonly logsEnabled?: boolean;
}
