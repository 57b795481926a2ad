// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type {
  Affinity, EnvFromSource, EnvVar, LocalObjectReference, PodDNSConfig, PodSecurityContext,
  Toleration, TopologySpreadConstraint, Volume,
} from 'kubernetes-types/core/v1';
import { DatadogAgentConfig } from './config';
import { DatadogAgentContainer } from './container';

/** What the spec says of the pods of one component. */
export interface DatadogAgentOverride {
  readonly affinity?: Affinity;
  readonly annotations?: { readonly [name: string]: string };
  readonly celWorkloadExclude?: ReadonlyArray<{
    readonly products?: ReadonlyArray<'metrics' | 'logs' | 'sbom' | 'global'>;
    readonly rules?: {
      readonly containers?: readonly string[];
      readonly kube_endpoints?: readonly string[];
      readonly kube_services?: readonly string[];
      readonly pods?: readonly string[];
      readonly processes?: readonly string[];
    };
  }>;
  readonly containers?: { readonly [container: string]: DatadogAgentContainer };
  readonly createPodDisruptionBudget?: boolean;
  readonly createRbac?: boolean;
  readonly customConfigurations?: { readonly [name: string]: DatadogAgentConfig };
  readonly disabled?: boolean;
  readonly dnsConfig?: PodDNSConfig;
  readonly dnsPolicy?: string;
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly EnvFromSource[];
  readonly extraChecksd?: {
    readonly configDataMap?: { readonly [name: string]: string };
    readonly configMap?: {
      readonly items?: ReadonlyArray<{
        readonly key: string;
        readonly mode?: number;
        readonly path: string;
        readonly user?: number;
      }>;
      readonly name?: string;
    };
  };
  readonly extraConfd?: {
    readonly configDataMap?: { readonly [name: string]: string };
    readonly configMap?: {
      readonly items?: ReadonlyArray<{
        readonly key: string;
        readonly mode?: number;
        readonly path: string;
        readonly user?: number;
      }>;
      readonly name?: string;
    };
  };
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly image?: {
    readonly jmxEnabled?: boolean;
    readonly name?: string;
    readonly pullPolicy?: string;
    readonly pullSecrets?: readonly LocalObjectReference[];
    readonly tag?: string;
  };
  readonly labels?: { readonly [name: string]: string };
  readonly name?: string;
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly priorityClassName?: string;
  readonly replicas?: number;
  readonly runtimeClassName?: string;
  readonly securityContext?: PodSecurityContext;
  readonly serviceAccountAnnotations?: { readonly [name: string]: string };
  readonly serviceAccountName?: string;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly updateStrategy?: {
    readonly rollingUpdate?: { readonly maxSurge?: number | string; readonly maxUnavailable?: number | string };
    readonly type?: string;
  };
  readonly volumes?: readonly Volume[];
}
