import { clusterAgentValues, runnerValues } from './components';
import { datadogValues } from './datadog';
import { requireHelmValues } from './limits';
import { HELM_CHART } from '../../facts/helm-chart';
import { ClusterModel } from '../../model/cluster-model';

export type Values = { readonly [key: string]: any };

/**
 * Values of Datadog's Helm chart for the Cluster Agent and the runners of a cluster. What the chart has no part in is
 * listed in `coverage.ts`. Throws a `ViolationError` for what it would have to do and cannot.
 */
export function helmValues(model: ClusterModel, labels: { readonly [name: string]: string } = {}): Values {
  requireHelmValues(model);
  return plain({
    ...Object.keys(labels).length > 0 && { commonLabels: labels },
    // Sidecars look for a Service of this name, whatever the release is called.
    fullnameOverride: HELM_CHART.fullname,
    registry: model.registry,
    remoteConfiguration: { enabled: false },
    datadog: datadogValues(model),
    // The chart takes the version of the Agent from here, also where there are no node Agents.
    agents: { enabled: model.platform.fact.nodes, image: { tag: model.agentVersion } },
    clusterAgent: clusterAgentValues(model),
    clusterChecksRunner: runnerValues(model),
  });
}

/** A copy in which nothing occurs twice: YAML makes anchors of that. */
function plain(values: Values): Values {
  return JSON.parse(JSON.stringify(values));
}
