import { API_SERVER_CALLS, CONTROL_PLANE_FIREWALLS } from '../facts/control-plane-access';
import { ClusterModel } from '../model/cluster-model';

/** Ports that the API server has to reach, each with what does not work otherwise, and where a firewall shuts them; none where it calls nothing. */
export function controlPlaneCalls({ features, platform }: Pick<ClusterModel, 'features' | 'platform'>): string[] {
  const calls = (['admissionController', 'externalMetrics'] as const).filter(feature => features[feature] !== undefined);
  if (calls.length === 0) return [];
  const firewall = CONTROL_PLANE_FIREWALLS[platform.fact.id];
  return [
    ...calls.map(feature => `TCP port ${API_SERVER_CALLS[feature].port} of the pods of the Cluster Agent; otherwise ${API_SERVER_CALLS[feature].without}`),
    ...firewall ? [`${platform.fact.name}: ${firewall.where} (${firewall.source})`] : [],
  ];
}
