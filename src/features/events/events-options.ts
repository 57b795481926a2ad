/** Collection of Kubernetes events. */
export interface EventCollectionFeature {
  /**
   * Whether the Cluster Agent collects events.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether an event of Kubernetes becomes one of Datadog. Otherwise those about one object are bundled.
   *
   * @default false
   */
  readonly unbundle?: boolean;
  /**
   * Events that are collected where they are not bundled.
   *
   * @default - failures of pods, nodes that are not ready or restart, and CronJobs that completed: what the Helm chart has
   */
  readonly collectedTypes?: EventType[];
  /**
   * Whether only events are collected that Datadog holds for important. Agent 7.57 or newer.
   *
   * @default false
   */
  readonly filtering?: boolean;
}

/** Events about one kind of object. */
export interface EventType {
  /** Kind of the object that the event is about, for example `Pod`. */
  readonly kind: string;
  /**
   * Reasons of the events, for example `BackOff`.
   *
   * @default - every reason
   */
  readonly reasons?: string[];
}
