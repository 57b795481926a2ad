import { Fact } from './fact';

/** A collector of the kubernetes_state_core check and what it must list and watch. */
export interface CollectorFact extends Fact {
  readonly name: string;
  readonly apiGroup: string;
  /** Plural name, as RBAC has it. */
  readonly resource: string;
  /** First Agent version that has the collector. */
  readonly since?: string;
  /** First Kubernetes version that has the resource, where manifests are written for older ones too. */
  readonly kubernetesSince?: string;
  /** Why it is off unless asked for. */
  readonly offBecause?: string;
}

const CHART = {
  source: 'Datadog Helm chart 3.240.0: templates/_kubernetes_state_core_config.yaml, kube-state-metrics-core-rbac.yaml',
  checkedOn: '2026-09-20',
};
const rows = (apiGroup: string, ...names: string[]): CollectorFact[] => names.map(name => ({ name, apiGroup, resource: name, ...CHART }));

/**
 * The check lists and watches the definitions of custom resources whatever its collectors are, and repeats the error for ever where it may not.
 * An instance with `pod_collection_mode: node_kubelet` is the exception, from Agent 7.74.
 */
export const KUBE_STATE_METRICS_DISCOVERY = {
  apiGroup: 'apiextensions.k8s.io',
  resource: 'customresourcedefinitions',
  source: 'datadog-agent, pkg/collector/corechecks/cluster/ksm/customresources; https://github.com/DataDog/datadog-agent/pull/44070; Datadog Helm chart 3.240.0, kube-state-metrics-core-rbac.yaml',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

export const COLLECTORS: readonly CollectorFact[] = [
  {
    name: 'secrets',
    apiGroup: '',
    resource: 'secrets',
    offBecause: 'list and watch on Secrets hands every value in the cluster to whoever holds the account',
    ...CHART,
  },
  ...rows('', 'configmaps', 'nodes', 'pods', 'services', 'resourcequotas', 'replicationcontrollers', 'limitranges',
    'persistentvolumeclaims', 'persistentvolumes', 'namespaces', 'endpoints'),
  { name: 'endpointslices', apiGroup: 'discovery.k8s.io', resource: 'endpointslices', since: '7.81', kubernetesSince: '1.21', ...CHART },
  ...rows('apps', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
  { name: 'controllerrevisions', apiGroup: 'apps', resource: 'controllerrevisions', since: '7.72', ...CHART },
  ...rows('batch', 'cronjobs', 'jobs'),
  ...rows('autoscaling', 'horizontalpodautoscalers'),
  ...rows('policy', 'poddisruptionbudgets'),
  ...rows('storage.k8s.io', 'storageclasses', 'volumeattachments'),
  ...rows('networking.k8s.io', 'ingresses'),
];
