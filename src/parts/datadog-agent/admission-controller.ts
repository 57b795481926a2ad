// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type { EnvVar, LocalObjectReference, ResourceRequirements, SecurityContext } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';

/** What the spec says of the admission controller. */
export interface DatadogAgentAdmissionController {
  readonly agentCommunicationMode?: string;
  readonly agentSidecarInjection?: {
    readonly clusterAgentCommunicationEnabled?: boolean;
    readonly clusterAgentTlsVerification?: { readonly copyCaConfigMap?: boolean; readonly enabled?: boolean };
    readonly enabled?: boolean;
    readonly image?: {
      readonly jmxEnabled?: boolean;
      readonly name?: string;
      readonly pullPolicy?: string;
      readonly pullSecrets?: readonly LocalObjectReference[];
      readonly tag?: string;
    };
    readonly profiles?: ReadonlyArray<{
      readonly env?: readonly EnvVar[];
      readonly resources?: ResourceRequirements;
      readonly securityContext?: SecurityContext;
    }>;
    readonly provider?: string;
    readonly registry?: string;
    readonly selectors?: ReadonlyArray<{ readonly namespaceSelector?: LabelSelector; readonly objectSelector?: LabelSelector }>;
  };
  readonly cwsInstrumentation?: { readonly enabled?: boolean; readonly mode?: string };
  readonly enabled?: boolean;
  readonly failurePolicy?: string;
  readonly kubernetesAdmissionEvents?: { readonly enabled?: boolean };
  readonly mutateUnlabelled?: boolean;
  readonly mutation?: { readonly enabled?: boolean };
  readonly probe?: { readonly enabled?: boolean; readonly gracePeriod?: number; readonly interval?: number };
  readonly registry?: string;
  readonly serviceName?: string;
  readonly validation?: { readonly enabled?: boolean };
  readonly webhookName?: string;
}
