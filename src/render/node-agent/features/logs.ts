import { CONTAINER_RUNTIMES, ContainerRuntimeFact, HOST_FILES, HOST_MOUNTS } from '../../../facts/node-host';
import { ClusterModel } from '../../../model/cluster-model';
import { flag } from '../../container-env';
import { hostFolder } from '../base/host';
import { AGENT, TRACE_AGENT } from '../names';
import { NodeAgentPart } from '../part';

/** Logs of containers, which the core Agent reads from the files of the node. */
export function logs({ features: { agent }, nodeAgent }: ClusterModel): NodeAgentPart {
  if (!agent.logs) return { env: { [AGENT]: [flag('DD_LOGS_ENABLED', false)] } };
  const runtime: ContainerRuntimeFact | undefined = nodeAgent && CONTAINER_RUNTIMES[nodeAgent.host.runtime];
  return {
    env: {
      [AGENT]: [
        flag('DD_LOGS_ENABLED', true),
        flag('DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL', agent.logs.collectAll),
        flag('DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE', true),
        flag('DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION', agent.logs.multiLine),
      ],
      // The trace-agent answers 200 to payloads of the debugger and drops them unless it knows that logs are on.
      [TRACE_AGENT]: [flag('DD_LOGS_ENABLED', true)],
    },
    volumes: [
      hostFolder(HOST_MOUNTS.podLogs, AGENT),
      hostFolder(HOST_MOUNTS.containerLogs, AGENT),
      // The files of Kubernetes are links to it.
      ...runtime?.logsPath
        ? [hostFolder({ ...runtime, volume: HOST_FILES.runtimeLogsVolume, hostPath: runtime.logsPath, mountPath: runtime.logsPath }, AGENT)]
        : [],
    ],
  };
}
