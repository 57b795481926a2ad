import { ApmInstrumentationModel } from '../../model/apm-instrumentation';
import { ClusterModel } from '../../model/cluster-model';
import { EventsModel } from '../../model/events';
import { appKeySecretOf } from '../../model/secret-source';

/** The part `datadog` of the values: what the components have in common, and what is collected. */
export function datadogValues(model: ClusterModel) {
  const { credentials: { secret }, features, clusterCheckRunners: runners } = model;
  const { events, externalMetrics, kubeStateMetrics, orchestratorExplorer, prometheusScrape } = features;
  const { tagSources } = features.agent;
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
    ...features.apmInstrumentation && { apm: { instrumentation: instrumentationValues(features.apmInstrumentation) } },
    ...given('podLabelsAsTags', tagSources.podLabels),
    ...given('podAnnotationsAsTags', tagSources.podAnnotations),
    ...given('nodeLabelsAsTags', tagSources.nodeLabels),
    ...given('namespaceLabelsAsTags', tagSources.namespaceLabels),
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

function instrumentationValues({ enabledNamespaces, disabledNamespaces, libVersions, targets, languageDetection }: ApmInstrumentationModel) {
  return {
    enabled: true,
    ...given('enabledNamespaces', enabledNamespaces),
    ...given('disabledNamespaces', disabledNamespaces),
    ...given('libVersions', libVersions),
    ...given('targets', targets),
    // On in the chart with the rest.
    language_detection: { enabled: languageDetection },
  };
}

/** The key with what there is to say, and neither where there is nothing. */
function given(key: string, content: object): { [key: string]: object } {
  return Object.keys(content).length > 0 ? { [key]: content } : {};
}
