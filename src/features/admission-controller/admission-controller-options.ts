/** The webhooks by which the Cluster Agent adds env vars and tracing libraries to pods. */
export interface AdmissionControllerFeature {
  /**
   * Whether there are webhooks. They add the unified service tags, and the tracing library that a pod asks for by the
   * annotation `admission.datadoghq.com/<language>-lib.version`.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether pods without the label `admission.datadoghq.com/enabled: "true"` are changed too.
   *
   * @default false
   */
  readonly mutateUnlabelled?: boolean;
  /**
   * What becomes of a pod while the Cluster Agent does not answer.
   *
   * @default AdmissionFailurePolicy.IGNORE
   */
  readonly failurePolicy?: AdmissionFailurePolicy;
  /**
   * How pods are told where their Agent is. Every mode but NONE means the Agent of a node, so where all pods are on
   * Fargate it is an error: there, `instrument` tells applications of the Agent in their pod. SOCKET is an error on OpenShift
   * and Talos, which refuse the pods: privileged ones, on Talos those of privileged namespaces, ask for it by the label
   * `admission.datadoghq.com/config.mode: socket`.
   *
   * @default - ConfigInjectionMode.NONE where all pods are on Fargate, HOSTIP on OpenShift, on Talos and where only ports are on, else SOCKET
   * @see https://docs.datadoghq.com/containers/cluster_agent/admission_controller/#configure-apm-and-dogstatsd-communication-mode
   */
  readonly configMode?: ConfigInjectionMode;
}

/** What becomes of a pod while the Cluster Agent does not answer. */
export enum AdmissionFailurePolicy {
  /** It is created as it is. */
  IGNORE = 'Ignore',
  /** It is refused: with the Cluster Agent down, nothing that the webhooks match is created. */
  FAIL = 'Fail',
}

/** How pods are told where their Agent is. */
export enum ConfigInjectionMode {
  /** Not by the webhook. */
  NONE = 'none',
  /** By the address of the node. */
  HOST_IP = 'hostip',
  /** By the name of the Service of node Agents. */
  SERVICE = 'service',
  /** By Unix sockets, from a hostPath volume that the webhook adds to the pod. */
  SOCKET = 'socket',
}
