// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type { EnvVar } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';

/** What the spec says of traces. */
export interface DatadogAgentApm {
  readonly enabled?: boolean;
  readonly errorTrackingStandalone?: { readonly enabled?: boolean };
  readonly hostPortConfig?: { readonly enabled?: boolean; readonly hostPort?: number };
  readonly instrumentation?: {
    readonly disabledNamespaces?: readonly string[];
    readonly enabled?: boolean;
    readonly enabledNamespaces?: readonly string[];
    readonly injectionMode?: 'auto' | 'init_container' | 'csi' | 'image_volume';
    readonly injector?: { readonly imageTag?: string };
    readonly languageDetection?: { readonly enabled?: boolean };
    readonly libVersions?: { readonly [name: string]: string };
    readonly targets?: ReadonlyArray<{
      readonly ddTraceConfigs?: readonly EnvVar[];
      readonly ddTraceVersions?: { readonly [name: string]: string };
      readonly name?: string;
      readonly namespaceSelector?: {
        readonly matchExpressions?: ReadonlyArray<{ readonly key: string; readonly operator: string; readonly values?: readonly string[] }>;
        readonly matchLabels?: { readonly [name: string]: string };
        readonly matchNames?: readonly string[];
      };
      readonly podSelector?: LabelSelector;
    }>;
  };
  readonly unixDomainSocketConfig?: { readonly enabled?: boolean; readonly path?: string };
}
