import type { ServicePort } from 'kubernetes-types/core/v1';
import { componentLabels, componentSelector } from './labels';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { Manifest } from '../manifest/manifest';

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
