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
