import { isAtLeast } from '../../../base/versions';
import { AGENT_FEATURES } from '../../../facts/agent-versions';
import { HOST_FILES, NODE_SYSTEMS, NodeSystemFact } from '../../../facts/node-host';
import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Processes and containers, which the core Agent collects; with the names of users where the node has a file of them. */
export function processes({ agentVersion, features: { agent }, nodeAgent }: ClusterModel): NodeAgentPart {
  const isSetting = !isAtLeast(agentVersion, AGENT_FEATURES.processChecksAlwaysInCoreAgent.since);
  const system: NodeSystemFact | undefined = nodeAgent && NODE_SYSTEMS[nodeAgent.host.system];
  const ofProcesses = agent.processes || agent.processDiscovery;
  return {
    env: {
      [AGENT]: [
        flag('DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', agent.processes),
        flag('DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', agent.containers),
        flag('DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', agent.processDiscovery),
        // The pod has no process-agent. Newer Agents have no such setting.
        ...isSetting && (ofProcesses || agent.containers) ? [flag('DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED', true)] : [],
      ],
    },
    volumes: ofProcesses && system?.passwdPath !== undefined ? [{
      volume: { name: HOST_FILES.passwdVolume, hostPath: { path: system.passwdPath } },
      mounts: { [AGENT]: [{ mountPath: HOST_FILES.passwd, readOnly: true }] },
    }] : [],
  };
}
