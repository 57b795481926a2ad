import { values } from './coverage-row';
import { NODE_AGENT_COVERAGE } from './node-agent-coverage';
import { Coverage, each, Rows, secretSourcePaths } from '../../parts/delivery-coverage';

const SIDECAR: Coverage = { companion: 'DatadogFargateSidecar puts it into the pods of applications; the chart does not write those' };
const SECRETS: Coverage = { companion: 'TokenReplicator makes the Secrets, and the chart is told their names' };
const AUTHORITY: Coverage = { companion: 'DatadogFargateSidecar: a ConfigMap in every namespace with a sidecar' };
const ADDRESS: Coverage = { companion: 'ClusterAgentStandalone makes the Service; it selects pods by a label that those of the chart have too' };
const FOR_RULES: Coverage = { outside: 'the rules read it; no delivery makes anything of it' };

/** Keys for containers that are there where a feature needs them. */
const TRACE_AGENT = [
  'agents.containers.traceAgent.env', 'agents.containers.traceAgent.logLevel', 'agents.containers.traceAgent.resources',
  'agents.containers.traceAgent.securityContext',
] as const;
const SYSTEM_PROBE = [
  'agents.containers.systemProbe.env', 'agents.containers.systemProbe.logLevel', 'agents.containers.systemProbe.resources',
  'agents.containers.processAgent.env', 'agents.containers.processAgent.logLevel',
  'datadog.systemProbe.enableDefaultKernelHeadersPaths', 'datadog.useHostPID',
] as const;

/** A list for every container of the node Agents, where our own manifests have one for each. */
const EVERY_CONTAINER = 'the chart mounts it into every container of the node Agents, and not into the one alone that reads it';

/** Every field of `ClusterModel` by its path, `[]` for the members of a list. A test compares them with its types. */
export const COVERAGE: Rows = {
  'delivery': { outside: 'it is this one, and the names of the pods and their accounts are those of the chart' },
  'platform.fact': values('agents.tolerations', 'providers.aks.enabled', 'clusterAgent.securityContext', 'clusterChecksRunner.securityContext'),
  'platform.kubernetesVersion': values(
    'datadog.leaderElectionResource', 'datadog.kubernetesUseEndpointSlices', 'datadog.securityContext', 'clusterAgent.securityContext',
    'clusterChecksRunner.securityContext',
  ),
  'platform.fargate': values('agents.affinity'),
  ...each(FOR_RULES, 'platform.fargateProfiles[].name', 'platform.fargateProfiles[].selectors[].namespace', 'platform.fargateProfiles[].selectors[].labels'),
  ...each({ companion: 'ControlPlaneChecks sets up its checks by it' }, 'platform.datastore', 'platform.hostPrefix'),
  'clusterName': values('datadog.clusterName'),
  'site': values('datadog.site'),
  'namespace': { outside: 'helm install --namespace' },
  'createNamespace': { outside: 'helm install --create-namespace' },
  'tags[]': values('datadog.tags'),
  'agentVersion': values('agents.image.tag', 'clusterChecksRunner.image.tag'),
  'clusterAgentVersion': values('clusterAgent.image.tag'),
  'registry': values('registry'),
  'agentImage': { outside: 'the chart puts it together of registry and version, as the model does' },
  'clusterAgentImage': { outside: 'the chart puts it together of registry and version, as the model does' },
  'platform.serviceCidr': FOR_RULES,
  ...each(ADDRESS, 'clusterAgentAddress.ip', 'clusterAgentAddress.family'),
  'clusterAgentAddressUrl': values('clusterAgent.env'),
  'clusterAgentUrl': values('fullnameOverride', 'clusterChecksRunner.env', 'agents.containers.agent.env'),

  'credentials.secret.name': values('datadog.apiKeyExistingSecret', 'datadog.appKeyExistingSecret', 'clusterAgent.tokenExistingSecret'),
  'credentials.secret.appKeySecret': values('datadog.appKeyExistingSecret'),
  ...each({ cannot: 'the chart names the keys of the Secret itself' }, ...['apiKey', 'appKey', 'token'].map(key => `credentials.secret.${key}`)),
  'credentials.revision': values('clusterAgent.podAnnotations', 'clusterChecksRunner.podAnnotations', 'agents.podAnnotations'),
  ...each(SECRETS, 'credentials.source.kind', 'credentials.source.policy', 'credentials.source.namespaceSelectors[]', 'credentials.source.from.kind'),
  ...each(SECRETS, ...secretSourcePaths('credentials.source'), ...secretSourcePaths('credentials.source.from')),

  'clusterAgentTls.secretName': {
    ...values(
      'clusterAgent.env', 'clusterAgent.volumes', 'clusterAgent.volumeMounts',
      'clusterChecksRunner.env', 'clusterChecksRunner.volumes', 'clusterChecksRunner.volumeMounts',
      'agents.containers.agent.env', 'agents.volumes', 'agents.volumeMounts',
    ),
    difference: EVERY_CONTAINER,
  },
  ...each(AUTHORITY, 'clusterAgentTls.configMapName', 'clusterAgentTls.caCertificate'),

  ...ofNodes(),
  'features.tags.podLabels': values('datadog.podLabelsAsTags'),
  'features.tags.podAnnotations': values('datadog.podAnnotationsAsTags'),
  'features.tags.nodeLabels': values('datadog.nodeLabelsAsTags'),
  'features.tags.namespaceLabels': values('datadog.namespaceLabelsAsTags'),
  'features.clusterChecks': values('datadog.clusterChecks.enabled'),
  'features.events.filtering': values('datadog.collectEvents', 'datadog.kubernetesEvents.filteringEnabled'),
  'features.events.unbundled[].kind': values('datadog.kubernetesEvents.unbundleEvents', 'datadog.kubernetesEvents.collectedEventTypes'),
  'features.events.unbundled[].reasons[]': values('datadog.kubernetesEvents.collectedEventTypes'),
  'features.kubeStateMetrics.collectors[]': values('datadog.kubeStateMetricsCore.enabled', 'datadog.kubeStateMetricsCore.collectSecretMetrics'),
  ...each(
    values(
      'datadog.orchestratorExplorer.enabled', 'datadog.orchestratorExplorer.customResources',
      'datadog.orchestratorExplorer.kubelet_configuration_check.enabled',
    ),
    ...['group', 'version', 'resource'].map(part => `features.orchestratorExplorer.customResources[].${part}`),
  ),
  'features.externalMetrics.useDatadogMetrics': values('datadog.appKeyExistingSecret', 'clusterAgent.metricsProvider.enabled', 'clusterAgent.metricsProvider.useDatadogMetrics'),
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
  'features.remoteConfiguration': {
    ...values('remoteConfiguration.enabled', 'clusterAgent.admissionController.remoteInstrumentation.enabled'),
    difference: 'the chart gives it to the Cluster Agent together with library injection by remote configuration, for which the Cluster Agent may patch workloads where the admission controller is on',
  },

  ...component('clusterAgent', 'clusterAgent'),
  ...component('clusterCheckRunners', 'clusterChecksRunner'),
  'clusterCheckRunners.replicas': values(
    'clusterChecksRunner.enabled', 'clusterChecksRunner.replicas', 'clusterChecksRunner.createPodDisruptionBudget',
    'datadog.kubeStateMetricsCore.useClusterCheckRunners',
  ),
  ...each(values('clusterAgent.advancedConfd'), ...['name', 'file', 'instances[]', 'initConfig', 'byClusterAgent'].map(f => `clusterAgent.checks[].${f}`)),
  ...each(
    values('clusterAgent.advancedConfd'),
    ...['kind', 'namespace', 'name', 'resolve'].map(f => `clusterAgent.checks[].adIdentifiers[].${f}`),
  ),

  ...NODE_AGENT_COVERAGE,

  ...each(SIDECAR, ...['resources.cpu', 'resources.memory', 'env', 'documentedPermissions', 'placement'].map(f => `sidecar.${f}`)),
  ...each(SIDECAR, ...['readOnlyRootFilesystem', 'probes'].map(f => `sidecar.${f}`)),
  ...each(SIDECAR, ...['env', 'service', 'version'].map(tag => `sidecar.serviceTags.${tag}`)),
};

/** What the chart does otherwise, whatever the model says. */
export const DIFFERENCES: readonly string[] = [
  'permissions are the chart\'s: more than the Agents use',
  'names for labels of its objects are the chart\'s, and the DaemonSet and its account have the name of the release',
  'images start as root where the chart says nothing else',
  'ConfigMaps tell Datadog how it was installed, and are new at every rendering',
  'the token of the nodes\' account is in every container of their pods, the init containers too, and not in the Agents alone',
  'the collectors of kube-state-metrics are the chart\'s own list, from which this library has its list for the default version of the Agent',
];

/** The fields of a Deployment, which the chart has under the same names for both components. */
function component(path: string, key: 'clusterAgent' | 'clusterChecksRunner'): { [path: string]: Coverage } {
  return {
    [`${path}.replicas`]: values(`${key}.replicas`, `${key}.createPodDisruptionBudget`),
    ...each(values(`${key}.resources`), `${path}.resources.cpu`, `${path}.resources.memory`),
    [`${path}.spread`]: { outside: 'the chart always prefers nodes without a pod of the component; where each pod has its own node that means nothing' },
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

/** What sidecars and node Agents take in: by values where there are nodes, and with the sidecars elsewhere. */
function ofNodes(): { [path: string]: Coverage } {
  const TO_AGENT = 'agents.containers.agent.env';
  const kernel = 'the chart has a process-agent for it where the system-probe does not send by itself, and mounts more of the node';
  return {
    'features.apm.socket': values('datadog.apm.socketEnabled', 'datadog.useHostPID', ...TRACE_AGENT),
    'features.apm.port': {
      ...values('datadog.apm.useLocalService', ...TRACE_AGENT),
      difference: 'the trace-agent of the chart listens on the address of its pod also where traces come by the socket alone',
    },
    'features.dogstatsd.socket': {
      ...values('datadog.dogstatsd.useSocketVolume', 'datadog.useHostPID', TO_AGENT),
      difference: 'where it is off the Agent of the chart makes the socket all the same, in a folder that no other pod has',
    },
    'features.dogstatsd.port': values('datadog.dogstatsd.nonLocalTraffic', TO_AGENT),
    'features.dogstatsd.originDetection': values('datadog.dogstatsd.originDetection'),
    'features.dogstatsd.tagCardinality': values('datadog.dogstatsd.tagCardinality'),
    'features.otlp.grpc': values(
      'datadog.otlp.receiver.protocols.grpc.enabled', 'datadog.otlp.receiver.protocols.grpc.endpoint',
      'datadog.otlp.receiver.protocols.grpc.useHostPort',
    ),
    'features.otlp.http': values(
      'datadog.otlp.receiver.protocols.http.enabled', 'datadog.otlp.receiver.protocols.http.endpoint',
      'datadog.otlp.receiver.protocols.http.useHostPort',
    ),
    'features.otlp.logs': values('datadog.otlp.logs.enabled'),
    'features.liveProcesses': values('datadog.processAgent.processCollection', 'datadog.useHostPID'),
    'features.liveContainers': values('datadog.processAgent.containerCollection'),
    'features.processDiscovery': values('datadog.processAgent.processDiscovery'),
    'features.containerLifecycle': values('datadog.containerLifecycle.enabled'),
    'features.containerImageCollection': values('datadog.containerImageCollection.enabled'),
    'features.logs.collectAll': values('datadog.logs.enabled', 'datadog.logs.containerCollectAll'),
    'features.logs.multiLine': values('datadog.logs.autoMultiLineDetection'),
    'features.networkMonitoring': { ...values('datadog.networkMonitoring.enabled', ...SYSTEM_PROBE), difference: kernel },
    'features.universalServiceMonitoring': { ...values('datadog.serviceMonitoring.enabled', ...SYSTEM_PROBE), difference: kernel },
    'features.serviceDiscovery': { ...values('datadog.discovery.enabled', TO_AGENT, ...SYSTEM_PROBE), difference: kernel },
  };
}
