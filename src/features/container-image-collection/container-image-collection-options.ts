/** Images of containers. */
export interface ContainerImageCollectionFeature {
  /**
   * Whether the Agent sends which images there are, without their contents.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
