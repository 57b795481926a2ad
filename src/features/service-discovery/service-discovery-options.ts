/**
 * Service discovery. Node Agents do it by a container beside them, the system-probe, which the Helm chart adds by default and
 * this library on request. Sidecars are without it, and where every pod is on Fargate it is an error. Agent 7.78 or newer.
 */
export interface ServiceDiscoveryFeature {
  /**
   * Whether node Agents look for services.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
}
