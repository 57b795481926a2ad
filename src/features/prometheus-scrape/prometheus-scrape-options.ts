/** Metrics of what is annotated for Prometheus. */
export interface PrometheusScrapeFeature {
  /**
   * Whether Agents scrape pods, and the Cluster Agent's runners Services, with the annotation `prometheus.io/scrape: "true"`.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether the endpoints of an annotated Service are scraped one by one. The Cluster Agent leaves an endpoint that is a
   * pod to the Agent of the pod's node, and a pod on Fargate has no such Agent: annotate the pods there instead.
   *
   * @default false
   */
  readonly serviceEndpoints?: boolean;
  /**
   * Further configurations of the OpenMetrics check, and what they are for, as the Agent's `prometheus_scrape.checks`
   * has them.
   *
   * @default - none
   */
  readonly checks?: any[];
}
