import { agentsValues } from './agents';
import { clusterAgentValues, runnerValues } from './components';
import { commonLogLevel, datadogValues } from './datadog';
import { requireHelmValues } from './limits';
import { nodePod } from './node-pod';
import { HELM_CHART } from '../../facts/helm-chart';
import { ClusterModel } from '../../model/cluster-model';
import { DeliveredCluster } from '../deliveries/delivered-cluster';
import { plain, sorted } from '../plain';
import { some } from '../some';

export type Values = { readonly [key: string]: any };

/**
 * Values of Datadog's Helm chart for the Cluster Agent, the runners and the node Agents of a cluster. What the chart has no part in is
 * listed in `coverage.ts`. Throws a `ViolationError` for what it would have to do and cannot.
 */
export function helmValues(cluster: DeliveredCluster): Values {
  requireHelmValues(cluster);
  const { model, labels } = cluster;
  const nodes = nodePod(cluster);
  return sorted(plain({
    ...some('commonLabels', labels),
    // Sidecars look for a Service of this name, whatever the release is called.
    fullnameOverride: HELM_CHART.fullname,
    registry: model.registry,
    remoteConfiguration: { enabled: model.features.remoteConfiguration },
    datadog: datadogValues(model, nodes),
    agents: agentsValues(cluster, nodes, commonLogLevel(model)),
    clusterAgent: clusterAgentValues(cluster),
    clusterChecksRunner: runnerValues(cluster),
    ...some('providers', providers(model)),
  }));
}

/** What the chart does for a platform that our own manifests do for it too. */
function providers({ platform: { fact }, nodeAgent }: ClusterModel) {
  return {
    ...fact.webhookSelectors && { aks: { enabled: true } },
    ...nodeAgent?.host.system === 'talos' && { talos: { enabled: true } },
  };
}
