import type { ServicePort } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { componentLabels, componentSelector } from '../labels';

/** Where every Agent of the cluster finds the Cluster Agent. */
export function clusterAgentService({ namespace }: ClusterModel): Manifest {
  const { name, port, portName } = CLUSTER_AGENT;
  return serviceOfClusterAgent(name, namespace, { name: portName, port, targetPort: portName, protocol: 'TCP' });
}

/** A Service with one port of the Cluster Agent's pods. */
export function serviceOfClusterAgent(name: string, namespace: string, port: ServicePort): Manifest {
  const { component } = CLUSTER_AGENT;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: componentLabels(component) },
    spec: { type: 'ClusterIP', selector: componentSelector(component), ports: [port] },
  };
}
