/** A Deployment of one of Datadog's components. */
export interface DatadogDeploymentOptions {
  /**
   * Number of pods.
   *
   * @default 2
   */
  readonly replicas?: number;
  /**
   * CPU that the container requests and is limited to, as a Kubernetes quantity.
   *
   * @default "250m"
   */
  readonly cpu?: string;
  /**
   * Memory that the container requests and is limited to, as a Kubernetes quantity. With the 256 MiB that AWS adds,
   * the default is the Fargate size of 0.25 vCPU and 1 GB.
   *
   * @default "768Mi"
   */
  readonly memory?: string;
}

/** The cluster check runners. */
export interface ClusterCheckRunnerOptions extends DatadogDeploymentOptions {
  /**
   * Whether there are runners.
   *
   * @default - true where no node Agent could run the checks, as on Fargate
   */
  readonly enabled?: boolean;
}
