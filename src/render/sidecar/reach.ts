import type { PodSpec } from 'kubernetes-types/core/v1';
import { outsideClusterDns } from '../../manifest/pod-dns';
import { ClusterModel } from '../../model/cluster-model';

/** The cluster as the Agent in this pod reaches it: by address where names of the cluster do not resolve, and an address is known. */
export function forPod(model: ClusterModel, pod: PodSpec): ClusterModel {
  const { clusterAgentAddressUrl: url } = model;
  return url !== undefined && outsideClusterDns(pod) !== undefined ? { ...model, clusterAgentUrl: url } : model;
}
