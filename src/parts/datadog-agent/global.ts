// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type { EnvVar, EnvVarSource, LocalObjectReference, NodeAffinity, ResourceRequirements, Toleration } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { DatadogAgentConfig } from './config';

/** What the spec says of all components. */
export interface DatadogAgentGlobal {
  readonly checksTagCardinality?: string;
  readonly clusterAgentToken?: string;
  readonly clusterAgentTokenSecret?: { readonly keyName?: string; readonly secretName: string };
  readonly clusterName?: string;
  readonly commonLabels?: { readonly [name: string]: string };
  readonly containerStrategy?: string;
  readonly credentials?: {
    readonly apiKey?: string;
    readonly apiSecret?: { readonly keyName?: string; readonly secretName: string };
    readonly appKey?: string;
    readonly appSecret?: { readonly keyName?: string; readonly secretName: string };
  };
  readonly criSocketPath?: string;
  readonly csi?: {
    readonly apm?: { readonly pullSecrets?: readonly LocalObjectReference[] };
    readonly autoManage?: boolean;
    readonly enabled?: boolean;
    readonly nodeAffinity?: NodeAffinity;
    readonly nodeSelector?: { readonly [name: string]: string };
    readonly tolerations?: readonly Toleration[];
  };
  readonly disableNonResourceRules?: boolean;
  readonly dockerSocketPath?: string;
  readonly endpoint?: {
    readonly credentials?: {
      readonly apiKey?: string;
      readonly apiSecret?: { readonly keyName?: string; readonly secretName: string };
      readonly appKey?: string;
      readonly appSecret?: { readonly keyName?: string; readonly secretName: string };
    };
    readonly url?: string;
  };
  readonly env?: readonly EnvVar[];
  readonly fips?: {
    readonly customFIPSConfig?: DatadogAgentConfig;
    readonly enabled?: boolean;
    readonly image?: {
      readonly jmxEnabled?: boolean;
      readonly name?: string;
      readonly pullPolicy?: string;
      readonly pullSecrets?: readonly LocalObjectReference[];
      readonly tag?: string;
    };
    readonly localAddress?: string;
    readonly port?: number;
    readonly portRange?: number;
    readonly resources?: ResourceRequirements;
    readonly useHTTPS?: boolean;
  };
  readonly kubelet?: {
    readonly agentCAPath?: string;
    readonly host?: EnvVarSource;
    readonly hostCAPath?: string;
    readonly podResourcesSocketPath?: string;
    readonly tlsVerify?: boolean;
  };
  readonly kubernetesResourcesAnnotationsAsTags?: { readonly [name: string]: { readonly [name: string]: string } };
  readonly kubernetesResourcesLabelsAsTags?: { readonly [name: string]: { readonly [name: string]: string } };
  readonly localService?: { readonly forceEnableLocalService?: boolean; readonly nameOverride?: string };
  readonly logLevel?: string;
  readonly namespaceAnnotationsAsTags?: { readonly [name: string]: string };
  readonly namespaceLabelsAsTags?: { readonly [name: string]: string };
  readonly networkPolicy?: {
    readonly create?: boolean;
    readonly dnsSelectorEndpoints?: readonly LabelSelector[];
    readonly flavor?: string;
  };
  readonly nodeLabelsAsTags?: { readonly [name: string]: string };
  readonly originDetectionUnified?: { readonly enabled?: boolean };
  readonly podAnnotationsAsTags?: { readonly [name: string]: string };
  readonly podLabelsAsTags?: { readonly [name: string]: string };
  readonly registry?: string;
  readonly secretBackend?: {
    readonly args?: string;
    readonly command?: string;
    readonly config?: { readonly [name: string]: any };
    readonly enableGlobalPermissions?: boolean;
    readonly refreshInterval?: number;
    readonly roles?: ReadonlyArray<{ readonly namespace: string; readonly secrets: readonly string[] }>;
    readonly timeout?: number;
    readonly type?: string;
  };
  readonly site?: string;
  readonly tags?: readonly string[];
  readonly useFIPSAgent?: boolean;
  readonly useVSock?: boolean;
}
