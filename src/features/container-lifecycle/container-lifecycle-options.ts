/** Ends of containers and pods. */
export interface ContainerLifecycleFeature {
  /**
   * Whether the Agent sends when and how they end.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
