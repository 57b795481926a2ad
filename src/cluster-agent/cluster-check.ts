import { AdvancedAdIdentifier } from './advanced-ad-identifier';
import { IntegrationCheck } from '../autodiscovery/integration-check';

/**
 * A check of the user's in the Cluster Agent's folder, which one of the cluster check runners does, or a node Agent where there
 * are no runners. Logs are none of it: runners collect none.
 *
 * @see https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/
 */
export interface ClusterCheck extends IntegrationCheck {
  /**
   * Name of its file, without the extension. Two files of one check need two names.
   *
   * @default - the name of the check
   */
  readonly file?: string;
  /**
   * Services that the check is for. It is run for each, as they come and go.
   *
   * @default - none: the check runs once, on what its instances name
   */
  readonly advancedAdIdentifiers?: AdvancedAdIdentifier[];
  /**
   * Whether the Cluster Agent does the check itself, its leader alone. It can do `kubernetes_apiserver`,
   * `kubernetes_state_core`, `helm` and `orchestrator`, with permissions that are yours to give where a feature does not.
   *
   * @default false
   */
  readonly byClusterAgent?: boolean;
}
