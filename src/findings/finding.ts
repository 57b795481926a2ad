/** What a finding does to the synthesis. */
export enum FindingSeverity {
  /** Stops the synthesis, so that nothing is written. */
  ERROR = 'error',
  /** Is printed to standard error, and stops the synthesis after `Findings.failOnWarnings(...)`. */
  WARNING = 'warning',
  /** Is in the summary and in `Findings.of(...)` alone. */
  INFO = 'info',
}

/** One place where a rule is broken. */
export interface Finding {
  /** Id of the rule, for example `fargate/no-host-path`; `docs/rules.md` lists all. */
  readonly rule: string;
  /** What the finding does to the synthesis. */
  readonly severity: FindingSeverity;
  /** Path of the construct, for example `shop/web`. */
  readonly path: string;
  /**
   * Kind, namespace and name of the Kubernetes object, for example `Deployment shop/web`.
   *
   * @default - the finding is about the construct itself
   */
  readonly object?: string;
  /** What is wrong and why, as a sentence without its full stop. */
  readonly reason: string;
  /** What to write instead, as a sentence without its full stop. */
  readonly remedy: string;
  /** Page that the rule rests on. */
  readonly link: string;
  /**
   * The reason for which `Findings.acknowledge(...)` accepts the finding.
   *
   * @default - nothing accepts it
   */
  readonly acknowledgedBecause?: string;
}
