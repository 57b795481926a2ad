import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { serviceOfClusterAgent } from '../../parts/cluster-agent-service';

/** Where every Agent of the cluster finds the Cluster Agent. */
export function clusterAgentService({ namespace }: ClusterModel): Manifest {
  const { name, port, portName } = CLUSTER_AGENT;
  return serviceOfClusterAgent(name, namespace, { name: portName, port, targetPort: portName, protocol: 'TCP' });
}
