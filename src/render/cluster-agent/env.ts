import type { EnvVar } from 'kubernetes-types/core/v1';
import { featureEnv } from './feature-env';
import { isAtLeast } from '../../base/versions';
import { CLUSTER_AGENT } from '../../facts/cluster-agent';
import { KUBERNETES_FEATURES, KubernetesFeatureFact } from '../../facts/kubernetes-versions';
import { ClusterModel } from '../../model/cluster-model';
import { certifiedAddress } from '../cluster-agent-tls';
import { flag, fromField, fromSecret, tags, value } from '../container-env';

const DISCOVERY = 'kube_endpoints kube_services';

export function clusterAgentEnv(model: ClusterModel): EnvVar[] {
  const { credentials: { secret }, features: { apmInstrumentation, clusterChecks, events } } = model;
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
    flag('DD_CLUSTER_CHECKS_ENABLED', clusterChecks),
    ...clusterChecks ? [value('DD_EXTRA_CONFIG_PROVIDERS', DISCOVERY), value('DD_EXTRA_LISTENERS', DISCOVERY)] : [],
    flag('DD_COLLECT_KUBERNETES_EVENTS', events !== undefined),
    ...events ? [value('DD_CLUSTER_AGENT_TOKEN_NAME', CLUSTER_AGENT.eventCursorName)] : [],
    ...featureEnv(model),
    flag('DD_LANGUAGE_DETECTION_ENABLED', apmInstrumentation?.languageDetection ?? false),
  ];
}
