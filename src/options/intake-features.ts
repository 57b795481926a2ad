import { ApmInstrumentation } from './apm-instrumentation';

/** Ways by which applications send traces. */
export interface ApmFeature {
  /**
   * Whether the Agent takes traces.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether it takes them on the Unix socket `/var/run/datadog/apm.socket`: in a volume of the pod on Fargate, in a folder of
   * the node elsewhere.
   *
   * @default - true; on OpenShift and Talos, where few pods may have that folder, false
   */
  readonly socketEnabled?: boolean;
  /**
   * Whether its container declares port 8126/TCP, a host port of node Agents too. Without the socket, applications are pointed
   * at it.
   *
   * @default - false; on OpenShift and Talos, true
   */
  readonly portEnabled?: boolean;
  /**
   * Tracing libraries for applications that bring none.
   *
   * @default - off
   * @see https://docs.datadoghq.com/tracing/trace_collection/automatic_instrumentation/single-step-apm/kubernetes/
   */
  readonly instrumentation?: ApmInstrumentation;
}

/** Ways by which applications send metrics. */
export interface DogstatsdFeature {
  /**
   * Whether the Agent takes metrics.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether it takes them on the Unix socket `/var/run/datadog/dsd.socket`: in a volume of the pod on Fargate, in a folder of
   * the node elsewhere.
   *
   * @default - true; on OpenShift and Talos, where few pods may have that folder, false
   */
  readonly socketEnabled?: boolean;
  /**
   * Whether its container declares port 8125/UDP, a host port of node Agents too. Without the socket, applications are pointed
   * at it.
   *
   * @default - false; on OpenShift and Talos, true
   */
  readonly portEnabled?: boolean;
  /**
   * Whether metrics get the tags of the container that sent them: by the process behind the socket, and by what clients say
   * of their container. By the socket it takes the process ids of the host.
   *
   * @default false
   * @see https://docs.datadoghq.com/extend/dogstatsd/unix_socket/#origin-detection
   */
  readonly originDetection?: boolean;
  /**
   * How fine the tags are that metrics get by their origin.
   *
   * @default - TagCardinality.LOW, by the Agent itself
   * @see https://docs.datadoghq.com/getting_started/tagging/assigning_tags/?tab=containerizedenvironments#tags-cardinality
   */
  readonly tagCardinality?: TagCardinality;
}

/** How fine tags of containers are. */
export enum TagCardinality {
  /** Of the host and the workload. */
  LOW = 'low',
  /** Of the pod too. */
  ORCHESTRATOR = 'orchestrator',
  /** Of the container too. */
  HIGH = 'high',
}

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
