/** Collection of processes. With node Agents, Agent 7.60 or newer. */
export interface LiveProcessesFeature {
  /**
   * Whether the Agent collects processes.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
}
