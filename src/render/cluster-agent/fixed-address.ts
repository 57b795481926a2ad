import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { serviceOfClusterAgent } from '../../parts/cluster-agent-service';

/** Name of the Service with the fixed address. */
export const FIXED_ADDRESS_SERVICE = `${CLUSTER_AGENT.name}-fixed`;

/**
 * The Service by which pods that resolve no names reach the Cluster Agent; none where no address is known. It stands beside the
 * usual one, because Kubernetes changes the address of no Service that exists: a cluster that is upgraded would have to lose it.
 */
export function fixedAddressService({ namespace, clusterAgentAddress: address }: ClusterModel): Manifest[] {
  if (!address) return [];
  const { port, portName } = CLUSTER_AGENT;
  const { spec, ...service } = serviceOfClusterAgent(FIXED_ADDRESS_SERVICE, namespace, { name: portName, port, targetPort: portName, protocol: 'TCP' });
  return [{ ...service, spec: { ...spec, clusterIP: address.ip, ipFamilyPolicy: 'SingleStack', ipFamilies: [address.family] } }];
}
