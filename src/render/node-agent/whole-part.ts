import { BASE_PARTS } from './base/base-parts';
import { FEATURE_PARTS } from './features/features';
import { mergeParts, WholePart } from './merge';
import { NodeAgentPart } from './part';
import { ClusterModel } from '../../model/cluster-model';
import { NodeAgentModel } from '../../model/node-agent-model';

/** Everything in the pod: what it has in any case, what features add, and what constructs add. */
export function wholePart(model: ClusterModel, nodeAgent: NodeAgentModel, extensions: readonly NodeAgentPart[] = []): WholePart {
  return mergeParts([
    ...BASE_PARTS.map(part => part(model, nodeAgent)),
    ...FEATURE_PARTS.map(part => part(model)),
    ...extensions,
  ]);
}
