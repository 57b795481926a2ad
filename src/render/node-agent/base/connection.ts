import { NODE_AGENT } from '../../../facts/node-agent';
import { CLUSTER_AGENT_CA } from '../../../facts/sidecar';
import { ClusterModel } from '../../../model/cluster-model';
import { flag, fromField, fromSecret, tags, value } from '../../../parts/container-env';
import { AGENT, INIT_CONFIG } from '../../../parts/node-agent-containers';
import { NodeAgentPart } from '../../../parts/node-agent-part';

/** Who the Agents are and whom they report to. */
export function identity(model: ClusterModel): NodeAgentPart {
  const { credentials: { secret } } = model;
  return {
    env: {
      // It makes the scripts of the image choose the configuration for Kubernetes.
      [INIT_CONFIG]: [value('KUBERNETES', 'yes')],
      every: [
        value('KUBERNETES', 'yes'),
        fromSecret('DD_API_KEY', secret.name, secret.apiKey),
        value('DD_SITE', model.site),
        value('DD_CLUSTER_NAME', model.clusterName),
        ...tags(model.tags),
        value('DD_AUTH_TOKEN_FILE_PATH', NODE_AGENT.authTokenPath),
        fromField('DD_KUBERNETES_KUBELET_HOST', 'status.hostIP'),
      ],
      [AGENT]: [value('DD_HEALTH_PORT', String(NODE_AGENT.healthPort))],
    },
  };
}

/** The way to the Cluster Agent. The other Agents of the pod ask the core Agent, so the token stays with it. */
export function clusterAgent({ clusterAgentUrl, clusterAgentTls: tls, credentials: { secret } }: ClusterModel): NodeAgentPart {
  const { volumeName, mountPath, key } = CLUSTER_AGENT_CA;
  return {
    env: {
      [AGENT]: [
        flag('DD_CLUSTER_AGENT_ENABLED', true),
        value('DD_CLUSTER_AGENT_URL', clusterAgentUrl),
        fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
        ...tls ? [
          flag('DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', true),
          value('DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', `${mountPath}/${key}`),
        ] : [],
      ],
    },
    // The certificate of the authority and not its key: a node Agent signs nothing.
    volumes: tls ? [{
      volume: { name: volumeName, secret: { secretName: tls.secretName, items: [{ key: 'tls.crt', path: key }] } },
      mounts: { [AGENT]: [{ mountPath, readOnly: true }] },
    }] : [],
  };
}
