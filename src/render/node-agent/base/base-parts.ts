import { checks } from './checks';
import { clusterAgent, identity } from './connection';
import { folders } from './folders';
import { containerRuntime, hostView, kubelet } from './host';
import { reservedNodes } from './reserved-nodes';
import { ClusterModel } from '../../../model/cluster-model';
import { NodeAgentModel } from '../../../model/node-agent-model';
import { NodeAgentPart } from '../../../parts/node-agent-part';

/** What the pod has whichever features are on. */
export const BASE_PARTS: ReadonlyArray<(model: ClusterModel, nodeAgent: NodeAgentModel) => NodeAgentPart> = [
  identity,
  clusterAgent,
  folders,
  hostView,
  containerRuntime,
  kubelet,
  reservedNodes,
  checks,
];
