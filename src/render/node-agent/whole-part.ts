import { BASE_PARTS } from './base/base-parts';
import { checkFilesPart } from './config-map';
import { FEATURE_PARTS } from './features/features';
import { mergeParts, WholePart } from './merge';
import { SYSTEM_PROBE } from './names';
import { NodeAgentPart } from './part';
import { systemProbePart } from './system-probe';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';

/** Everything in the pod: what it has in any case, what features add, what constructs add, and what comes of all that. */
export function wholePart(model: ClusterModel, nodeAgent: NodeAgentModel, extensions: readonly NodeAgentPart[] = []): WholePart {
  const parts = [...BASE_PARTS.map(part => part(model, nodeAgent)), ...FEATURE_PARTS.map(part => part(model)), ...extensions];
  const whole = mergeParts(parts);
  return mergeParts([
    ...parts,
    checkFilesPart(whole),
    ...whole.containers.includes(SYSTEM_PROBE) ? [systemProbePart(model)] : [],
  ]);
}
