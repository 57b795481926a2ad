import { intakeValues, nodeFeatureValues } from './node-features';
import { NodePod } from './node-pod';
import { isAtLeast } from '../../base/versions';
import { KUBERNETES_FEATURES, KubernetesFeatureFact } from '../../facts/kubernetes-versions';
import { ApmInstrumentationModel } from '../../model/apm-instrumentation';
import { ClusterModel } from '../../model/cluster-model';
import { EventsModel } from '../../model/events';
import { appKeySecretOf } from '../../model/secret-source';
import { some } from '../some';

/** The level of the Agents' own logs that the chart gives to every component; the Agents' own where it is absent. */
export function commonLogLevel({ clusterAgent, clusterCheckRunners }: ClusterModel): string | undefined {
  return clusterAgent.logLevel ?? clusterCheckRunners?.logLevel;
}

/** The part `datadog` of the values: what the components have in common, and what is collected. */
export function datadogValues(model: ClusterModel, nodes: NodePod | undefined): { readonly [key: string]: any } {
  const { credentials: { secret }, features, clusterCheckRunners: runners } = model;
  const { events, externalMetrics, kubeStateMetrics, orchestratorExplorer, prometheusScrape } = features;
  const { tagSources } = features.agent;
  const logLevel = commonLogLevel(model);
  const has = ({ since }: KubernetesFeatureFact) => isAtLeast(model.platform.kubernetesVersion, since);
  const apm = {
    ...features.apmInstrumentation && { instrumentation: instrumentationValues(features.apmInstrumentation) },
    ...nodes && intakeValues(model, nodes.nodeAgent),
  };
  return {
    site: model.site,
    clusterName: model.clusterName,
    tags: model.tags,
    apiKeyExistingSecret: secret.name,
    ...externalMetrics && { appKeyExistingSecret: appKeySecretOf(secret) },
    ...logLevel !== undefined && { logLevel },
    leaderElection: true,
    leaderElectionResource: has(KUBERNETES_FEATURES.leases) ? 'lease' : 'configmap',
    kubernetesUseEndpointSlices: has(KUBERNETES_FEATURES.endpointSlices),
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
      ...nodes && { kubelet_configuration_check: { enabled: orchestratorExplorer !== undefined } },
    },
    ...some('apm', apm),
    ...nodes && nodeFeatureValues(model, nodes),
    ...some('podLabelsAsTags', tagSources.podLabels),
    ...some('podAnnotationsAsTags', tagSources.podAnnotations),
    ...some('nodeLabelsAsTags', tagSources.nodeLabels),
    ...some('namespaceLabelsAsTags', tagSources.namespaceLabels),
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
    ...some('enabledNamespaces', enabledNamespaces),
    ...some('disabledNamespaces', disabledNamespaces),
    ...some('libVersions', libVersions),
    ...some('targets', targets),
    // On in the chart with the rest.
    language_detection: { enabled: languageDetection },
  };
}
