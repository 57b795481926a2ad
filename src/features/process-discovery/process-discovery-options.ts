/** Names of programs that run. With node Agents, Agent 7.60 or newer. */
export interface ProcessDiscoveryFeature {
  /**
   * Whether the Agent looks for programs that it has an integration for.
   *
   * @default - true, but with node Agents before 7.60, which cannot
   */
  readonly enabled?: boolean;
}
