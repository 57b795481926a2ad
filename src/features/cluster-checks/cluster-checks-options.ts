/** Cluster checks. */
export interface ClusterChecksFeature {
  /**
   * Whether the Cluster Agent hands out checks.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
