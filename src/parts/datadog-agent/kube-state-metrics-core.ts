// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import { DatadogAgentConfig } from './config';

/** What the spec says of kube-state-metrics. */
export interface DatadogAgentKubeStateMetrics {
  readonly collectCrMetrics?: ReadonlyArray<{
    readonly commonLabels?: { readonly [name: string]: string };
    readonly groupVersionKind?: { readonly group?: string; readonly kind?: string; readonly version?: string };
    readonly labelsFromPath?: { readonly [name: string]: readonly string[] };
    readonly metricNamePrefix?: string;
    readonly metrics?: ReadonlyArray<{
      readonly commonLabels?: { readonly [name: string]: string };
      readonly each?: {
        readonly gauge?: {
          readonly labelFromKey?: string;
          readonly labelsFromPath?: { readonly [name: string]: readonly string[] };
          readonly nilIsZero?: boolean;
          readonly path: readonly string[];
          readonly valueFrom?: readonly string[];
        };
        readonly info?: {
          readonly labelFromKey?: string;
          readonly labelsFromPath?: { readonly [name: string]: readonly string[] };
          readonly path: readonly string[];
        };
        readonly stateSet?: {
          readonly labelName?: string;
          readonly labelsFromPath?: { readonly [name: string]: readonly string[] };
          readonly list?: readonly string[];
          readonly path: readonly string[];
          readonly valueFrom?: readonly string[];
        };
        readonly type?: string;
      };
      readonly help?: string;
      readonly labelsFromPath?: { readonly [name: string]: readonly string[] };
      readonly name?: string;
    }>;
    readonly resourcePlural?: string;
  }>;
  readonly conf?: DatadogAgentConfig;
  readonly enabled?: boolean;
  readonly podCollectionMode?: 'default' | 'node_kubelet';
}
