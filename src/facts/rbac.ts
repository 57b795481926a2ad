import { AGENT_FEATURES } from './agent-versions';
import { CLUSTER_AGENT } from './cluster-agent';
import { CLUSTER_AGENT_FEATURE_PERMISSIONS } from './cluster-agent-permissions';
import { Fact } from './fact';
import { PermissionFact } from './permission';

/** Seen in the audit log of a real API server. */
const AUDIT = { source: 'audit log of kube-apiserver 1.33 with Cluster Agent and Agent 7.68', checkedOn: '2026-09-20' };
const DOCS = { source: 'https://docs.datadoghq.com/integrations/eks_fargate/#aws-eks-fargate-rbac', checkedOn: '2026-09-20' };
const clusterAgent = { account: 'cluster-agent', ...AUDIT } as const;

/**
 * The `kubernetes_apiserver` check runs on every Cluster Agent, and lists the component statuses at each run. Without the permission it stays
 * in WARNING and sends no `kube_apiserver_controlplane.up`. The option `use_component_status: false` is no replacement: Agents before about
 * 7.78 then report the API server alone, and newer Agents use `/readyz`, which needs no permission, only from Kubernetes 1.35.
 */
const COMPONENT_STATUS = {
  source: 'datadog-agent, pkg/collector/corechecks/cluster/kubernetesapiserver/kubernetes_apiserver.go; https://github.com/DataDog/datadog-agent/pull/47172',
  checkedOn: '2026-11-30',
};

export const PERMISSIONS: readonly PermissionFact[] = [
  { ...clusterAgent, feature: 'always', scope: 'cluster', nonResourceUrls: ['/version'], verbs: ['get'] },
  { ...clusterAgent, feature: 'always', scope: 'cluster', apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
  { ...clusterAgent, feature: 'always', scope: 'cluster', apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get'] },
  { ...clusterAgent, feature: 'always', scope: 'cluster', apiGroups: [''], resources: ['services', 'endpoints'], verbs: ['list', 'watch'] },
  { ...clusterAgent, feature: 'always', scope: 'cluster', apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
  {
    account: 'cluster-agent',
    feature: 'always',
    scope: 'cluster',
    apiGroups: [''],
    resources: ['componentstatuses'],
    verbs: ['list'],
    ...COMPONENT_STATUS,
  },
  {
    account: 'cluster-agent',
    feature: 'clusterResourceQuotas',
    scope: 'cluster',
    apiGroups: ['quota.openshift.io'],
    resources: ['clusterresourcequotas'],
    verbs: ['list'],
    source: 'datadog-agent, pkg/collector/corechecks/cluster/kubernetesapiserver/kubernetes_openshift.go; Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml',
    checkedOn: '2026-11-30',
  },
  { ...clusterAgent, feature: 'always', scope: 'namespace', apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  {
    ...clusterAgent,
    feature: 'always',
    scope: 'namespace',
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    resourceNames: [CLUSTER_AGENT.leaseName],
    verbs: ['get', 'update'],
  },
  { ...clusterAgent, feature: 'always', scope: 'namespace', apiGroups: [''], resources: ['configmaps'], verbs: ['create'] },
  {
    ...clusterAgent,
    feature: 'always',
    scope: 'namespace',
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: [CLUSTER_AGENT.clusterIdName],
    verbs: ['get', 'update'],
  },
  {
    account: 'cluster-agent',
    feature: 'leaseReadsConfigMap',
    scope: 'namespace',
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: [CLUSTER_AGENT.leaseName],
    verbs: ['get'],
    ...AGENT_FEATURES.leaseAlone,
  },
  // Kubernetes without Leases keeps the leader in a ConfigMap.
  {
    account: 'cluster-agent',
    feature: 'configMapLeader',
    scope: 'namespace',
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: [CLUSTER_AGENT.leaseName],
    verbs: ['get', 'update'],
    source: 'Datadog Helm chart 3.240.0, cluster-agent-rbac.yaml',
    checkedOn: '2026-11-21',
  },
  // With several replicas, followers look up the leader among the endpoints of their own Service.
  {
    ...clusterAgent,
    feature: 'always',
    scope: 'namespace',
    apiGroups: [''],
    resources: ['endpoints'],
    resourceNames: [CLUSTER_AGENT.name],
    verbs: ['get'],
  },
  { ...clusterAgent, feature: 'events', scope: 'cluster', apiGroups: [''], resources: ['events'], verbs: ['list', 'watch'] },
  {
    ...clusterAgent,
    feature: 'events',
    scope: 'namespace',
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: [CLUSTER_AGENT.eventCursorName],
    verbs: ['get', 'update'],
  },
  ...CLUSTER_AGENT_FEATURE_PERMISSIONS,

  // The kubelet of a Fargate node is reached through the API server's proxy, and the Agent asks for nothing else.
  { account: 'sidecar', feature: 'always', scope: 'cluster', apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'], ...AUDIT },
  {
    account: 'sidecar',
    feature: 'documented',
    scope: 'cluster',
    apiGroups: [''],
    resources: ['nodes', 'namespaces', 'endpoints'],
    verbs: ['get', 'list'],
    ...DOCS,
  },
  {
    account: 'sidecar',
    feature: 'documented',
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
