import type { EnvVar } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { AGENT_IMAGE } from '../../facts/agent-images';
import { AGENT_FEATURES, AgentFeatureFact } from '../../facts/agent-versions';
import { CLUSTER_AGENT, COMPONENT_LABEL } from '../../facts/cluster-agent';
import { NAMESPACE_NAME_LABEL } from '../../facts/labels';
import { CLUSTER_AGENT_CA } from '../../facts/sidecar';
import { SIDECAR_WEBHOOK } from '../../facts/sidecar-injection';
import { webhookEnv } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { SidecarInjectionModel } from '../../model/sidecar-injection';
import { flag, fromField, fromSecret, value } from '../../parts/container-env';
import { agentContainer } from '../sidecar/agent-container';

/** Env vars of a Cluster Agent whose webhook adds the sidecar: one selector, and one profile for what it would not write itself. */
export function sidecarWebhookEnv(model: SidecarInjectionModel): EnvVar[] {
  const { cluster } = model;
  const knows = ({ since }: AgentFeatureFact) => isAtLeast(cluster.agentVersion, since);
  return [
    flag('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_ENABLED', true),
    value('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROVIDER', SIDECAR_WEBHOOK.provider),
    flag('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_ENABLED', true),
    // Older Agents do not know these two.
    ...knows(AGENT_FEATURES.clusterAgentTls) ? [flag('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CLUSTER_AGENT_TLS_VERIFICATION_ENABLED', cluster.clusterAgentTls !== undefined)] : [],
    ...knows(AGENT_FEATURES.kubeletLogs) ? [flag('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_KUBELET_API_LOGGING_ENABLED', cluster.features.logs !== undefined)] : [],
    value('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_CONTAINER_REGISTRY', cluster.registry),
    value('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_NAME', AGENT_IMAGE.name),
    value('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_IMAGE_TAG', cluster.agentVersion),
    value('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_SELECTORS', JSON.stringify([webhookSelector(model)])),
    value('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_PROFILES', JSON.stringify([webhookProfile(model)])),
  ];
}

/** Both selectors always: one that is left out, or null, matches everything. */
export function webhookSelector({ match: { groups: [{ namespaces, labels }] } }: SidecarInjectionModel): object {
  return {
    namespaceSelector: { matchExpressions: [{ key: NAMESPACE_NAME_LABEL.name, operator: 'In', values: namespaces }] },
    objectSelector: {
      ...Object.keys(labels).length > 0 && { matchLabels: labels },
      // Datadog's own pods never get an Agent beside them.
      matchExpressions: [{ key: COMPONENT_LABEL.name, operator: 'DoesNotExist' }],
    },
  };
}

/** What makes the webhook's container ours. Resources count only with limits. */
export function webhookProfile({ cluster }: SidecarInjectionModel): object {
  const { env = [], resources, securityContext } = agentContainer(cluster, [], false);
  const written = new Map(writtenByWebhook(cluster).map(item => [item.name, JSON.stringify(item)]));
  return { env: env.filter(item => written.get(item.name) !== JSON.stringify(item)), resources, securityContext };
}

/** What the webhook writes by itself. */
function writtenByWebhook(model: ClusterModel): EnvVar[] {
  const { site, clusterName, namespace, clusterAgentTls, credentials: { secret } } = model;
  const { name, port } = CLUSTER_AGENT;
  return [
    fromSecret('DD_API_KEY', secret.name, secret.apiKey),
    value('DD_SITE', site),
    value('DD_CLUSTER_NAME', clusterName),
    fromField('DD_KUBERNETES_KUBELET_NODENAME', 'spec.nodeName'),
    flag('DD_CLUSTER_AGENT_ENABLED', true),
    fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
    value('DD_CLUSTER_AGENT_URL', `https://${name}.${namespace}.svc.${SIDECAR_WEBHOOK.clusterDomain}:${port}`),
    flag('DD_EKS_FARGATE', true),
    ...webhookEnv(model),
    ...clusterAgentTls ? [
      flag('DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', true),
      value('DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', `${CLUSTER_AGENT_CA.mountPath}/${CLUSTER_AGENT_CA.key}`),
    ] : [],
  ];
}
