/** Metrics from Datadog for HorizontalPodAutoscalers. */
export interface ExternalMetricsFeature {
  /**
   * Whether the Cluster Agent serves `external.metrics.k8s.io`. A cluster has one server of external metrics: KEDA and
   * others cannot be beside it. Needs an application key.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether queries are objects of the kind DatadogMetric. Its CustomResourceDefinition must exist: this library does not
   * make it, and without it the Cluster Agent has no metrics to serve.
   *
   * @default false
   * @see https://docs.datadoghq.com/containers/guide/cluster_agent_autoscaling_metrics/
   */
  readonly useDatadogMetrics?: boolean;
}
