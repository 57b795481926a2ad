import { IClusterAgent } from './cluster-agent';
import { ClusterModel } from '../model/cluster-model';

/** The cluster whose Agents talk to this Cluster Agent; to that of the same options where none is given. */
export function reachedBy(model: ClusterModel, clusterAgent: IClusterAgent | undefined): ClusterModel {
  if (!clusterAgent) return model;
  const { clusterAgentAddressUrl, ...rest } = model;
  const { url, addressUrl } = clusterAgent;
  return { ...rest, clusterAgentUrl: url, ...addressUrl !== undefined && { clusterAgentAddressUrl: addressUrl } };
}
