import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentPart } from '../part';
import { bySystemProbe } from './by-system-probe';

/** Connections of pods. The system-probe sends them itself: the pod has no process-agent to do it. */
export function networkMonitoring({ features: { agent } }: ClusterModel): NodeAgentPart {
  return agent.networkMonitoring ? bySystemProbe('DD_SYSTEM_PROBE_NETWORK_ENABLED', 'DD_NETWORK_CONFIG_DIRECT_SEND') : {};
}
