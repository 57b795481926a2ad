import { POD_SECURITY } from '../facts/node-connection';
import { Manifest, Metadata } from '../manifest/manifest';
import { ClusterModel } from '../model/cluster-model';
import { OWN_LABELS } from '../parts/labels';

export function namespaceManifest(name: string, labels: Metadata['labels'] = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...OWN_LABELS, ...labels } } };
}

/** That of the Agents. Those of nodes look at their node, which some platforms refuse to namespaces that do not ask for it. */
export function agentNamespace({ namespace, nodeAgent, platform }: Pick<ClusterModel, 'namespace' | 'nodeAgent' | 'platform'>): Manifest {
  const held = nodeAgent !== undefined && platform.fact.podSecurity !== undefined;
  const { metadata, ...rest } = namespaceManifest(namespace, held ? { [POD_SECURITY.enforceLabel]: POD_SECURITY.everything } : {});
  const annotations = platform.fact.namespaceAnnotations;
  return { ...rest, metadata: { ...metadata, ...annotations && { annotations: { ...annotations } } } };
}
