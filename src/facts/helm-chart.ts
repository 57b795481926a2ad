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

/** Where no value names a token or a Secret with one, the chart makes up a token, another one each time that it is rendered without a cluster. */
export const HELM_TOKEN = {
  values: ['clusterAgent.tokenExistingSecret', 'clusterAgent.token'],
  source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/secret-cluster-agent-token.yaml',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string | readonly string[]>;

/** The program that renders charts. */
export const HELM_PROGRAM = {
  name: 'helm',
  source: 'https://helm.sh/docs/helm/helm_template/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * Keys of the values that are written whichever features are on; those of a feature stand with the feature. Helm takes any key, and says nothing
 * of one that the chart does not know, so none is written that is in neither place.
 */
export const HELM_VALUES = {
  /** What these do was seen in manifests. */
  rendered: {
    keys: [
      'agents.enabled', 'agents.image.tag',
      'clusterAgent.createPodDisruptionBudget', 'clusterAgent.enabled', 'clusterAgent.env', 'clusterAgent.image.tag',
      'clusterAgent.replicas', 'clusterAgent.tokenExistingSecret',
      'clusterChecksRunner.createPodDisruptionBudget', 'clusterChecksRunner.enabled', 'clusterChecksRunner.env',
      'clusterChecksRunner.image.tag', 'clusterChecksRunner.replicas',
      'datadog.apiKeyExistingSecret', 'datadog.clusterName',
      'datadog.leaderElection', 'datadog.operator.enabled', 'datadog.tags', 'registry',
    ],
    source: 'Datadog Helm chart 3.240.0: values.yaml, and what it renders',
    checkedOn: '2026-09-20',
  },
  /** These are in the chart's documentation. */
  documented: {
    keys: [
      'clusterAgent.additionalLabels',
      'clusterAgent.advancedConfd', 'clusterAgent.affinity', 'clusterAgent.image.pullSecrets',
      'clusterAgent.nodeSelector', 'clusterAgent.podAnnotations',
      'clusterAgent.priorityClassName', 'clusterAgent.rbac.serviceAccountAnnotations', 'clusterAgent.resources',
      'clusterAgent.tolerations', 'clusterAgent.topologySpreadConstraints', 'clusterAgent.volumeMounts', 'clusterAgent.volumes',
      'clusterChecksRunner.additionalLabels', 'clusterChecksRunner.affinity', 'clusterChecksRunner.image.pullSecrets',
      'clusterChecksRunner.nodeSelector', 'clusterChecksRunner.podAnnotations', 'clusterChecksRunner.priorityClassName',
      'clusterChecksRunner.rbac.serviceAccountAnnotations', 'clusterChecksRunner.resources', 'clusterChecksRunner.tolerations',
      'clusterChecksRunner.topologySpreadConstraints', 'clusterChecksRunner.volumeMounts', 'clusterChecksRunner.volumes',
      'commonLabels',
      'datadog.leaderElectionResource', 'datadog.logLevel',
      'datadog.site',
      'fullnameOverride',
    ],
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/README.md, read in the release that brings Agent 7.59.0',
    checkedOn: '2026-11-21',
  },
  /** These are in the chart's own values.yaml, with what its templates make of them. */
  values: {
    keys: [
      'agents.additionalLabels', 'agents.affinity',
      'agents.containers.agent.env', 'agents.containers.agent.logLevel', 'agents.containers.agent.ports', 'agents.containers.agent.resources',
      'agents.containers.agent.securityContext',
      'agents.containers.initContainers.resources', 'agents.containers.initContainers.securityContext',
      'agents.containers.initContainers.volumeMounts',
      'agents.containers.processAgent.env', 'agents.containers.processAgent.logLevel',
      'agents.containers.systemProbe.env', 'agents.containers.systemProbe.logLevel', 'agents.containers.systemProbe.ports',
      'agents.containers.systemProbe.resources',
      'agents.containers.traceAgent.env', 'agents.containers.traceAgent.logLevel', 'agents.containers.traceAgent.ports',
      'agents.containers.traceAgent.resources', 'agents.containers.traceAgent.securityContext',
      'agents.image.pullSecrets', 'agents.nodeSelector', 'agents.podAnnotations', 'agents.priorityClassName',
      'agents.rbac.serviceAccountAnnotations', 'agents.tolerations', 'agents.updateStrategy', 'agents.useHostNetwork',
      'agents.volumeMounts', 'agents.volumes',
      'clusterAgent.admissionController.agentSidecarInjection.clusterAgentCommunicationEnabled',
      'clusterAgent.admissionController.agentSidecarInjection.clusterAgentTlsVerification.copyCaConfigMap',
      'clusterAgent.admissionController.agentSidecarInjection.clusterAgentTlsVerification.enabled',
      'clusterAgent.admissionController.agentSidecarInjection.containerRegistry',
      'clusterAgent.admissionController.agentSidecarInjection.enabled', 'clusterAgent.admissionController.agentSidecarInjection.imageName',
      'clusterAgent.admissionController.agentSidecarInjection.imageTag', 'clusterAgent.admissionController.agentSidecarInjection.profiles',
      'clusterAgent.admissionController.agentSidecarInjection.provider', 'clusterAgent.admissionController.agentSidecarInjection.selectors',
      'clusterChecksRunner.containers.agent.securityContext', 'clusterChecksRunner.securityContext',
      'datadog.confd', 'datadog.criSocketPath',
      'datadog.disablePasswdMount', 'datadog.dockerSocketPath',
      'datadog.ignoreAutoConfig', 'datadog.kubelet.fineGrainedAuthorization', 'datadog.kubelet.hostCAPath', 'datadog.kubelet.tlsVerify',
      'datadog.kubernetesUseEndpointSlices',
      'datadog.securityContext', 'datadog.systemProbe.enableDefaultKernelHeadersPaths',
      'datadog.useHostPID',
      'providers.aks.enabled', 'providers.talos.enabled',
    ],
    source: 'https://github.com/DataDog/helm-charts/blob/f2961631fecff857beb19ff7d87c1eac493e97c5/charts/datadog/values.yaml (Agent 7.77), and templates up to those of Agent 7.82',
    checkedOn: '2026-11-21',
  },
  /** These are in the templates of this release. */
  templates: {
    keys: [
      'agents.containers.systemProbe.securityContext',
      'clusterAgent.containers.clusterAgent.securityContext', 'clusterAgent.containers.initContainers.securityContext', 'clusterAgent.securityContext',
      'clusterChecksRunner.containers.initContainers.securityContext',
    ],
    source: 'Datadog Helm chart 3.240.0: cluster-agent-deployment.yaml, agent-clusterchecks-deployment.yaml, _container-system-probe.yaml, _helpers.tpl: clusterAgent-remoteConfiguration-enabled',
    checkedOn: '2026-11-30',
  },
} as const satisfies Record<string, Fact & { readonly keys: readonly string[] }>;

/** What the chart writes on its objects by itself, before the labels of `commonLabels`: a name that is there twice is no YAML. */
export const HELM_LABELS = {
  names: [
    'helm.sh/chart', 'agent.datadoghq.com/component',
    ...['name', 'instance', 'part-of', 'version', 'managed-by', 'component'].map(name => `app.kubernetes.io/${name}`),
  ],
  source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/_helpers.tpl',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;

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
  /** DD_LOG_LEVEL of every Agent, also where the values give no level. */
  logLevel: { value: 'info', source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/README.md', checkedOn: '2026-11-21' },
  /** The helpers clusterAgent-remoteConfiguration-enabled, additional-env-entries and orchestratorExplorer-config-crs. */
  templates: { source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/_helpers.tpl', checkedOn: '2026-11-21' },
  /** It has no field for what is not among its values. */
  daemonSet: { source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/daemonset.yaml', checkedOn: '2026-11-21' },
  /** Check files are the keys of one ConfigMap, so they have no folders. */
  confd: { source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/confd-configmap.yaml', checkedOn: '2026-11-21' },
  /** They are its own; one of them runs the scripts in /etc/cont-init.d. */
  initContainers: {
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/_containers-init-linux.yaml',
    checkedOn: '2026-11-21',
  },
  /** Its Deployments prefer nodes without a pod of theirs where nothing else is said. */
  affinity: {
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/agent-clusterchecks-deployment.yaml',
    checkedOn: '2026-11-21',
  },
  /** Server-side apply, which Helm 4 and Argo CD use, refuses a list with the same name twice. */
  twice: { source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy', checkedOn: '2026-11-21' },
  /** There are runners where cluster checks are on. */
  runners: {
    source: 'https://github.com/DataDog/helm-charts/blob/main/charts/datadog/templates/agent-clusterchecks-deployment.yaml',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, Fact & Record<string, string>>;
