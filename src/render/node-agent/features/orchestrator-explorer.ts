import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** How the kubelet is set up, for the resources view; its permission goes with that. */
export function orchestratorExplorer({ features: { orchestratorExplorer: given } }: ClusterModel): NodeAgentPart {
  return { env: { [AGENT]: [flag('DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED', given !== undefined)] } };
}
