import { AGENT_FEATURES } from './agent-versions';
import { CLUSTER_AGENT } from './cluster-agent';
import { Fact } from './fact';
import { PermissionFact } from './permission';

/** Seen in the audit log of a real API server. */
const AUDIT = { source: 'audit log of kube-apiserver 1.33 with Cluster Agent and Agent 7.68', checkedOn: '2026-09-20' };
const DOCS = { source: 'https://docs.datadoghq.com/integrations/eks_fargate/#aws-eks-fargate-rbac', checkedOn: '2026-09-20' };

/**
 * The `kubernetes_apiserver` check runs on every Cluster Agent, and lists the component statuses at each run. Without the permission it stays
 * in WARNING and sends no `kube_apiserver_controlplane.up`. The option `use_component_status: false` is no replacement: Agents before about
 * 7.78 then report the API server alone, and newer Agents use `/readyz`, which needs no permission, only from Kubernetes 1.35.
 */
const COMPONENT_STATUS = {
  source: 'datadog-agent, pkg/collector/corechecks/cluster/kubernetesapiserver/kubernetes_apiserver.go; https://github.com/DataDog/datadog-agent/pull/47172',
  checkedOn: '2026-11-30',
};

/** What every Cluster Agent uses. */
export const CLUSTER_AGENT_PERMISSIONS: readonly PermissionFact[] = [
  { scope: 'cluster', nonResourceUrls: ['/version'], verbs: ['get'], ...AUDIT },
  { scope: 'cluster', apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'], ...AUDIT },
  { scope: 'cluster', apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get'], ...AUDIT },
  { scope: 'cluster', apiGroups: [''], resources: ['services', 'endpoints'], verbs: ['list', 'watch'], ...AUDIT },
  { scope: 'cluster', apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'], ...AUDIT },
  { scope: 'cluster', apiGroups: [''], resources: ['componentstatuses'], verbs: ['list'], ...COMPONENT_STATUS },
  { scope: 'namespace', apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'], ...AUDIT },
  { scope: 'namespace', apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: [CLUSTER_AGENT.leaseName], verbs: ['get', 'update'], ...AUDIT },
  { scope: 'namespace', apiGroups: [''], resources: ['configmaps'], verbs: ['create'], ...AUDIT },
  { scope: 'namespace', apiGroups: [''], resources: ['configmaps'], resourceNames: [CLUSTER_AGENT.clusterIdName], verbs: ['get', 'update'], ...AUDIT },
  // With several replicas, followers look up the leader among the endpoints of their own Service.
  { scope: 'namespace', apiGroups: [''], resources: ['endpoints'], resourceNames: [CLUSTER_AGENT.name], verbs: ['get'], ...AUDIT },
];

/** Of a Cluster Agent that also gets a ConfigMap of the Lease's name. */
export const LEASE_READS_CONFIG_MAP: PermissionFact = {
  scope: 'namespace',
  apiGroups: [''],
  resources: ['configmaps'],
  resourceNames: [CLUSTER_AGENT.leaseName],
  verbs: ['get'],
  source: AGENT_FEATURES.leaseAlone.source,
  checkedOn: AGENT_FEATURES.leaseAlone.checkedOn,
};

/** Kubernetes without Leases keeps the leader in a ConfigMap. */
export const CONFIG_MAP_LEADER: PermissionFact = {
  scope: 'namespace',
  apiGroups: [''],
  resources: ['configmaps'],
  resourceNames: [CLUSTER_AGENT.leaseName],
  verbs: ['get', 'update'],
  source: 'Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml',
  checkedOn: '2026-11-21',
};

/** Quotas of OpenShift. */
export const CLUSTER_RESOURCE_QUOTAS: PermissionFact = {
  scope: 'cluster',
  apiGroups: ['quota.openshift.io'],
  resources: ['clusterresourcequotas'],
  verbs: ['list'],
  source: 'datadog-agent, pkg/collector/corechecks/cluster/kubernetesapiserver/kubernetes_openshift.go; Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml',
  checkedOn: '2026-11-30',
};

/** The kubelet of a Fargate node is reached through the API server's proxy, and the Agent asks for nothing else. */
export const SIDECAR_PERMISSIONS: readonly PermissionFact[] = [
  { scope: 'cluster', apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'], ...AUDIT },
];

/** What Datadog's documentation lists beside that. */
export const DOCUMENTED_SIDECAR_PERMISSIONS: readonly PermissionFact[] = [
  { scope: 'cluster', apiGroups: [''], resources: ['nodes', 'namespaces', 'endpoints'], verbs: ['get', 'list'], ...DOCS },
  {
    scope: 'cluster',
    apiGroups: [''],
    resources: ['nodes/metrics', 'nodes/spec', 'nodes/stats', 'nodes/pods', 'nodes/healthz'],
    verbs: ['get'],
    ...DOCS,
  },
];

/** Names of the sidecars' ClusterRole, its binding, and the ServiceAccount for pods that have none. */
export const SIDECAR_ACCESS = {
  clusterRole: 'datadog-agent-fargate',
  serviceAccount: 'datadog-agent',
  ...DOCS,
} as const satisfies Fact & Record<string, string>;
