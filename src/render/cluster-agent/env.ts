import type { EnvVar } from 'kubernetes-types/core/v1';
import { isAtLeast } from '../../base/versions';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { KUBERNETES_FEATURES, KubernetesFeatureFact } from '../../facts/kubernetes-versions';
import { clusterAgentPart } from '../../features/contributions';
import { ClusterModel } from '../../model/cluster-model';
import { flag, fromField, fromSecret, tags, value } from '../../parts/container-env';
import { certifiedAddress } from '../cluster-agent-tls';

export function clusterAgentEnv(model: ClusterModel): EnvVar[] {
  const { credentials: { secret } } = model;
  const has = ({ since }: KubernetesFeatureFact) => isAtLeast(model.platform.kubernetesVersion, since);
  return [
    fromField('DD_POD_NAME', 'metadata.name'),
    fromField('DD_CLUSTER_AGENT_SERVICE_ACCOUNT_NAME', 'spec.serviceAccountName'),
    value('DD_KUBE_RESOURCES_NAMESPACE', model.namespace),
    value('DD_HEALTH_PORT', String(CLUSTER_AGENT.healthPort)),
    value('KUBERNETES', 'yes'),
    fromSecret('DD_API_KEY', secret.name, secret.apiKey),
    value('DD_SITE', model.site),
    value('DD_CLUSTER_NAME', model.clusterName),
    ...tags(model.tags),
    fromSecret('DD_CLUSTER_AGENT_AUTH_TOKEN', secret.name, secret.token),
    value('DD_CLUSTER_AGENT_KUBERNETES_SERVICE_NAME', CLUSTER_AGENT.name),
    ...certifiedAddress(model),
    flag('DD_LEADER_ELECTION', true),
    value('DD_LEADER_ELECTION_DEFAULT_RESOURCE', has(KUBERNETES_FEATURES.leases) ? 'lease' : 'configmap'),
    value('DD_LEADER_LEASE_NAME', CLUSTER_AGENT.leaseName),
    flag('DD_KUBERNETES_USE_ENDPOINT_SLICES', has(KUBERNETES_FEATURES.endpointSlices)),
    ...clusterAgentPart(model).env,
  ];
}
