/** Collection of containers. With node Agents, Agent 7.60 or newer. */
export interface LiveContainersFeature {
  /**
   * Whether the Agent collects containers for the containers page.
   *
   * @default - true, but with node Agents before 7.60, which cannot
   */
  readonly enabled?: boolean;
}
