/** Pods that AWS runs on Fargate: those that match one of the selectors. */
export interface FargateProfile {
  /** Name of the profile in EKS. */
  readonly name: string;
  /** 1 to 5 selectors; a pod matches the profile when it matches one of them. */
  readonly selectors: FargateSelector[];
}

/** A selector of a Fargate profile. */
export interface FargateSelector {
  /** Namespace of the pods; `*` and `?` are wildcards. */
  readonly namespace: string;
  /**
   * Labels that a pod must carry, all of them; `*` and `?` are wildcards.
   *
   * @default - no labels: every pod of the namespace
   */
  readonly labels?: { [name: string]: string };
}
