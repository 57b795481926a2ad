import { BASE_PARTS } from './base/base-parts';
import { checkFilesPart } from './config-map';
import { systemProbePart } from './system-probe';
import { nodeAgentParts } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';
import { mergeParts, WholePart } from '../../parts/merge-node-agent-parts';
import { SYSTEM_PROBE } from '../../parts/node-agent-containers';
import { NodeAgentPart } from '../../parts/node-agent-part';

/** Everything in the pod: what it has in any case, what features add, what constructs add, and what comes of all that. */
export function wholePart(model: ClusterModel, nodeAgent: NodeAgentModel, extensions: readonly NodeAgentPart[] = []): WholePart {
  const parts = [...BASE_PARTS.map(part => part(model, nodeAgent)), ...nodeAgentParts(model), ...extensions];
  const whole = mergeParts(parts);
  return mergeParts([
    ...parts,
    checkFilesPart(whole),
    ...whole.containers.includes(SYSTEM_PROBE) ? [systemProbePart(model)] : [],
  ]);
}
