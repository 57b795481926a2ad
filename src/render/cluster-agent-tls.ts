import type { EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT_AUTHORITY } from '../facts/cluster-agent';
import { ClusterModel } from '../model/cluster-model';
import { flag, value } from '../parts/container-env';

/**
 * Puts the fixed address into the certificate that the Cluster Agent signs for itself: it is for the names of its usual Service,
 * and for the host by which it would call itself. Nothing where Agents do not check it, or no address is fixed.
 */
export function certifiedAddress({ clusterAgentTls: tls, clusterAgentAddress, clusterAgentAddressUrl: url }: ClusterModel): EnvVar[] {
  return tls && clusterAgentAddress && url !== undefined ? [value('DD_CLUSTER_AGENT_URL', url)] : [];
}

/** What the Cluster Agent and the runners need to sign their own certificates and to check each other's; nothing where it is off. */
export function signingTls({ clusterAgentTls: tls }: ClusterModel): { env: EnvVar[]; volumes: Volume[]; volumeMounts: VolumeMount[] } {
  if (!tls) return { env: [], volumes: [], volumeMounts: [] };
  const { volumeName: name, mountPath } = CLUSTER_AGENT_AUTHORITY;
  return {
    env: [
      flag('DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', true),
      value('DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', `${mountPath}/tls.crt`),
      value('DD_CLUSTER_TRUST_CHAIN_CA_KEY_FILE_PATH', `${mountPath}/tls.key`),
    ],
    volumes: [{ name, secret: { secretName: tls.secretName } }],
    volumeMounts: [{ name, mountPath, readOnly: true }],
  };
}
