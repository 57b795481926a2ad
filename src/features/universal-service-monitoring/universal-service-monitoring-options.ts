/**
 * Universal Service Monitoring. Node Agents do it by a system-probe, which has privileges in the kernel of the node. Sidecars
 * are without it, and where every pod is on Fargate it is an error. Agent 7.81 or newer.
 */
export interface UniversalServiceMonitoringFeature {
  /**
   * Whether node Agents watch requests.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
}
