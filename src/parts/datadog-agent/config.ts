// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.

/** A file, as text or from a ConfigMap. */
export interface DatadogAgentConfig {
  readonly configData?: string;
  readonly configMap?: {
    readonly items?: ReadonlyArray<{
      readonly key: string;
      readonly mode?: number;
      readonly path: string;
      readonly user?: number;
    }>;
    readonly name?: string;
  };
}
