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
