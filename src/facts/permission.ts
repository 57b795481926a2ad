import { Fact } from './fact';

/** What an account may do because something needs it. A permission that nothing asks for is not granted. */
export interface PermissionFact extends Fact {
  /** A Role in the component's own namespace where that is enough, a ClusterRole where not. */
  readonly scope: 'cluster' | 'namespace';
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceUrls?: readonly string[];
  readonly verbs: readonly string[];
}
