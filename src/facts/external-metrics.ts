import { Fact } from './fact';

/** How the Cluster Agent serves external metrics to the API server. */
export const EXTERNAL_METRICS = {
  serviceName: 'datadog-cluster-agent-metrics-api',
  port: 8443,
  portName: 'metricsapi',
  group: 'external.metrics.k8s.io',
  version: 'v1beta1',
  groupPriorityMinimum: 100,
  versionPriority: 100,
  /** ConfigMap in which the leader keeps the values for the other pods. */
  storeName: 'datadog-custom-metrics',
  source: 'Datadog Helm chart 3.240.0: agent-apiservice.yaml, agent-services.yaml, cluster-agent-rbac.yaml',
  checkedOn: '2026-09-20',
} as const satisfies Fact & Record<string, string | number>;

/**
 * What Kubernetes has ready for an API server behind the API server: the Role that reads how to check its callers,
 * which is in kube-system and nowhere else, and the ClusterRole that asks who a caller is and what it may do.
 */
export const EXTENSION_API_SERVER = {
  readerRole: 'extension-apiserver-authentication-reader',
  readerNamespace: 'kube-system',
  delegatorRole: 'system:auth-delegator',
  source: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/; helm-charts#2571',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * The HorizontalPodAutoscaler's account may read every external metric by a role that Kubernetes itself keeps in order,
 * so this library grants it nothing. The resources of that group are the names of metrics: only `*` could name them.
 */
export const AUTOSCALER_ACCESS = {
  role: 'system:controller:horizontal-pod-autoscaler',
  source: 'kubernetes, plugin/pkg/auth/authorizer/rbac/bootstrappolicy/controller_policy.go; SubjectAccessReview on kube-apiserver 1.36',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** An HPA whose metric has this prefix reads a DatadogMetric: `datadogmetric@<namespace>:<name>`. */
export const DATADOG_METRIC = {
  prefix: 'datadogmetric@',
  served: 'DD_EXTERNAL_METRICS_PROVIDER_ENABLED',
  env: 'DD_EXTERNAL_METRICS_PROVIDER_USE_DATADOGMETRIC_CRD',
  source: 'https://docs.datadoghq.com/containers/guide/cluster_agent_autoscaling_metrics/',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

/** KEDA serves external metrics to the HPAs that it makes, and a cluster has one APIService for them. */
export const KEDA = {
  group: 'keda.sh',
  scaledObject: 'ScaledObject',
  scaledJob: 'ScaledJob',
  datadogTrigger: 'datadog',
  source: 'https://keda.sh/docs/latest/operate/metrics-server/; https://keda.sh/docs/latest/scalers/datadog/',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;
