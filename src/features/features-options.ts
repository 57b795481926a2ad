import { AdmissionControllerFeature } from './admission-controller/admission-controller-options';
import { ApmFeature } from './apm/apm-options';
import { ClusterChecksFeature } from './cluster-checks/cluster-checks-options';
import { ContainerImageCollectionFeature } from './container-image-collection/container-image-collection-options';
import { ContainerLifecycleFeature } from './container-lifecycle/container-lifecycle-options';
import { DogstatsdFeature } from './dogstatsd/dogstatsd-options';
import { EventCollectionFeature } from './events/events-options';
import { ExternalMetricsFeature } from './external-metrics/external-metrics-options';
import { KubeStateMetricsFeature } from './kube-state-metrics/kube-state-metrics-options';
import { LiveContainersFeature } from './live-containers/live-containers-options';
import { LiveProcessesFeature } from './live-processes/live-processes-options';
import { LogCollectionFeature } from './logs/logs-options';
import { NetworkMonitoringFeature } from './network-monitoring/network-monitoring-options';
import { OrchestratorExplorerFeature } from './orchestrator-explorer/orchestrator-explorer-options';
import { OtlpFeature } from './otlp/otlp-options';
import { ProcessDiscoveryFeature } from './process-discovery/process-discovery-options';
import { PrometheusScrapeFeature } from './prometheus-scrape/prometheus-scrape-options';
import { RemoteConfigurationFeature } from './remote-configuration/remote-configuration-options';
import { ServiceDiscoveryFeature } from './service-discovery/service-discovery-options';
import { TagsFeature } from './tags/tags-options';
import { UniversalServiceMonitoringFeature } from './universal-service-monitoring/universal-service-monitoring-options';

export * from './admission-controller/admission-controller-options';
export * from './apm/apm-options';
export * from './apm-instrumentation/apm-instrumentation-options';
export * from './cluster-checks/cluster-checks-options';
export * from './container-image-collection/container-image-collection-options';
export * from './container-lifecycle/container-lifecycle-options';
export * from './dogstatsd/dogstatsd-options';
export * from './events/events-options';
export * from './external-metrics/external-metrics-options';
export * from './kube-state-metrics/kube-state-metrics-options';
export * from './live-containers/live-containers-options';
export * from './live-processes/live-processes-options';
export * from './logs/logs-options';
export * from './network-monitoring/network-monitoring-options';
export * from './orchestrator-explorer/orchestrator-explorer-options';
export * from './otlp/otlp-options';
export * from './process-discovery/process-discovery-options';
export * from './prometheus-scrape/prometheus-scrape-options';
export * from './remote-configuration/remote-configuration-options';
export * from './service-discovery/service-discovery-options';
export * from './tags/tags-options';
export * from './universal-service-monitoring/universal-service-monitoring-options';

/**
 * What Datadog collects from the cluster. Naming a feature with an object switches it on, also with `{}`; `enabled: false` switches it
 * off. A feature that is not named has the default that stands here.
 */
export interface DatadogFeatures {
  /**
   * Traces of applications.
   *
   * @default - on, through a socket
   * @see https://docs.datadoghq.com/containers/kubernetes/apm/
   */
  readonly apm?: ApmFeature;
  /**
   * Metrics that applications send.
   *
   * @default - on, through a socket
   * @see https://docs.datadoghq.com/extend/dogstatsd/
   */
  readonly dogstatsd?: DogstatsdFeature;
  /**
   * Traces, metrics and logs that applications send by the protocol of OpenTelemetry.
   *
   * @default - off
   * @see https://docs.datadoghq.com/opentelemetry/setup/otlp_ingest_in_the_agent/
   */
  readonly otlp?: OtlpFeature;
  /**
   * Logs of containers, read by node Agents from files and by sidecars through the kubelet.
   *
   * @default - off
   * @see https://docs.datadoghq.com/containers/kubernetes/log/
   */
  readonly logs?: LogCollectionFeature;
  /**
   * Live processes.
   *
   * @default - off
   * @see https://docs.datadoghq.com/infrastructure/process/
   */
  readonly liveProcesses?: LiveProcessesFeature;
  /**
   * Live containers.
   *
   * @default - on
   * @see https://docs.datadoghq.com/infrastructure/containers/
   */
  readonly liveContainers?: LiveContainersFeature;
  /**
   * Which programs run, for integrations that Datadog suggests. Where live processes are on, those tell it.
   *
   * @default - on
   * @see https://docs.datadoghq.com/infrastructure/process/
   */
  readonly processDiscovery?: ProcessDiscoveryFeature;
  /**
   * When and how containers and pods end.
   *
   * @default - on
   * @see https://docs.datadoghq.com/containers/kubernetes/configuration/
   */
  readonly containerLifecycle?: ContainerLifecycleFeature;
  /**
   * Images of containers.
   *
   * @default - on
   * @see https://docs.datadoghq.com/infrastructure/containers/container_images/
   */
  readonly containerImageCollection?: ContainerImageCollectionFeature;
  /**
   * Labels and annotations of Kubernetes objects that become tags.
   *
   * @default - none
   * @see https://docs.datadoghq.com/containers/kubernetes/tag/
   */
  readonly tags?: TagsFeature;
  /**
   * Connections between pods, and their DNS. Of node Agents alone.
   *
   * @default - off
   * @see https://docs.datadoghq.com/network_monitoring/cloud_network_monitoring/
   */
  readonly networkMonitoring?: NetworkMonitoringFeature;
  /**
   * Requests, errors and latencies of services, seen in the kernel. Of node Agents alone.
   *
   * @default - off
   * @see https://docs.datadoghq.com/universal_service_monitoring/
   */
  readonly universalServiceMonitoring?: UniversalServiceMonitoringFeature;
  /**
   * Which services run, and in which language. Of node Agents alone.
   *
   * @default - off
   * @see https://docs.datadoghq.com/tracing/services/discovery/
   */
  readonly serviceDiscovery?: ServiceDiscoveryFeature;
  /**
   * Checks that the Cluster Agent hands to runners.
   *
   * @default - on
   * @see https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/
   */
  readonly clusterChecks?: ClusterChecksFeature;
  /**
   * Kubernetes events.
   *
   * @default - on
   * @see https://docs.datadoghq.com/containers/kubernetes/configuration/#enable-kubernetes-event-collection
   */
  readonly events?: EventCollectionFeature;
  /**
   * kube-state-metrics, by the check that the Agent brings.
   *
   * @default - on
   * @see https://docs.datadoghq.com/integrations/kubernetes_state_core/
   */
  readonly kubeStateMetrics?: KubeStateMetricsFeature;
  /**
   * Kubernetes resources, for the resources view.
   *
   * @default - on
   * @see https://docs.datadoghq.com/infrastructure/containers/orchestrator_explorer/
   */
  readonly orchestratorExplorer?: OrchestratorExplorerFeature;
  /**
   * Metrics from Datadog for HorizontalPodAutoscalers.
   *
   * @default - off
   * @see https://docs.datadoghq.com/containers/guide/cluster_agent_autoscaling_metrics/
   */
  readonly externalMetrics?: ExternalMetricsFeature;
  /**
   * Webhooks that add env vars and tracing libraries to pods.
   *
   * @default - off
   * @see https://docs.datadoghq.com/containers/cluster_agent/admission_controller/
   */
  readonly admissionController?: AdmissionControllerFeature;
  /**
   * Metrics of what is annotated for Prometheus.
   *
   * @default - off
   * @see https://docs.datadoghq.com/containers/kubernetes/prometheus/
   */
  readonly prometheusScrape?: PrometheusScrapeFeature;
  /**
   * Configuration of Agents from Datadog's site.
   *
   * @default - off
   * @see https://docs.datadoghq.com/agent/guide/setup_remote_config/
   */
  readonly remoteConfiguration?: RemoteConfigurationFeature;
}
