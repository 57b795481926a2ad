import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Ends of containers and their images, which the core Agent knows from the container runtime. */
export function containers({ features: { agent } }: ClusterModel): NodeAgentPart {
  return {
    env: {
      [AGENT]: [
        flag('DD_CONTAINER_LIFECYCLE_ENABLED', agent.containerLifecycle),
        flag('DD_CONTAINER_IMAGE_ENABLED', agent.containerImages),
      ],
    },
  };
}
