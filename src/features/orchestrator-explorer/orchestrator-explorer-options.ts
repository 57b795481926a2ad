/** The view of Kubernetes resources. */
export interface OrchestratorExplorerFeature {
  /**
   * Whether the Agents collect the manifests of Kubernetes resources. Those of pods are scrubbed of what looks like a
   * secret in commands and env vars.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Custom resources that are collected too, 100 at most. The Cluster Agent may list and watch these and no others.
   *
   * @default - none
   * @see https://docs.datadoghq.com/infrastructure/containers/orchestrator_explorer/#collect-custom-resources
   */
  readonly customResources?: CustomResource[];
}

/** A custom resource, as `kubectl api-resources` lists it. */
export interface CustomResource {
  /** API group, for example `argoproj.io`. */
  readonly group: string;
  /** Version of the API, for example `v1alpha1`. */
  readonly version: string;
  /** Plural name in lowercase, for example `rollouts`. */
  readonly resource: string;
}
