import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentPart } from '../part';
import { bySystemProbe } from './by-system-probe';

/** Requests between services. The system-probe sends them itself: the pod has no process-agent to do it. */
export function universalServiceMonitoring({ features: { agent } }: ClusterModel): NodeAgentPart {
  return agent.serviceMonitoring ? bySystemProbe('DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED', 'DD_NETWORK_CONFIG_DIRECT_SEND') : {};
}
