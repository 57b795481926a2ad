import { ClusterModel } from '../../model/cluster-model';
import { EventsModel } from '../../model/events';
import { appKeySecretOf } from '../../model/secret-source';

/** The part `datadog` of the values: what the components have in common, and what is collected. */
export function datadogValues(model: ClusterModel) {
  const { credentials: { secret }, features, clusterCheckRunners: runners } = model;
  const { events, externalMetrics, kubeStateMetrics, orchestratorExplorer, prometheusScrape } = features;
  const logLevel = model.clusterAgent.logLevel ?? runners?.logLevel;
  return {
    site: model.site,
    clusterName: model.clusterName,
    tags: model.tags,
    apiKeyExistingSecret: secret.name,
    ...externalMetrics && { appKeyExistingSecret: appKeySecretOf(secret) },
    ...logLevel !== undefined && { logLevel },
    leaderElection: true,
    leaderElectionResource: 'lease',
    clusterChecks: { enabled: features.clusterChecks },
    collectEvents: events !== undefined,
    ...events && { kubernetesEvents: eventValues(events) },
    // The Deployment of kube-state-metrics; the check that the Agent brings does without it.
    kubeStateMetricsEnabled: false,
    kubeStateMetricsCore: {
      enabled: kubeStateMetrics !== undefined,
      ...kubeStateMetrics && {
        useClusterCheckRunners: runners !== undefined,
        // The rest of the collectors is the chart's own list, which the facts are taken from.
        collectSecretMetrics: kubeStateMetrics.collectors.includes('secrets'),
      },
    },
    orchestratorExplorer: {
      enabled: orchestratorExplorer !== undefined,
      ...orchestratorExplorer && {
        customResources: orchestratorExplorer.customResources.map(({ group, version, resource }) => `${group}/${version}/${resource}`),
      },
    },
    prometheusScrape: {
      enabled: prometheusScrape !== undefined,
      ...prometheusScrape && { serviceEndpoints: prometheusScrape.serviceEndpoints, additionalConfigs: prometheusScrape.checks },
    },
    // The chart installs the Datadog Operator and its definitions unless told otherwise.
    operator: { enabled: false },
  };
}

function eventValues({ filtering, unbundled }: EventsModel) {
  return {
    filteringEnabled: filtering,
    unbundleEvents: unbundled !== undefined,
    ...unbundled && { collectedEventTypes: unbundled.map(({ kind, reasons }) => ({ kind, ...reasons.length > 0 && { reasons } })) },
  };
}
