import { AGENT_VOLUMES, CLUSTER_AGENT_CA } from '../../facts/sidecar';
import { sidecarPart } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { AgentVolume } from '../../parts/sidecar-part';
import { accountToken } from '../account-token';

/** True where applications reach the Agent through sockets. */
export function hasSockets({ features: { apm, dogstatsd } }: ClusterModel): boolean {
  return apm.socket || dogstatsd.socket;
}

/** The volumes that the Agent needs; `ownToken` where the pod mounts no ServiceAccount token. */
export function agentVolumes(model: ClusterModel, ownToken: boolean): AgentVolume[] {
  const { readOnlyRootFilesystem } = model.sidecar;
  const { apm, dogstatsd } = model.features;
  const ownSockets = readOnlyRootFilesystem && !hasSockets(model) && (apm.port || dogstatsd.port);
  const volumes = [
    ...sidecarPart(model).volumes,
    ...readOnlyRootFilesystem ? [AGENT_VOLUMES.run, AGENT_VOLUMES.config, AGENT_VOLUMES.tmp, AGENT_VOLUMES.log].map(emptyDir) : [],
    ...ownSockets ? [emptyDir(AGENT_VOLUMES.sockets)] : [],
    ...model.clusterAgentTls ? [authority(model.clusterAgentTls.configMapName)] : [],
    ...ownToken ? [accountToken()] : [],
  ];
  // Logs need the folder of the run too.
  return volumes.filter(({ volume }, at) => volumes.findIndex(other => other.volume.name === volume.name) === at);
}

function emptyDir({ name, mountPath }: { readonly name: string; readonly mountPath: string }): AgentVolume {
  return { volume: { name, emptyDir: {} }, mount: { name, mountPath } };
}

function authority(configMapName: string): AgentVolume {
  const { volumeName: name, mountPath } = CLUSTER_AGENT_CA;
  return { volume: { name, configMap: { name: configMapName } }, mount: { name, mountPath, readOnly: true } };
}
