import { CLUSTER_AGENT_CA } from '../../facts/sidecar';
import { Manifest } from '../../manifest/manifest';
import { ClusterModel } from '../../model/cluster-model';
import { OWN_LABELS } from '../../parts/labels';

/** The authority's certificate in a namespace with sidecars; nothing where it exists or is not asked for. */
export function caConfigMap({ clusterAgentTls: tls }: ClusterModel, namespace: string): Manifest[] {
  return tls?.caCertificate === undefined ? [] : [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: tls.configMapName, namespace, labels: { ...OWN_LABELS } },
    data: { [CLUSTER_AGENT_CA.key]: tls.caCertificate },
  }];
}
