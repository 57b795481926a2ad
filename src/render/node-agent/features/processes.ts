import { HOST_FILES, NODE_SYSTEMS, NodeSystemFact } from '../../../facts/node-host';
import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Processes and containers, which the core Agent collects; with the names of users where the node has a file of them. */
export function processes({ features: { agent }, nodeAgent }: ClusterModel): NodeAgentPart {
  const system: NodeSystemFact | undefined = nodeAgent && NODE_SYSTEMS[nodeAgent.host.system];
  const ofProcesses = agent.processes || agent.processDiscovery;
  return {
    env: {
      [AGENT]: [
        flag('DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', agent.processes),
        flag('DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', agent.containers),
        flag('DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', agent.processDiscovery),
        // A process-agent, which Agents before that had to run for it, is no part of the pod.
        ...ofProcesses || agent.containers ? [flag('DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', true)] : [],
      ],
    },
    volumes: ofProcesses && system?.passwdPath !== undefined ? [{
      volume: { name: HOST_FILES.passwdVolume, hostPath: { path: system.passwdPath } },
      mounts: { [AGENT]: [{ mountPath: HOST_FILES.passwd, readOnly: true }] },
    }] : [],
  };
}
