import {
  AdmissionControllerFeature,
  ExternalMetricsFeature,
  OrchestratorExplorerFeature,
  PrometheusScrapeFeature,
  RemoteConfigurationFeature,
} from './cluster-features';

/** What Datadog collects from the cluster. */
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
   * Logs of containers, read by the Agent through the kubelet.
   *
   * @default - off
   * @see https://docs.datadoghq.com/integrations/eks_fargate/#log-collection
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

/** Cluster checks. */
export interface ClusterChecksFeature {
  /**
   * Whether the Cluster Agent hands out checks.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Collection of Kubernetes events. */
export interface EventCollectionFeature {
  /**
   * Whether the Cluster Agent collects events.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether an event of Kubernetes becomes one of Datadog. Otherwise those about one object are bundled.
   *
   * @default false
   */
  readonly unbundle?: boolean;
  /**
   * Events that are collected where they are not bundled.
   *
   * @default - failures of pods, nodes that are not ready or restart, and CronJobs that completed: what the Helm chart has
   */
  readonly collectedTypes?: EventType[];
  /**
   * Whether only events are collected that Datadog holds for important. Agent 7.57 or newer.
   *
   * @default false
   */
  readonly filtering?: boolean;
}

/** Events about one kind of object. */
export interface EventType {
  /** Kind of the object that the event is about, for example `Pod`. */
  readonly kind: string;
  /**
   * Reasons of the events, for example `BackOff`.
   *
   * @default - every reason
   */
  readonly reasons?: string[];
}

/** kube-state-metrics core. */
export interface KubeStateMetricsFeature {
  /**
   * Whether the check runs.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether Secrets are counted too. It takes list and watch on every Secret of the cluster, values included.
   *
   * @default false
   */
  readonly collectSecrets?: boolean;
}

/** Ways by which applications send traces. */
export interface ApmFeature {
  /**
   * Whether the Agent takes traces.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether it takes them on the Unix socket `/var/run/datadog/apm.socket`.
   *
   * @default true
   */
  readonly socketEnabled?: boolean;
  /**
   * Whether its container declares port 8126/TCP. Without the socket, applications are pointed at it.
   *
   * @default false
   */
  readonly portEnabled?: boolean;
}

/** Ways by which applications send metrics. */
export interface DogstatsdFeature {
  /**
   * Whether the Agent takes metrics.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether it takes them on the Unix socket `/var/run/datadog/dsd.socket`.
   *
   * @default true
   */
  readonly socketEnabled?: boolean;
  /**
   * Whether its container declares port 8125/UDP. Without the socket, applications are pointed at it.
   *
   * @default false
   */
  readonly portEnabled?: boolean;
}

/** Collection of container logs. Agent 7.71 or newer. */
export interface LogCollectionFeature {
  /**
   * Whether the Agent collects logs.
   *
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Whether it collects them from every container, and not from annotated ones alone.
   *
   * @default false
   */
  readonly containerCollectAll?: boolean;
}

/** Collection of processes. */
export interface LiveProcessesFeature {
  /**
   * Whether the Agent collects processes.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
