import { Fact } from './fact';

/** The release of Datadog's Helm chart that values are written for. */
export const HELM_CHART = {
  name: 'datadog',
  repository: 'https://helm.datadoghq.com',
  version: '3.240.0',
  page: 'https://github.com/DataDog/helm-charts/tree/main/charts/datadog',
  /** What the names of its objects begin with, whatever the release is called. */
  fullname: 'datadog',
  source: 'Datadog Helm chart 3.240.0, rendered with the release name datadog',
  checkedOn: '2026-09-20',
} as const satisfies Fact & Record<string, string>;

/**
 * Keys of the values that are written. Helm takes any key, and says nothing of one that the chart does not know, so none is
 * written that is not here.
 */
export const HELM_VALUES = {
  /** What these do was seen in manifests. */
  rendered: {
    keys: [
      'agents.enabled', 'agents.image.tag',
      'clusterAgent.createPodDisruptionBudget', 'clusterAgent.enabled', 'clusterAgent.env', 'clusterAgent.image.tag',
      'clusterAgent.metricsProvider.enabled', 'clusterAgent.replicas', 'clusterAgent.tokenExistingSecret',
      'clusterChecksRunner.createPodDisruptionBudget', 'clusterChecksRunner.enabled', 'clusterChecksRunner.env',
      'clusterChecksRunner.image.tag', 'clusterChecksRunner.replicas',
      'datadog.apiKeyExistingSecret', 'datadog.appKeyExistingSecret', 'datadog.clusterName', 'datadog.collectEvents',
      'datadog.kubeStateMetricsCore.enabled', 'datadog.kubeStateMetricsCore.useClusterCheckRunners', 'datadog.kubeStateMetricsEnabled',
      'datadog.leaderElection', 'datadog.operator.enabled', 'datadog.tags', 'registry',
    ],
    source: 'Datadog Helm chart 3.240.0: values.yaml, and what it renders',
    checkedOn: '2026-09-20',
  },
  /** These are in the chart's documentation. */
  documented: {
    keys: [
      'clusterAgent.additionalLabels', 'clusterAgent.admissionController.configMode', 'clusterAgent.admissionController.enabled',
      'clusterAgent.admissionController.failurePolicy', 'clusterAgent.admissionController.mutateUnlabelled',
      'clusterAgent.advancedConfd', 'clusterAgent.affinity', 'clusterAgent.image.pullSecrets',
      'clusterAgent.metricsProvider.useDatadogMetrics', 'clusterAgent.nodeSelector', 'clusterAgent.podAnnotations',
      'clusterAgent.priorityClassName', 'clusterAgent.rbac.serviceAccountAnnotations', 'clusterAgent.resources',
      'clusterAgent.tolerations', 'clusterAgent.topologySpreadConstraints', 'clusterAgent.volumeMounts', 'clusterAgent.volumes',
      'clusterChecksRunner.additionalLabels', 'clusterChecksRunner.affinity', 'clusterChecksRunner.image.pullSecrets',
      'clusterChecksRunner.nodeSelector', 'clusterChecksRunner.podAnnotations', 'clusterChecksRunner.priorityClassName',
      'clusterChecksRunner.rbac.serviceAccountAnnotations', 'clusterChecksRunner.resources', 'clusterChecksRunner.tolerations',
      'clusterChecksRunner.topologySpreadConstraints', 'clusterChecksRunner.volumeMounts', 'clusterChecksRunner.volumes',
      'commonLabels',
      'datadog.apm.instrumentation.disabledNamespaces', 'datadog.apm.instrumentation.enabled',
      'datadog.apm.instrumentation.enabledNamespaces', 'datadog.apm.instrumentation.language_detection.enabled',
      'datadog.apm.instrumentation.libVersions',
      'datadog.clusterChecks.enabled', 'datadog.kubeStateMetricsCore.collectSecretMetrics',
      'datadog.kubernetesEvents.collectedEventTypes', 'datadog.kubernetesEvents.filteringEnabled',
      'datadog.kubernetesEvents.unbundleEvents', 'datadog.leaderElectionResource', 'datadog.logLevel',
      'datadog.namespaceLabelsAsTags', 'datadog.nodeLabelsAsTags',
      'datadog.orchestratorExplorer.customResources', 'datadog.orchestratorExplorer.enabled',
      'datadog.podAnnotationsAsTags', 'datadog.podLabelsAsTags',
      'datadog.prometheusScrape.additionalConfigs', 'datadog.prometheusScrape.enabled', 'datadog.prometheusScrape.serviceEndpoints',
      'datadog.site',
      'fullnameOverride', 'remoteConfiguration.enabled',
    ],
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/README.md, read in the release that brings Agent 7.59.0',
    checkedOn: '2026-11-21',
  },
  /** This is younger, and documented with the feature. */
  instrumentation: {
    keys: ['datadog.apm.instrumentation.targets'],
    source: 'https://docs.datadoghq.com/tracing/trace_collection/automatic_instrumentation/single-step-apm/kubernetes/',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, Fact & { readonly keys: readonly string[] }>;

export type HelmKey = typeof HELM_VALUES[keyof typeof HELM_VALUES]['keys'][number];

/** Where the chart keeps to itself what the Agent leaves open. */
export const HELM_LIMITS = {
  /** It names the keys itself, and takes the name of the Secret alone. */
  secretKeys: {
    apiKey: 'api-key',
    appKey: 'app-key',
    token: 'token',
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/README.md',
    checkedOn: '2026-11-21',
  },
  /** DD_LOG_LEVEL of every Agent, also where nothing is said. */
  logLevel: { value: 'info', source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/README.md', checkedOn: '2026-11-21' },
  /** The helpers clusterAgent-remoteConfiguration-enabled, additional-env-entries and orchestratorExplorer-config-crs. */
  templates: { source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/_helpers.tpl', checkedOn: '2026-11-21' },
  /** There are runners where cluster checks are on. */
  runners: {
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/agent-clusterchecks-deployment.yaml',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, Fact & Record<string, string>>;
