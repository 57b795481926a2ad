/** What Datadog collects from the cluster. */
export interface DatadogFeatures {
  /**
   * Checks that the Cluster Agent hands to runners.
   *
   * @default - on
   * @see https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/
   */
  readonly clusterChecks?: ClusterChecksFeature;
  /**
   * Kubernetes events.
   *
   * @default - on
   * @see https://docs.datadoghq.com/containers/kubernetes/configuration/#enable-kubernetes-event-collection
   */
  readonly events?: EventCollectionFeature;
  /**
   * kube-state-metrics, by the check that the Agent brings.
   *
   * @default - on
   * @see https://docs.datadoghq.com/integrations/kubernetes_state_core/
   */
  readonly kubeStateMetrics?: KubeStateMetricsFeature;
}

/** Cluster checks. */
export interface ClusterChecksFeature {
  /**
   * Whether the Cluster Agent hands out checks.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Collection of Kubernetes events. */
export interface EventCollectionFeature {
  /**
   * Whether the Cluster Agent collects events.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

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
