type Json = { readonly [field: string]: any };

/** What the Agents are asked to run. */
export interface CheckModel {
  readonly name: string;
  readonly initConfig: Json;
  readonly instances: readonly Json[];
}

/** Checks and log sources for a container, a Service or the endpoints of a Service, in one version of the annotations. */
export interface AutodiscoveryModel {
  readonly version: 'v1' | 'v2';
  readonly checks: readonly CheckModel[];
  readonly logs: readonly Json[];
  /** How endpoints are handed out; absent where the user gives no choice. */
  readonly resolve?: string;
}
