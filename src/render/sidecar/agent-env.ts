import type { EnvVar } from 'kubernetes-types/core/v1';
import { CLUSTER_AGENT_CA, SIDECAR_HEALTH } from '../../facts/sidecar';
import { sidecarPart } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { flag, fromField, fromSecret, override, tags, value } from '../../parts/container-env';

/** Env vars of the Agent in a pod; those that the user sets win. */
export function agentEnv(model: ClusterModel, exitsWithPod: boolean): EnvVar[] {
  const { credentials: { secret }, sidecar } = model;
  const env = [
    fromSecret('DD_API_KEY', secret.name, secret.apiKey),
    value('DD_SITE', model.site),
    value('DD_CLUSTER_NAME', model.clusterName),
    ...tags(model.tags),
    flag('DD_EKS_FARGATE', true),
    fromField('DD_KUBERNETES_KUBELET_NODENAME', 'spec.nodeName'),
    flag('DD_CLUSTER_AGENT_ENABLED', true),
    fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
    value('DD_CLUSTER_AGENT_URL', model.clusterAgentUrl),
    ...sidecarPart(model).env,
    ...model.clusterAgentTls ? [
      flag('DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', true),
      value('DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', `${CLUSTER_AGENT_CA.mountPath}/${CLUSTER_AGENT_CA.key}`),
    ] : [],
    ...sidecar.probes ? [value('DD_HEALTH_PORT', String(SIDECAR_HEALTH.port))] : [],
    ...exitsWithPod ? [flag('DD_AUTO_EXIT_NOPROCESS_ENABLED', true)] : [],
  ];
  return override(env, sidecar.env);
}
