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
