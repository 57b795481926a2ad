/** kube-state-metrics core. */
export interface KubeStateMetricsFeature {
  /**
   * Whether the check runs.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether Secrets are counted too. It takes list and watch on every Secret of the cluster, values included.
   *
   * @default false
   */
  readonly collectSecrets?: boolean;
}
