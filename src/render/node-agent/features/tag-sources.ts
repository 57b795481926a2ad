import { ClusterModel } from '../../../model/cluster-model';
import { tagSourceEnv } from '../../tag-sources';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Labels and annotations that become tags, by the core Agent, which the others ask. */
export function tagSources(model: ClusterModel): NodeAgentPart {
  return { env: { [AGENT]: tagSourceEnv(model) } };
}
