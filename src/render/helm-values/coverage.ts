import { HelmKey } from '../../facts/helm-chart';

/** Where a field of the model goes when Datadog's Helm chart delivers it. */
export type Coverage =
  /** Into values of the chart. */
  | { readonly values: readonly HelmKey[] }
  /** Into objects that the chart does not make, and a construct of ours does. */
  | { readonly companion: string }
  /** Nowhere: it only says what the cluster is, or whoever runs Helm gives it. */
  | { readonly outside: string }
  /** The chart cannot do it. A limit throws where it is set. */
  | { readonly cannot: string };

const SIDECAR: Coverage = { companion: 'DatadogFargateSidecar puts it into the pods of applications; the chart does not write those' };
const SECRETS: Coverage = { companion: 'TokenReplicator makes the Secrets, and the chart is told their names' };
const AUTHORITY: Coverage = { companion: 'DatadogFargateSidecar: a ConfigMap in every namespace with a sidecar' };
const ADDRESS: Coverage = { companion: 'ClusterAgentStandalone makes the Service; it selects pods by a label that those of the chart have too' };
const FOR_RULES: Coverage = { outside: 'the rules read it; no delivery makes anything of it' };

const NODE_AGENTS: Coverage = { outside: 'of node Agents alone, and there are no values for a platform that has them' };

const values = (...keys: readonly HelmKey[]): Coverage => ({ values: keys });

/** Every field of `ClusterModel` by its path, `[]` for the members of a list. A test compares them with its types. */
export const COVERAGE: { readonly [path: string]: Coverage } = {
  'platform.fact': values('agents.enabled'),
  'platform.kubernetesVersion': { outside: 'the chart asks the cluster' },
  ...each(FOR_RULES, 'platform.fargate', 'platform.fargateProfiles[].name', 'platform.fargateProfiles[].selectors[].namespace', 'platform.fargateProfiles[].selectors[].labels'),
  ...each({ companion: 'ControlPlaneChecks sets up its checks by it' }, 'platform.datastore', 'platform.hostPrefix'),
  'clusterName': values('datadog.clusterName'),
  'site': values('datadog.site'),
  'namespace': { outside: 'helm install --namespace' },
  'createNamespace': { outside: 'helm install --create-namespace' },
  'tags[]': values('datadog.tags'),
  'agentVersion': values('agents.image.tag', 'clusterAgent.image.tag', 'clusterChecksRunner.image.tag'),
  'registry': values('registry'),
  'agentImage': { outside: 'the chart puts it together of registry and version, as the model does' },
  'clusterAgentImage': { outside: 'the chart puts it together of registry and version, as the model does' },
  'platform.serviceCidr': FOR_RULES,
  ...each(ADDRESS, 'clusterAgentAddress.ip', 'clusterAgentAddress.family'),
  'clusterAgentAddressUrl': values('clusterAgent.env'),
  'clusterAgentUrl': values('fullnameOverride', 'clusterChecksRunner.env'),

  'credentials.secret.name': values('datadog.apiKeyExistingSecret', 'datadog.appKeyExistingSecret', 'clusterAgent.tokenExistingSecret'),
  'credentials.secret.appKeySecret': values('datadog.appKeyExistingSecret'),
  ...each({ cannot: 'the chart names the keys of the Secret itself' }, ...['apiKey', 'appKey', 'token'].map(key => `credentials.secret.${key}`)),
  'credentials.revision': values('clusterAgent.podAnnotations', 'clusterChecksRunner.podAnnotations'),
  ...each(SECRETS, 'credentials.source.kind', 'credentials.source.policy', 'credentials.source.namespaceSelectors[]', 'credentials.source.from.kind'),
  ...each(SECRETS, ...plainSource('credentials.source'), ...plainSource('credentials.source.from')),

  'clusterAgentTls.secretName': values(
    'clusterAgent.env', 'clusterAgent.volumes', 'clusterAgent.volumeMounts',
    'clusterChecksRunner.env', 'clusterChecksRunner.volumes', 'clusterChecksRunner.volumeMounts',
  ),
  ...each(AUTHORITY, 'clusterAgentTls.configMapName', 'clusterAgentTls.caCertificate'),

  ...each(SIDECAR, ...['apm', 'dogstatsd'].flatMap(intake => ['socket', 'port'].map(way => `features.agent.${intake}.${way}`))),
  ...each(SIDECAR, ...['originDetection', 'tagCardinality'].map(f => `features.agent.dogstatsd.${f}`)),
  ...each(SIDECAR, ...['grpc', 'http', 'logs'].map(f => `features.agent.otlp.${f}`)),
  ...each(SIDECAR, ...['processes', 'containers', 'processDiscovery', 'containerLifecycle', 'containerImages'].map(f => `features.agent.${f}`)),
  ...each(SIDECAR, ...['collectAll', 'multiLine'].map(f => `features.agent.logs.${f}`)),
  'features.agent.tagSources.podLabels': values('datadog.podLabelsAsTags'),
  'features.agent.tagSources.podAnnotations': values('datadog.podAnnotationsAsTags'),
  'features.agent.tagSources.nodeLabels': values('datadog.nodeLabelsAsTags'),
  'features.agent.tagSources.namespaceLabels': values('datadog.namespaceLabelsAsTags'),
  ...each(NODE_AGENTS, ...['networkMonitoring', 'serviceMonitoring', 'serviceDiscovery'].map(f => `features.agent.${f}`)),
  'features.clusterChecks': values('datadog.clusterChecks.enabled'),
  'features.events.filtering': values('datadog.collectEvents', 'datadog.kubernetesEvents.filteringEnabled'),
  'features.events.unbundled[].kind': values('datadog.kubernetesEvents.unbundleEvents', 'datadog.kubernetesEvents.collectedEventTypes'),
  'features.events.unbundled[].reasons[]': values('datadog.kubernetesEvents.collectedEventTypes'),
  'features.kubeStateMetrics.collectors[]': values('datadog.kubeStateMetricsCore.enabled', 'datadog.kubeStateMetricsCore.collectSecretMetrics'),
  ...each(
    values('datadog.orchestratorExplorer.enabled', 'datadog.orchestratorExplorer.customResources'),
    ...['group', 'version', 'resource'].map(part => `features.orchestratorExplorer.customResources[].${part}`),
  ),
  'features.externalMetrics.useDatadogMetrics': values('clusterAgent.metricsProvider.enabled', 'clusterAgent.metricsProvider.useDatadogMetrics'),
  'features.admissionController.mutateUnlabelled': values('clusterAgent.admissionController.enabled', 'clusterAgent.admissionController.mutateUnlabelled'),
  'features.admissionController.failurePolicy': values('clusterAgent.admissionController.failurePolicy'),
  'features.admissionController.configMode': values('clusterAgent.admissionController.configMode', 'clusterAgent.env'),
  'features.apmInstrumentation.enabledNamespaces[]': values('datadog.apm.instrumentation.enabled', 'datadog.apm.instrumentation.enabledNamespaces'),
  'features.apmInstrumentation.disabledNamespaces[]': values('datadog.apm.instrumentation.disabledNamespaces'),
  'features.apmInstrumentation.libVersions': values('datadog.apm.instrumentation.libVersions'),
  'features.apmInstrumentation.targets[]': values('datadog.apm.instrumentation.targets'),
  'features.apmInstrumentation.languageDetection': values('datadog.apm.instrumentation.language_detection.enabled'),
  'features.prometheusScrape.serviceEndpoints': values('datadog.prometheusScrape.enabled', 'datadog.prometheusScrape.serviceEndpoints'),
  'features.prometheusScrape.checks[]': values('datadog.prometheusScrape.additionalConfigs'),
  'features.remoteConfiguration': { cannot: 'the chart gives it to a Cluster Agent only together with other features' },

  ...component('clusterAgent', 'clusterAgent'),
  ...component('clusterCheckRunners', 'clusterChecksRunner'),
  ...each(values('clusterAgent.advancedConfd'), ...['name', 'file', 'instances[]', 'initConfig', 'byClusterAgent'].map(f => `clusterAgent.checks[].${f}`)),
  ...each(
    values('clusterAgent.advancedConfd'),
    ...['kind', 'namespace', 'name', 'resolve'].map(f => `clusterAgent.checks[].adIdentifiers[].${f}`),
  ),

  ...each(NODE_AGENTS, ...nodeAgentPaths().map(f => `nodeAgent.${f}`)),

  ...each(SIDECAR, ...['resources.cpu', 'resources.memory', 'env', 'documentedPermissions', 'placement'].map(f => `sidecar.${f}`)),
  ...each(SIDECAR, ...['readOnlyRootFilesystem', 'probes'].map(f => `sidecar.${f}`)),
  ...each(SIDECAR, ...['env', 'service', 'version'].map(tag => `sidecar.serviceTags.${tag}`)),
};

function each(coverage: Coverage, ...paths: readonly string[]): { [path: string]: Coverage } {
  return Object.fromEntries(paths.map(path => [path, coverage]));
}

/** The fields of a Deployment, which the chart has under the same names for both components. */
function component(path: string, key: 'clusterAgent' | 'clusterChecksRunner'): { [path: string]: Coverage } {
  return {
    [`${path}.replicas`]: values(`${key}.replicas`, `${key}.createPodDisruptionBudget`),
    ...each(values(`${key}.resources`), `${path}.resources.cpu`, `${path}.resources.memory`),
    [`${path}.spread`]: { outside: 'the chart always prefers nodes without a pod of the component, which means nothing where each pod has its own' },
    [`${path}.nodeSelector`]: values(`${key}.nodeSelector`),
    [`${path}.tolerations[]`]: values(`${key}.tolerations`),
    [`${path}.affinity`]: values(`${key}.affinity`),
    [`${path}.topologySpreadConstraints[]`]: values(`${key}.topologySpreadConstraints`),
    [`${path}.priorityClassName`]: values(`${key}.priorityClassName`),
    [`${path}.podAnnotations`]: values(`${key}.podAnnotations`),
    [`${path}.podLabels`]: values(`${key}.additionalLabels`),
    [`${path}.serviceAccountAnnotations`]: values(`${key}.rbac.serviceAccountAnnotations`),
    [`${path}.imagePullSecrets[]`]: values(`${key}.image.pullSecrets`),
    [`${path}.env`]: values(`${key}.env`),
    ...each(values(`${key}.env`), ...['name', 'secretName', 'secretKey'].map(f => `${path}.secretEnv[].${f}`)),
    [`${path}.volumes[]`]: values(`${key}.volumes`),
    [`${path}.volumeMounts[]`]: values(`${key}.volumeMounts`),
    [`${path}.logLevel`]: values('datadog.logLevel'),
  };
}

function nodeAgentPaths(): string[] {
  const amounts = ['cpu', 'memory', 'cpuLimit', 'memoryLimit'];
  return [
    ...['resources', 'traceAgentResources', 'systemProbeResources'].flatMap(of => amounts.map(amount => `${of}.${amount}`)),
    ...['maxUnavailable', 'minReadySeconds', 'hostNetwork', 'hostPid', 'fineGrainedKubelet', 'ignoreAutoConf[]', 'logLevel'],
    ...['apm', 'dogstatsd', 'otlp'].map(port => `hostPorts.${port}`),
    ...['system', 'runtime', 'criSocketPath', 'kubeletTlsVerify', 'kubeletCaPath'].map(field => `host.${field}`),
    ...['name', 'file', 'adIdentifiers[]', 'instances[]', 'initConfig', 'logs[]'].map(field => `checks[].${field}`),
    ...['nodeSelector', 'tolerations[]', 'affinity', 'priorityClassName', 'podAnnotations', 'podLabels', 'serviceAccountAnnotations'],
    ...['imagePullSecrets[]', 'env', 'secretEnv[].name', 'secretEnv[].secretName', 'secretEnv[].secretKey', 'volumes[]', 'volumeMounts[]'],
  ];
}

/** Paths of the sources of a namespace's Secret. */
function plainSource(path: string): string[] {
  const keys = ['apiKey', 'token', 'appKey'].flatMap(key => ['key', 'property', 'version'].map(field => `${key}.${field}`));
  const store = ['kind', 'name', 'provider', 'account.name', 'account.roleArn'].map(field => `store.${field}`);
  return ['kind', 'appKey', 'values', 'refreshInterval', ...keys, ...store].map(field => `${path}.${field}`);
}
