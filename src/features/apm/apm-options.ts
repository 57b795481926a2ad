import { ApmInstrumentation } from '../apm-instrumentation/apm-instrumentation-options';

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
