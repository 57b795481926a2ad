import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentPart } from '../../../parts/node-agent-part';

/** Nodes that the platform keeps for itself have an Agent too, whatever the value and the effect of their taint. */
export function reservedNodes({ platform }: ClusterModel): NodeAgentPart {
  const { reservedNodes: taints = [] } = platform.fact;
  return taints.length > 0 ? { tolerations: taints.map(key => ({ key, operator: 'Exists' })) } : {};
}
