import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { AGENT_VOLUMES, CLUSTER_AGENT_CA, SOCKETS } from '../../facts/sidecar';
import { ClusterModel } from '../../model/cluster-model';
import { accountToken } from '../account-token';

/** A volume of the pod that is there for the Agent, and where the Agent has it. */
export interface AgentVolume {
  readonly volume: Volume;
  readonly mount: VolumeMount;
}

/** True where applications reach the Agent through sockets. */
export function hasSockets({ features: { agent: { apm, dogstatsd } } }: ClusterModel): boolean {
  return apm.socket || dogstatsd.socket;
}

/** The volumes that the Agent needs; `ownToken` where the pod mounts no ServiceAccount token. */
export function agentVolumes(model: ClusterModel, ownToken: boolean): AgentVolume[] {
  const { readOnlyRootFilesystem } = model.sidecar;
  const { apm, dogstatsd } = model.features.agent;
  const ownSockets = readOnlyRootFilesystem && !hasSockets(model) && (apm.port || dogstatsd.port);
  return [
    ...hasSockets(model) ? [emptyDir({ name: SOCKETS.volumeName, mountPath: SOCKETS.mountPath })] : [],
    ...model.features.agent.logs || readOnlyRootFilesystem ? [emptyDir(AGENT_VOLUMES.run)] : [],
    ...readOnlyRootFilesystem ? [AGENT_VOLUMES.config, AGENT_VOLUMES.tmp, AGENT_VOLUMES.log].map(emptyDir) : [],
    ...ownSockets ? [emptyDir(AGENT_VOLUMES.sockets)] : [],
    ...model.clusterAgentTls ? [authority(model.clusterAgentTls.configMapName)] : [],
    ...ownToken ? [accountToken()] : [],
  ];
}

function emptyDir({ name, mountPath }: { readonly name: string; readonly mountPath: string }): AgentVolume {
  return { volume: { name, emptyDir: {} }, mount: { name, mountPath } };
}

function authority(configMapName: string): AgentVolume {
  const { volumeName: name, mountPath } = CLUSTER_AGENT_CA;
  return { volume: { name, configMap: { name: configMapName } }, mount: { name, mountPath, readOnly: true } };
}
