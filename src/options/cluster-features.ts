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

/** The view of Kubernetes resources. */
export interface OrchestratorExplorerFeature {
  /**
   * Whether the Agents collect the manifests of Kubernetes resources. Those of pods are scrubbed of what looks like a
   * secret in commands and env vars.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Custom resources that are collected too, 100 at most. The Cluster Agent may list and watch these and no others.
   *
   * @default - none
   * @see https://docs.datadoghq.com/infrastructure/containers/orchestrator_explorer/#collect-custom-resources
   */
  readonly customResources?: CustomResource[];
}

/** A custom resource, as `kubectl api-resources` lists it. */
export interface CustomResource {
  /** API group, for example `argoproj.io`. */
  readonly group: string;
  /** Version of the API, for example `v1alpha1`. */
  readonly version: string;
  /** Plural name in lowercase, for example `rollouts`. */
  readonly resource: string;
}

/** Metrics from Datadog for HorizontalPodAutoscalers. */
export interface ExternalMetricsFeature {
  /**
   * Whether the Cluster Agent serves `external.metrics.k8s.io`. A cluster has one server of external metrics: KEDA and
   * others cannot be beside it. Needs an application key.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether queries are objects of the kind DatadogMetric. Its CustomResourceDefinition must exist: this library does not
   * make it, and without it the Cluster Agent has no metrics to serve.
   *
   * @default false
   * @see https://docs.datadoghq.com/containers/guide/cluster_agent_autoscaling_metrics/
   */
  readonly useDatadogMetrics?: boolean;
}

/** What becomes of a pod while the Cluster Agent does not answer. */
export enum AdmissionFailurePolicy {
  /** It is created as it is. */
  IGNORE = 'Ignore',
  /** It is refused: with the Cluster Agent down, nothing that the webhooks match is created. */
  FAIL = 'Fail',
}

/** How pods are told where their Agent is. */
export enum ConfigInjectionMode {
  /** Not by the webhook. */
  NONE = 'none',
  /** By the address of the node. */
  HOST_IP = 'hostip',
  /** By the name of the Service of node Agents. */
  SERVICE = 'service',
  /** By Unix sockets, from a hostPath volume that the webhook adds to the pod. */
  SOCKET = 'socket',
}

/** The webhooks by which the Cluster Agent adds env vars and tracing libraries to pods. */
export interface AdmissionControllerFeature {
  /**
   * Whether there are webhooks. They add the unified service tags, and the tracing library that a pod asks for by the
   * annotation `admission.datadoghq.com/<language>-lib.version`.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether pods without the label `admission.datadoghq.com/enabled: "true"` are changed too.
   *
   * @default false
   */
  readonly mutateUnlabelled?: boolean;
  /**
   * What becomes of a pod while the Cluster Agent does not answer.
   *
   * @default AdmissionFailurePolicy.IGNORE
   */
  readonly failurePolicy?: AdmissionFailurePolicy;
  /**
   * How pods are told where their Agent is. Every mode but NONE means the Agent of a node, so where all pods are on
   * Fargate it is an error: there, `instrument` tells applications of the Agent in their pod. SOCKET is an error on OpenShift
   * and Talos, which refuse the pods: privileged ones, on Talos those of privileged namespaces, ask for it by the label
   * `admission.datadoghq.com/config.mode: socket`.
   *
   * @default - ConfigInjectionMode.NONE where all pods are on Fargate, HOSTIP on OpenShift, on Talos and where only ports are on, else SOCKET
   * @see https://docs.datadoghq.com/containers/cluster_agent/admission_controller/#configure-apm-and-dogstatsd-communication-mode
   */
  readonly configMode?: ConfigInjectionMode;
}

/** Metrics of what is annotated for Prometheus. */
export interface PrometheusScrapeFeature {
  /**
   * Whether Agents scrape pods, and the Cluster Agent's runners Services, with the annotation `prometheus.io/scrape: "true"`.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
  /**
   * Whether the endpoints of an annotated Service are scraped one by one. The Cluster Agent leaves an endpoint that is a
   * pod to the Agent of the pod's node, so on Fargate it is scraped by nobody: annotate the pods instead.
   *
   * @default false
   */
  readonly serviceEndpoints?: boolean;
  /**
   * Further configurations of the OpenMetrics check, and what they are for, as the Agent's `prometheus_scrape.checks`
   * has them.
   *
   * @default - none
   */
  readonly checks?: any[];
}

/** Configuration of Agents from Datadog's site. */
export interface RemoteConfigurationFeature {
  /**
   * Whether the Cluster Agent and the sidecars ask Datadog for configuration. Not on US1-FED and US2-FED.
   *
   * @default - true where the feature is named: `{}` switches it on
   */
  readonly enabled?: boolean;
}
