import { Fact } from './fact';

export type Account = 'cluster-agent' | 'node-agent' | 'cluster-check-runner' | 'sidecar';

/** What asks for a permission; `always` is what the component cannot start without. */
export type PermissionFeature =
  | 'always'
  | 'configMapLeader'
  | 'leaseReadsConfigMap'
  | 'clusterResourceQuotas'
  | 'clusterChecks'
  | 'events'
  | 'orchestratorExplorer'
  | 'externalMetrics'
  | 'datadogMetrics'
  | 'admissionController'
  | 'apmInstrumentation'
  | 'languageDetection'
  | 'podTags'
  | 'namespaceTags'
  | 'documented';

/** What an account may do because one feature needs it. A permission that no enabled feature asks for is not granted. */
export interface PermissionFact extends Fact {
  readonly account: Account;
  readonly feature: PermissionFeature;
  /** A Role in the component's own namespace where that is enough, a ClusterRole where not. */
  readonly scope: 'cluster' | 'namespace';
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceUrls?: readonly string[];
  readonly verbs: readonly string[];
}
