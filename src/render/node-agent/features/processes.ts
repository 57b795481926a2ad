import { HOST_FILES, NODE_SYSTEMS, NodeSystemFact } from '../../../facts/node-host';
import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Live processes, which the core Agent collects; with the names of their users where the node has a file of them. */
export function processes({ features: { agent }, nodeAgent }: ClusterModel): NodeAgentPart {
  const system: NodeSystemFact | undefined = nodeAgent && NODE_SYSTEMS[nodeAgent.host.system];
  return {
    env: { [AGENT]: [flag('DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', agent.processes)] },
    volumes: agent.processes && system?.passwdPath !== undefined ? [{
      volume: { name: HOST_FILES.passwdVolume, hostPath: { path: system.passwdPath } },
      mounts: { [AGENT]: [{ mountPath: HOST_FILES.passwd, readOnly: true }] },
    }] : [],
  };
}
