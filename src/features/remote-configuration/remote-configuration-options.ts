/** Configuration of Agents from Datadog's site. */
export interface RemoteConfigurationFeature {
  /**
   * Whether the Cluster Agent and the sidecars ask Datadog for configuration. Not on US1-FED and US2-FED.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
}
