import { agentsValues } from './agents';
import { clusterAgentValues, runnerValues } from './components';
import { commonLogLevel, datadogValues } from './datadog';
import { requireHelmValues } from './limits';
import { nodePod } from './node-pod';
import { HELM_CHART } from '../../facts/helm-chart';
import { helmTrees } from '../../features/deliveries';
import { ClusterModel } from '../../model/cluster-model';
import { deepMerge } from '../../parts/deep-merge';
import { DeliveredCluster } from '../../parts/delivered-cluster';
import { some } from '../../parts/some';
import { plain, sorted } from '../plain';

export type Values = { readonly [key: string]: any };

/**
 * Values of Datadog's Helm chart for the Cluster Agent, the runners and the node Agents of a cluster. What the chart has no part in is
 * in `notes.ts`. Throws a `ViolationError` for what it would have to do and cannot.
 */
export function helmValues(cluster: DeliveredCluster): Values {
  requireHelmValues(cluster);
  const { model, labels } = cluster;
  const nodes = nodePod(cluster);
  const own = {
    ...some('commonLabels', labels),
    // Sidecars look for a Service of this name, whatever the release is called.
    fullnameOverride: HELM_CHART.fullname,
    registry: model.registry,
    datadog: datadogValues(model, nodes),
    agents: agentsValues(cluster, nodes, commonLogLevel(model)),
    clusterAgent: clusterAgentValues(cluster),
    clusterChecksRunner: runnerValues(cluster),
    ...some('providers', providers(model)),
  };
  return sorted(plain(deepMerge([{ from: 'the delivery', tree: own }, ...helmTrees(model)])));
}

/** What the chart does for a platform that our own manifests do for it too. */
function providers({ platform: { fact }, nodeAgent }: ClusterModel) {
  return {
    ...fact.webhookSelectors && { aks: { enabled: true } },
    ...nodeAgent?.host.system === 'talos' && { talos: { enabled: true } },
  };
}
