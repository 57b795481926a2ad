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
