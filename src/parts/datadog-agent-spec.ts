// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type {
  Affinity, ContainerPort, EnvVar, LocalObjectReference, PodSecurityContext, ResourceRequirements,
  SecurityContext, Toleration, TopologySpreadConstraint, Volume, VolumeMount,
} from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';

/** `spec` of a DatadogAgent. */
export interface DatadogAgentSpec {
  readonly features?: {
    readonly admissionController?: {
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
      readonly enabled?: boolean;
      readonly failurePolicy?: string;
      readonly mutateUnlabelled?: boolean;
      readonly mutation?: { readonly enabled?: boolean };
      readonly probe?: { readonly enabled?: boolean; readonly gracePeriod?: number; readonly interval?: number };
      readonly registry?: string;
      readonly serviceName?: string;
      readonly validation?: { readonly enabled?: boolean };
      readonly webhookName?: string;
    };
    readonly apm?: {
      readonly enabled?: boolean;
      readonly hostPortConfig?: { readonly enabled?: boolean; readonly hostPort?: number };
      readonly instrumentation?: {
        readonly disabledNamespaces?: readonly string[];
        readonly enabled?: boolean;
        readonly enabledNamespaces?: readonly string[];
        readonly injectionMode?: 'auto' | 'init_container' | 'csi' | 'image_volume';
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
    };
    readonly clusterChecks?: { readonly enabled?: boolean; readonly useClusterChecksRunners?: boolean };
    readonly controlPlaneMonitoring?: { readonly enabled?: boolean };
    readonly dataPlane?: { readonly dogstatsd?: { readonly enabled?: boolean }; readonly enabled?: boolean };
    readonly dogstatsd?: {
      readonly hostPortConfig?: { readonly enabled?: boolean; readonly hostPort?: number };
      readonly nonLocalTraffic?: boolean;
      readonly originDetectionEnabled?: boolean;
      readonly tagCardinality?: string;
      readonly unixDomainSocketConfig?: { readonly enabled?: boolean; readonly path?: string };
    };
    readonly eventCollection?: {
      readonly collectKubernetesEvents?: boolean;
      readonly collectedEventTypes?: ReadonlyArray<{ readonly kind: string; readonly reasons: readonly string[] }>;
      readonly unbundleEvents?: boolean;
    };
    readonly externalMetricsServer?: {
      readonly enabled?: boolean;
      readonly port?: number;
      readonly registerAPIService?: boolean;
      readonly useDatadogMetrics?: boolean;
      readonly wpaController?: boolean;
    };
    readonly kubeStateMetricsCore?: {
      readonly conf?: { readonly configData?: string };
      readonly enabled?: boolean;
      readonly podCollectionMode?: 'default' | 'node_kubelet';
    };
    readonly liveContainerCollection?: { readonly enabled?: boolean };
    readonly liveProcessCollection?: {
      readonly enabled?: boolean;
      readonly scrubProcessArguments?: boolean;
      readonly stripProcessArguments?: boolean;
    };
    readonly logCollection?: {
      readonly autoMultiLineDetection?: boolean;
      readonly containerCollectAll?: boolean;
      readonly containerCollectUsingFiles?: boolean;
      readonly containerLogsPath?: string;
      readonly containerSymlinksPath?: string;
      readonly enabled?: boolean;
      readonly openFilesLimit?: number;
      readonly podLogsPath?: string;
      readonly tempStoragePath?: string;
    };
    readonly npm?: {
      readonly collectDNSStats?: boolean;
      readonly enableConntrack?: boolean;
      readonly enabled?: boolean;
    };
    readonly orchestratorExplorer?: {
      readonly customResources?: readonly string[];
      readonly ddUrl?: string;
      readonly enabled?: boolean;
      readonly extraTags?: readonly string[];
      readonly scrubContainers?: boolean;
    };
    readonly otlp?: {
      readonly receiver?: {
        readonly protocols?: {
          readonly grpc?: {
            readonly enabled?: boolean;
            readonly endpoint?: string;
            readonly hostPortConfig?: { readonly enabled?: boolean; readonly hostPort?: number };
          };
          readonly http?: {
            readonly enabled?: boolean;
            readonly endpoint?: string;
            readonly hostPortConfig?: { readonly enabled?: boolean; readonly hostPort?: number };
          };
        };
      };
    };
    readonly processDiscovery?: { readonly enabled?: boolean };
    readonly prometheusScrape?: {
      readonly additionalConfigs?: string;
      readonly enableServiceEndpoints?: boolean;
      readonly enabled?: boolean;
      readonly version?: number;
    };
    readonly remoteConfiguration?: { readonly enabled?: boolean };
    readonly serviceDiscovery?: { readonly enabled?: boolean };
    readonly usm?: { readonly enabled?: boolean };
  };
  readonly global?: {
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
    readonly disableNonResourceRules?: boolean;
    readonly dockerSocketPath?: string;
    readonly env?: readonly EnvVar[];
    readonly kubelet?: {
      readonly agentCAPath?: string;
      readonly hostCAPath?: string;
      readonly podResourcesSocketPath?: string;
      readonly tlsVerify?: boolean;
    };
    readonly localService?: { readonly forceEnableLocalService?: boolean; readonly nameOverride?: string };
    readonly logLevel?: string;
    readonly namespaceAnnotationsAsTags?: { readonly [name: string]: string };
    readonly namespaceLabelsAsTags?: { readonly [name: string]: string };
    readonly networkPolicy?: { readonly create?: boolean; readonly flavor?: string };
    readonly nodeLabelsAsTags?: { readonly [name: string]: string };
    readonly podAnnotationsAsTags?: { readonly [name: string]: string };
    readonly podLabelsAsTags?: { readonly [name: string]: string };
    readonly registry?: string;
    readonly site?: string;
    readonly tags?: readonly string[];
    readonly useFIPSAgent?: boolean;
    readonly useVSock?: boolean;
  };
  readonly override?: { readonly [component: string]: DatadogAgentOverride };
}

/** What the spec says of the pods of one component. */
export interface DatadogAgentOverride {
  readonly affinity?: Affinity;
  readonly annotations?: { readonly [name: string]: string };
  readonly containers?: { readonly [container: string]: DatadogAgentContainer };
  readonly createPodDisruptionBudget?: boolean;
  readonly createRbac?: boolean;
  readonly disabled?: boolean;
  readonly dnsPolicy?: string;
  readonly env?: readonly EnvVar[];
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

/** What it says of one of their containers, or init containers. */
export interface DatadogAgentContainer {
  readonly appArmorProfileName?: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly healthPort?: number;
  readonly logLevel?: string;
  readonly name?: string;
  readonly ports?: readonly ContainerPort[];
  readonly resources?: ResourceRequirements;
  readonly securityContext?: SecurityContext;
  readonly volumeMounts?: readonly VolumeMount[];
}
