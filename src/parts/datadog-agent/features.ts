// Made by scripts/operator-types.js from github.com/DataDog/datadog-operator@v1.31.0: names and types of the CRD, and no more. Do not edit.
import type { ContainerPort, ResourceRequirements } from 'kubernetes-types/core/v1';
import { DatadogAgentAdmissionController } from './admission-controller';
import { DatadogAgentApm } from './apm';
import { DatadogAgentConfig } from './config';
import { DatadogAgentKubeStateMetrics } from './kube-state-metrics-core';

/** What the spec says of features. */
export interface DatadogAgentFeatures {
  readonly admissionController?: DatadogAgentAdmissionController;
  readonly apm?: DatadogAgentApm;
  readonly appsec?: {
    readonly injector?: {
      readonly autoDetect?: boolean;
      readonly enabled?: boolean;
      readonly gke?: { readonly gatewayClasses?: readonly string[] };
      readonly mode?: 'sidecar' | 'external';
      readonly nginx?: { readonly moduleMountPath?: string };
      readonly processor?: {
        readonly address?: string;
        readonly port?: number;
        readonly service?: { readonly name?: string; readonly namespace?: string };
      };
      readonly proxies?: ReadonlyArray<'envoy-gateway' | 'istio' | 'istio-gateway' | 'ingress-nginx' | 'gke-gateway'>;
      readonly sidecar?: {
        readonly bodyParsingSizeLimit?: number;
        readonly healthPort?: number;
        readonly image?: string;
        readonly imageTag?: string;
        readonly port?: number;
        readonly resources?: ResourceRequirements;
      };
    };
  };
  readonly asm?: {
    readonly iast?: { readonly enabled?: boolean };
    readonly sca?: { readonly enabled?: boolean };
    readonly threats?: { readonly enabled?: boolean };
  };
  readonly autoscaling?: {
    readonly cluster?: { readonly enabled?: boolean; readonly spot?: { readonly enabled?: boolean } };
    readonly workload?: {
      readonly enabled?: boolean;
      readonly inPlaceVerticalScaling?: { readonly enabled?: boolean };
    };
  };
  readonly clusterChecks?: { readonly enabled?: boolean; readonly useClusterChecksRunners?: boolean };
  readonly controlPlaneMonitoring?: { readonly enabled?: boolean };
  readonly cspm?: {
    readonly checkInterval?: string;
    readonly customBenchmarks?: DatadogAgentConfig;
    readonly enabled?: boolean;
    readonly hostBenchmarks?: { readonly enabled?: boolean };
    readonly runInSystemProbe?: boolean;
  };
  readonly cws?: {
    readonly customPolicies?: DatadogAgentConfig;
    readonly directSendFromSystemProbe?: boolean;
    readonly enabled?: boolean;
    readonly enforcement?: { readonly enabled?: boolean };
    readonly network?: { readonly enabled?: boolean };
    readonly remoteConfiguration?: { readonly enabled?: boolean };
    readonly securityProfiles?: { readonly enabled?: boolean };
    readonly syscallMonitorEnabled?: boolean;
  };
  readonly dataPlane?: { readonly dogstatsd?: { readonly enabled?: boolean }; readonly enabled?: boolean };
  readonly dogstatsd?: {
    readonly hostPortConfig?: { readonly enabled?: boolean; readonly hostPort?: number };
    readonly mapperProfiles?: DatadogAgentConfig;
    readonly nonLocalTraffic?: boolean;
    readonly originDetectionEnabled?: boolean;
    readonly tagCardinality?: string;
    readonly unixDomainSocketConfig?: { readonly enabled?: boolean; readonly path?: string };
  };
  readonly dynamicInstrumentation?: { readonly enabled?: boolean };
  readonly ebpfCheck?: { readonly enabled?: boolean };
  readonly eventCollection?: {
    readonly collectKubernetesEvents?: boolean;
    readonly collectedEventTypes?: ReadonlyArray<{ readonly kind: string; readonly reasons: readonly string[] }>;
    readonly unbundleEvents?: boolean;
  };
  readonly externalMetricsServer?: {
    readonly enabled?: boolean;
    readonly endpoint?: {
      readonly credentials?: {
        readonly apiKey?: string;
        readonly apiSecret?: { readonly keyName?: string; readonly secretName: string };
        readonly appKey?: string;
        readonly appSecret?: { readonly keyName?: string; readonly secretName: string };
      };
      readonly url?: string;
    };
    readonly port?: number;
    readonly registerAPIService?: boolean;
    readonly useDatadogMetrics?: boolean;
    readonly wpaController?: boolean;
  };
  readonly gpu?: {
    readonly enabled?: boolean;
    readonly patchCgroupPermissions?: boolean;
    readonly privilegedMode?: boolean;
    readonly requiredRuntimeClassName?: string;
  };
  readonly helmCheck?: {
    readonly collectEvents?: boolean;
    readonly enabled?: boolean;
    readonly valuesAsTags?: { readonly [name: string]: string };
  };
  readonly kubeStateMetricsCore?: DatadogAgentKubeStateMetrics;
  readonly kubernetesActions?: { readonly enabled?: boolean };
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
  readonly oomKill?: { readonly enabled?: boolean };
  readonly orchestratorExplorer?: {
    readonly conf?: DatadogAgentConfig;
    readonly customResources?: readonly string[];
    readonly ddUrl?: string;
    readonly enabled?: boolean;
    readonly extraTags?: readonly string[];
    readonly scrubContainers?: boolean;
  };
  readonly otelAgentGateway?: {
    readonly conf?: DatadogAgentConfig;
    readonly enabled?: boolean;
    readonly featureGates?: string;
    readonly ports?: readonly ContainerPort[];
  };
  readonly otelCollector?: {
    readonly conf?: DatadogAgentConfig;
    readonly coreConfig?: {
      readonly enabled?: boolean;
      readonly extensionTimeout?: number;
      readonly extensionURL?: string;
    };
    readonly enabled?: boolean;
    readonly ports?: readonly ContainerPort[];
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
  readonly sbom?: {
    readonly containerImage?: {
      readonly analyzers?: readonly string[];
      readonly enabled?: boolean;
      readonly overlayFSDirectScan?: boolean;
      readonly uncompressedLayersSupport?: boolean;
    };
    readonly enabled?: boolean;
    readonly enrichment?: { readonly usage?: { readonly enabled?: boolean } };
    readonly host?: { readonly analyzers?: readonly string[]; readonly enabled?: boolean };
  };
  readonly serviceDiscovery?: { readonly enabled?: boolean };
  readonly tcpQueueLength?: { readonly enabled?: boolean };
  readonly usm?: { readonly enabled?: boolean };
}
