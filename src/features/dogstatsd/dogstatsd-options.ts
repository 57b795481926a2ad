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
