/** Collection of container logs. On Fargate Agent 7.71 or newer. */
export interface LogCollectionFeature {
  /**
   * Whether the Agent collects logs.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether it collects them from every container, and not from annotated ones alone.
   *
   * @default false
   */
  readonly containerCollectAll?: boolean;
  /**
   * Whether lines that belong together, such as those of a stack trace, become one log.
   *
   * @default true
   * @see https://docs.datadoghq.com/agent/logs/auto_multiline_detection/
   */
  readonly autoMultiLineDetection?: boolean;
}

/** Collection of processes. With node Agents, Agent 7.60 or newer. */
export interface LiveProcessesFeature {
  /**
   * Whether the Agent collects processes.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
}

/** Collection of containers. With node Agents, Agent 7.60 or newer. */
export interface LiveContainersFeature {
  /**
   * Whether the Agent collects containers for the containers page.
   *
   * @default - true, but with node Agents before 7.60, which cannot
   */
  readonly enabled?: boolean;
}

/** Names of programs that run. With node Agents, Agent 7.60 or newer. */
export interface ProcessDiscoveryFeature {
  /**
   * Whether the Agent looks for programs that it has an integration for.
   *
   * @default - true, but with node Agents before 7.60, which cannot
   */
  readonly enabled?: boolean;
}

/** Ends of containers and pods. */
export interface ContainerLifecycleFeature {
  /**
   * Whether the Agent sends when and how they end.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Images of containers. */
export interface ContainerImageCollectionFeature {
  /**
   * Whether the Agent sends which images there are, without their contents.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Labels and annotations of Kubernetes objects that become tags, on every Agent. */
export interface TagsFeature {
  /**
   * Labels of pods, by the key of the tag. `*` stands for every label; `%%label%%` in the tag is its name. With tags of pods,
   * the Cluster Agent may list and watch pods.
   *
   * @default - none
   */
  readonly podLabelsAsTags?: { [label: string]: string };
  /**
   * Annotations of pods, by the key of the tag. `*` stands for every annotation; `%%annotation%%` in the tag is its name. With
   * tags of pods, the Cluster Agent may list and watch pods.
   *
   * @default - none
   */
  readonly podAnnotationsAsTags?: { [annotation: string]: string };
  /**
   * Labels of nodes, by the key of the tag.
   *
   * @default - none
   */
  readonly nodeLabelsAsTags?: { [label: string]: string };
  /**
   * Labels of namespaces, by the key of the tag. With them, the Cluster Agent may list and watch namespaces.
   *
   * @default - none
   */
  readonly namespaceLabelsAsTags?: { [label: string]: string };
}
