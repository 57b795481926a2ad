import type { DatadogFeatures } from 'cdk8s-datadog';

/**
 * A feature, alone, and what tells that its accounts can do its work; in the language of the files in `expectations`.
 * Every row is asked for the lines of all rows, so a line stands with each feature that needs it.
 */
export interface FeatureRow {
  readonly name: string;
  readonly features: DatadogFeatures;
  readonly clusterAgent: string[];
  readonly runner?: string[];
  /** Of a cluster with EC2 nodes, and none of one without. */
  readonly nodeAgent?: string[];
}

const on = { enabled: true };
const off = { enabled: false };

/** What is on by default is turned off: every row turns on what it is about. */
export const EVERYTHING_OFF: DatadogFeatures = { clusterChecks: off, events: off, kubeStateMetrics: off, orchestratorExplorer: off };

/** With or without features; so a row that adds nothing is one of a feature that can live on this. */
export const ALWAYS = [
  'get,list,watch nodes cluster-wide',
  'list componentstatuses cluster-wide',
  'list,watch services cluster-wide',
  'list,watch endpoints cluster-wide',
  'list,watch endpointslices.discovery.k8s.io cluster-wide',
  'get,update leases.coordination.k8s.io named datadog-leader-election in datadog',
  'get,update configmaps named datadog-cluster-id in datadog',
];

/** Whatever the features. */
export const NEVER = [
  'get secrets cluster-wide',
  'get,delete secrets in datadog',
  'create,update,patch,delete pods cluster-wide',
  'create pods/exec cluster-wide',
  'create,update,delete deployments.apps cluster-wide',
  'create,update,patch,delete clusterroles.rbac.authorization.k8s.io cluster-wide',
  'bind,escalate clusterroles.rbac.authorization.k8s.io cluster-wide',
  'impersonate serviceaccounts cluster-wide',
  'get nodes/proxy cluster-wide',
  'update,delete mutatingwebhookconfigurations.admissionregistration.k8s.io cluster-wide',
  'get,update configmaps cluster-wide',
  'get,update configmaps in datadog',
  'anything anything cluster-wide',
];

const KUBE_STATE_METRICS = [
  'list,watch nodes cluster-wide',
  'list,watch services cluster-wide',
  'list,watch endpoints cluster-wide',
  'list,watch endpointslices.discovery.k8s.io cluster-wide',
  'list,watch pods cluster-wide',
  'list,watch configmaps cluster-wide',
  'list,watch resourcequotas cluster-wide',
  'list,watch deployments.apps cluster-wide',
  'list,watch jobs.batch cluster-wide',
  'list,watch horizontalpodautoscalers.autoscaling cluster-wide',
  'list,watch volumeattachments.storage.k8s.io cluster-wide',
  'list,watch customresourcedefinitions.apiextensions.k8s.io cluster-wide',
  'list,watch namespaces cluster-wide',
];
const SECRETS = ['list,watch secrets cluster-wide'];

const EXTERNAL_METRICS = [
  'list,watch horizontalpodautoscalers.autoscaling cluster-wide',
  'create events cluster-wide',
  'get,update configmaps named datadog-custom-metrics in datadog',
  'create tokenreviews.authentication.k8s.io cluster-wide',
  'create subjectaccessreviews.authorization.k8s.io cluster-wide',
  'get configmaps named extension-apiserver-authentication in kube-system',
];

const ORCHESTRATOR_EXPLORER = [
  'list,watch pods cluster-wide',
  'list,watch serviceaccounts cluster-wide',
  'list,watch deployments.apps cluster-wide',
  'list,watch jobs.batch cluster-wide',
  'list,watch horizontalpodautoscalers.autoscaling cluster-wide',
  'list,watch verticalpodautoscalers.autoscaling.k8s.io cluster-wide',
  'list,watch networkpolicies.networking.k8s.io cluster-wide',
  'list,watch clusterroles.rbac.authorization.k8s.io cluster-wide',
  'list,watch customresourcedefinitions.apiextensions.k8s.io cluster-wide',
  'list,watch namespaces cluster-wide',
];

const ADMISSION_CONTROLLER = [
  'create mutatingwebhookconfigurations.admissionregistration.k8s.io cluster-wide',
  'get,update,delete mutatingwebhookconfigurations.admissionregistration.k8s.io named datadog-webhook cluster-wide',
  'create secrets in datadog',
  'get,update secrets named webhook-certificate in datadog',
  'get deployments.apps cluster-wide',
  'get cronjobs.batch cluster-wide',
];
const INSTRUMENTATION = [...ADMISSION_CONTROLLER, 'list,watch namespaces cluster-wide'];

/** Of a node whose kubelet tells its paths apart. */
const KUBELET = [
  'get nodes/metrics cluster-wide',
  'get nodes/stats cluster-wide',
  'get nodes/pods cluster-wide',
  'get nodes/healthz cluster-wide',
];

export const FEATURES: FeatureRow[] = [
  { name: 'off', features: {}, clusterAgent: [] },
  { name: 'cluster-checks', features: { clusterChecks: on }, clusterAgent: [], runner: [] },
  {
    name: 'events',
    features: { events: on },
    clusterAgent: ['list,watch events cluster-wide', 'get,update configmaps named datadogtoken in datadog'],
  },
  { name: 'kube-state-metrics', features: { kubeStateMetrics: on }, clusterAgent: KUBE_STATE_METRICS },
  {
    name: 'kube-state-metrics-runner',
    features: { kubeStateMetrics: on, clusterChecks: on },
    clusterAgent: [],
    runner: KUBE_STATE_METRICS,
  },
  {
    name: 'collect-secrets',
    features: { kubeStateMetrics: { collectSecrets: true } },
    clusterAgent: [...KUBE_STATE_METRICS, ...SECRETS],
  },
  {
    name: 'collect-secrets-runner',
    features: { kubeStateMetrics: { collectSecrets: true }, clusterChecks: on },
    clusterAgent: [],
    runner: [...KUBE_STATE_METRICS, ...SECRETS],
  },
  { name: 'orchestrator-explorer', features: { orchestratorExplorer: on }, clusterAgent: ORCHESTRATOR_EXPLORER },
  {
    name: 'custom-resources',
    features: { orchestratorExplorer: { customResources: [{ group: 'argoproj.io', version: 'v1alpha1', resource: 'rollouts' }] } },
    clusterAgent: [...ORCHESTRATOR_EXPLORER, 'list,watch rollouts.argoproj.io cluster-wide'],
  },
  { name: 'external-metrics', features: { externalMetrics: on }, clusterAgent: EXTERNAL_METRICS },
  {
    name: 'datadog-metrics',
    features: { externalMetrics: { enabled: true, useDatadogMetrics: true } },
    clusterAgent: [
      ...EXTERNAL_METRICS,
      'list,watch,create,delete datadogmetrics.datadoghq.com cluster-wide',
      'update datadogmetrics.datadoghq.com/status cluster-wide',
    ],
  },
  {
    name: 'admission-controller',
    features: { admissionController: on },
    clusterAgent: ADMISSION_CONTROLLER,
  },
  { name: 'prometheus-scrape', features: { prometheusScrape: on }, clusterAgent: [] },
  { name: 'remote-configuration', features: { remoteConfiguration: on }, clusterAgent: [] },
  { name: 'apm-instrumentation', features: { apm: { instrumentation: on } }, clusterAgent: INSTRUMENTATION },
  { name: 'pod-tags', features: { tags: { podLabelsAsTags: { app: 'app' } } }, clusterAgent: ['list,watch pods cluster-wide'] },
  { name: 'node-tags', features: { tags: { nodeLabelsAsTags: { zone: 'zone' } } }, clusterAgent: [] },
  { name: 'namespace-tags', features: { tags: { namespaceLabelsAsTags: { team: 'team' } } }, clusterAgent: ['list,watch namespaces cluster-wide'] },
  { name: 'nodes', features: {}, clusterAgent: [], nodeAgent: KUBELET },
  {
    name: 'nodes-orchestrator-explorer',
    features: { orchestratorExplorer: on },
    clusterAgent: ORCHESTRATOR_EXPLORER,
    nodeAgent: [...KUBELET, 'get nodes/configz cluster-wide'],
  },
  {
    name: 'nodes-system-probe',
    features: { networkMonitoring: on, universalServiceMonitoring: on, serviceDiscovery: on },
    clusterAgent: [],
    nodeAgent: KUBELET,
  },
  {
    name: 'nodes-language-detection',
    features: { apm: { instrumentation: { enabled: true, languageDetection: true } } },
    clusterAgent: [...INSTRUMENTATION, 'get,list,watch,patch deployments.apps cluster-wide'],
    nodeAgent: KUBELET,
  },
];
