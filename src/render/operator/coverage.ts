import { Coverage, each, Rows, secretSourcePaths } from '../../parts/delivery-coverage';

const SIDECAR: Coverage = { companion: 'DatadogFargateSidecar puts it into the pods of applications, which the Operator does not write' };
const SECRETS: Coverage = { companion: 'TokenReplicator makes the Secrets, and the DatadogAgent names them' };
const ADDRESS: Coverage = { companion: 'a Service beside the Operator\'s own; it selects pods by a label that those of the Operator have too' };
const FOR_RULES: Coverage = { outside: 'the rules read it; no delivery makes anything of it' };

const AGENT = 'override.nodeAgent.containers.agent';
const CLUSTER_AGENT = 'override.clusterAgent.containers.cluster-agent';
const AGENTS = ['agent', 'trace-agent', 'system-probe'].map(name => `override.nodeAgent.containers.${name}`);

const spec = (...paths: readonly string[]): Coverage => ({ keys: paths });
const but = (coverage: Coverage, difference: string): Coverage => ({ ...coverage, difference });

const SHARED = 'the Operator has the Agents of the pod share settings by a port of the pod, 5009';

/** Every field of `ClusterModel` by its path, `[]` for the members of a list. A test compares them with its types. */
export const COVERAGE: Rows = {
  'platform.fact': spec('metadata.annotations', 'override.nodeAgent.disabled', AGENT, CLUSTER_AGENT),
  'platform.kubernetesVersion': but(
    spec(`${CLUSTER_AGENT}.env`, 'override.clusterAgent.securityContext'),
    'definitions of the Operator\'s current releases need Kubernetes 1.16; older clusters need an older Operator',
  ),
  ...each(FOR_RULES, 'platform.fargateProfiles[].name', 'platform.fargateProfiles[].selectors[].namespace', 'platform.fargateProfiles[].selectors[].labels'),
  'platform.fargate': spec('override.nodeAgent.affinity'),
  ...each({ companion: 'ControlPlaneChecks sets up its checks by it' }, 'platform.datastore', 'platform.hostPrefix'),
  'platform.serviceCidr': FOR_RULES,
  'delivery': spec(...['nodeAgent', 'clusterAgent', 'clusterChecksRunner'].flatMap(key => ['name', 'serviceAccountName'].map(name => `override.${key}.${name}`))),
  'clusterName': spec('global.clusterName'),
  'site': spec('global.site'),
  'namespace': but(spec('metadata.namespace'), 'the Operator must watch that namespace'),
  'createNamespace': { companion: 'the Namespace is made beside the DatadogAgent' },
  'tags[]': spec('global.tags'),
  'agentVersion': spec('override.nodeAgent.image.tag', 'override.clusterChecksRunner.image.tag'),
  'clusterAgentVersion': spec('override.clusterAgent.image.tag'),
  'registry': spec('global.registry', 'features.admissionController.registry'),
  'agentImage': { outside: 'the Operator puts it together of registry and version, as the model does' },
  'clusterAgentImage': { outside: 'the Operator puts it together of registry and version, as the model does' },
  ...each(ADDRESS, 'clusterAgentAddress.ip', 'clusterAgentAddress.family'),
  'clusterAgentAddressUrl': spec(`${CLUSTER_AGENT}.env`),
  'clusterAgentUrl': spec(`${AGENT}.env`, 'override.clusterChecksRunner.containers.agent.env'),

  'credentials.secret.name': spec('global.credentials.apiSecret.secretName', 'global.clusterAgentTokenSecret.secretName'),
  'credentials.secret.apiKey': spec('global.credentials.apiSecret.keyName'),
  'credentials.secret.token': but(
    spec('global.clusterAgentTokenSecret.keyName'), 'every container of the Operator\'s pods has the token, and not the core Agent alone',
  ),
  ...each(spec(`${CLUSTER_AGENT}.env`), 'credentials.secret.appKey', 'credentials.secret.appKeySecret'),
  'credentials.revision': spec('override.nodeAgent.annotations', 'override.clusterAgent.annotations', 'override.clusterChecksRunner.annotations'),
  ...each(SECRETS, 'credentials.source.kind', 'credentials.source.policy', 'credentials.source.namespaceSelectors[]', 'credentials.source.from.kind'),
  ...each(SECRETS, ...secretSourcePaths('credentials.source'), ...secretSourcePaths('credentials.source.from')),

  'clusterAgentTls.secretName': spec('override.nodeAgent.volumes', 'override.clusterAgent.volumes', 'override.clusterChecksRunner.volumes'),
  ...each({ companion: 'DatadogFargateSidecar: a ConfigMap in every namespace with a sidecar' }, 'clusterAgentTls.configMapName', 'clusterAgentTls.caCertificate'),

  ...nodeFeatures(),
  ...clusterFeatures(),

  ...component('clusterAgent', 'clusterAgent', CLUSTER_AGENT),
  ...component('clusterCheckRunners', 'clusterChecksRunner', 'override.clusterChecksRunner.containers.agent'),
  'clusterCheckRunners.replicas': spec(
    'features.clusterChecks.useClusterChecksRunners', 'features.kubeStateMetricsCore.conf.configData',
    'override.clusterChecksRunner.replicas', 'override.clusterChecksRunner.createPodDisruptionBudget',
  ),
  ...each(
    { companion: 'a ConfigMap, which the DatadogAgent names by its files' },
    ...['instances[]', 'initConfig', 'byClusterAgent', ...['kind', 'namespace', 'name', 'resolve'].map(f => `adIdentifiers[].${f}`)].map(f => `clusterAgent.checks[].${f}`),
  ),
  ...each(spec('override.clusterAgent.volumes', `${CLUSTER_AGENT}.volumeMounts`), 'clusterAgent.checks[].name', 'clusterAgent.checks[].file'),

  ...nodeAgent(),

  ...each(SIDECAR, ...['resources.cpu', 'resources.memory', 'env', 'documentedPermissions', 'placement'].map(f => `sidecar.${f}`)),
  ...each(SIDECAR, ...['readOnlyRootFilesystem', 'probes'].map(f => `sidecar.${f}`)),
  ...each(SIDECAR, ...['env', 'service', 'version'].map(tag => `sidecar.serviceTags.${tag}`)),
};

/** What the Operator does otherwise, whatever the model says. */
export const DIFFERENCES: readonly string[] = [
  'permissions are the Operator\'s: more than the Agents use, with list and watch on every Secret where kube-state-metrics is on',
  'the Cluster Agent and the runners run as the user of the image, which is root, with the capabilities of the container runtime',
  'only the socket of the container runtime is mounted, for trace-agents too, and not its folder: an Agent loses it when the runtime is started anew',
  'containers have a port and the Service of the nodes\' Agents has it too for traces and DogStatsD, also where nothing listens there',
  'with runners, they collect the resources of Kubernetes and not the Cluster Agent',
  'Deployments always prefer nodes without a pod of theirs; an affinity of the user\'s is added to that',
  'the token of the nodes\' account is in every container of their pods, the init containers too, and not in the Agents alone',
];

/** What the Agents take in. On Fargate that is said to sidecars, which is not the Operator's part. */
function nodeFeatures(): { [path: string]: Coverage } {
  const at = (path: string, coverage: Coverage) => ({ [`features.${path}`]: coverage });
  return {
    ...at('apm.socket', spec('features.apm.enabled', 'features.apm.unixDomainSocketConfig.enabled', ...AGENTS.slice(0, 2))),
    ...at('apm.port', spec('features.apm.enabled', 'features.apm.hostPortConfig.enabled', ...AGENTS.slice(0, 2))),
    ...at('dogstatsd.socket', spec('features.dogstatsd.unixDomainSocketConfig.enabled', AGENT)),
    ...at('dogstatsd.port', spec('features.dogstatsd.nonLocalTraffic', AGENT)),
    ...at('dogstatsd.originDetection', spec('features.dogstatsd.originDetectionEnabled')),
    ...at('dogstatsd.tagCardinality', spec('features.dogstatsd.tagCardinality', `${AGENT}.env`)),
    ...at('otlp.grpc', spec('features.otlp.receiver.protocols.grpc')),
    ...at('otlp.http', spec('features.otlp.receiver.protocols.http')),
    ...at('otlp.logs', spec(`${AGENT}.env`)),
    ...at('liveProcesses', but(
      spec('features.liveProcessCollection.enabled', `${AGENT}.env`),
      'on nodes without a file of users env vars turn it on: the Operator would mount that file with the feature',
    )),
    ...at('liveContainers', spec('features.liveContainerCollection.enabled', `${AGENT}.env`)),
    ...at('processDiscovery', spec('features.processDiscovery.enabled', `${AGENT}.env`)),
    ...each(spec(`${AGENT}.env`), 'features.containerLifecycle', 'features.containerImageCollection'),
    ...at('logs.collectAll', spec('features.logCollection.enabled', 'features.logCollection.containerCollectAll', `${AGENT}.env`)),
    ...at('logs.multiLine', spec('features.logCollection.autoMultiLineDetection')),
    ...at('tags.podLabels', spec('global.podLabelsAsTags')),
    ...at('tags.podAnnotations', spec('global.podAnnotationsAsTags')),
    ...at('tags.nodeLabels', spec('global.nodeLabelsAsTags')),
    ...at('tags.namespaceLabels', spec('global.namespaceLabelsAsTags')),
    ...at('networkMonitoring', but(spec('features.npm.enabled', ...AGENTS.map(container => `${container}.env`)), SHARED)),
    ...at('universalServiceMonitoring', but(spec('features.usm.enabled', ...AGENTS.map(container => `${container}.env`)), SHARED)),
    ...at('serviceDiscovery', but(
      spec('features.serviceDiscovery.enabled', ...AGENTS.map(container => `${container}.env`)), 'from Agent 7.78 on the Operator sets DD_DISCOVERY_USE_SYSTEM_PROBE_LITE for the system-probe',
    )),
  };
}

function clusterFeatures(): { [path: string]: Coverage } {
  const instrumentation = 'features.apm.instrumentation';
  const webhook = 'features.admissionController';
  const events = 'features.eventCollection';
  return {
    'features.clusterChecks': spec('features.clusterChecks.enabled', `${CLUSTER_AGENT}.env`),
    'features.events.filtering': but(
      spec(`${events}.unbundleEvents`, 'override.clusterAgent.volumes'), 'it has no field of its own, so that a file says it, and which events there are one by one',
    ),
    ...each(spec(`${events}.unbundleEvents`, `${events}.collectedEventTypes`), 'features.events.unbundled[].kind', 'features.events.unbundled[].reasons[]'),
    'features.kubeStateMetrics.collectors[]': spec('features.kubeStateMetricsCore.enabled', 'features.kubeStateMetricsCore.conf.configData', `${AGENT}.env`),
    ...each(
      spec('features.orchestratorExplorer.enabled', 'features.orchestratorExplorer.customResources', `${CLUSTER_AGENT}.env`, `${AGENT}.env`),
      ...['group', 'version', 'resource'].map(part => `features.orchestratorExplorer.customResources[].${part}`),
    ),
    'features.externalMetrics.useDatadogMetrics': spec('features.externalMetricsServer.enabled', 'features.externalMetricsServer.useDatadogMetrics', `${CLUSTER_AGENT}.env`),
    'features.admissionController.mutateUnlabelled': spec(`${webhook}.mutateUnlabelled`),
    'features.admissionController.failurePolicy': spec(`${webhook}.failurePolicy`),
    'features.admissionController.configMode': spec(`${webhook}.agentCommunicationMode`, `${CLUSTER_AGENT}.env`),
    'features.apmInstrumentation.enabledNamespaces[]': spec(`${instrumentation}.enabledNamespaces`),
    'features.apmInstrumentation.disabledNamespaces[]': spec(`${instrumentation}.disabledNamespaces`),
    'features.apmInstrumentation.libVersions': spec(`${instrumentation}.libVersions`),
    'features.apmInstrumentation.targets[]': spec(`${instrumentation}.targets`),
    'features.apmInstrumentation.languageDetection': spec(`${instrumentation}.languageDetection.enabled`),
    'features.prometheusScrape.serviceEndpoints': spec('features.prometheusScrape.enableServiceEndpoints'),
    'features.prometheusScrape.checks[]': spec('features.prometheusScrape.additionalConfigs'),
    'features.remoteConfiguration': spec('features.remoteConfiguration.enabled'),
  };
}

/** What all pods have, under the same names. */
function pods(path: string, key: string, containers: readonly string[]): { [path: string]: Coverage } {
  const override = `override.${key}`;
  return {
    [`${path}.nodeSelector`]: spec(`${override}.nodeSelector`),
    [`${path}.tolerations[]`]: spec(`${override}.tolerations`),
    [`${path}.affinity`]: spec(`${override}.affinity`),
    [`${path}.priorityClassName`]: spec(`${override}.priorityClassName`),
    [`${path}.podAnnotations`]: spec(`${override}.annotations`),
    [`${path}.podLabels`]: spec(`${override}.labels`),
    [`${path}.serviceAccountAnnotations`]: spec(`${override}.serviceAccountAnnotations`),
    [`${path}.imagePullSecrets[]`]: spec(`${override}.image.pullSecrets`),
    [`${path}.env`]: spec(`${override}.env`),
    ...each(spec(`${override}.env`), ...['name', 'secretName', 'secretKey'].map(f => `${path}.secretEnv[].${f}`)),
    [`${path}.volumes[]`]: spec(`${override}.volumes`),
    [`${path}.volumeMounts[]`]: spec(...containers.map(c => `${c}.volumeMounts`)),
    [`${path}.logLevel`]: spec(...containers.map(c => `${c}.logLevel`)),
  };
}

function component(path: string, key: 'clusterAgent' | 'clusterChecksRunner', container: string): { [path: string]: Coverage } {
  return {
    ...pods(path, key, [container]),
    [`${path}.replicas`]: spec(`override.${key}.replicas`, `override.${key}.createPodDisruptionBudget`),
    ...each(spec(`${container}.resources`), `${path}.resources.cpu`, `${path}.resources.memory`),
    [`${path}.spread`]: { outside: 'the Operator always prefers nodes without a pod of the component, which means nothing where each pod has its own' },
    [`${path}.topologySpreadConstraints[]`]: spec(`override.${key}.topologySpreadConstraints`),
  };
}

function nodeAgent(): { [path: string]: Coverage } {
  const at = (path: string, coverage: Coverage) => ({ [`nodeAgent.${path}`]: coverage });
  const resources = ['resources', 'traceAgentResources', 'systemProbeResources'];
  return {
    ...pods('nodeAgent', 'nodeAgent', AGENTS),
    ...Object.assign({}, ...resources.map((of, i) => each(spec(`${AGENTS[i]}.resources`), ...['cpu', 'memory', 'cpuLimit', 'memoryLimit'].map(amount => `nodeAgent.${of}.${amount}`)))),
    ...at('maxUnavailable', spec('override.nodeAgent.updateStrategy.rollingUpdate.maxUnavailable')),
    ...at('minReadySeconds', { cannot: 'of a DaemonSet the Operator takes the strategy alone' }),
    ...at('hostNetwork', spec('override.nodeAgent.hostNetwork', 'override.nodeAgent.dnsPolicy')),
    ...at('hostPid', spec('override.nodeAgent.hostPID')),
    ...at('fineGrainedKubelet', spec('metadata.annotations')),
    ...at('ignoreAutoConf[]', spec(`${AGENT}.env`)),
    ...at('hostPorts.apm', spec('features.apm.hostPortConfig.enabled')),
    ...at('hostPorts.dogstatsd', spec('features.dogstatsd.hostPortConfig.enabled')),
    ...at('hostPorts.otlp', spec('features.otlp.receiver.protocols')),
    ...at('host.system', spec('metadata.annotations', 'features.processDiscovery.enabled')),
    ...at('host.runtime', spec('global.criSocketPath', 'global.dockerSocketPath')),
    ...at('host.criSocketPath', spec('global.criSocketPath', 'global.dockerSocketPath')),
    ...at('host.kubeletTlsVerify', spec('global.kubelet.tlsVerify')),
    ...at('host.kubeletCaPath', spec('global.kubelet.hostCAPath')),
    ...each(
      { companion: 'a ConfigMap, which the DatadogAgent names by its files' },
      ...['adIdentifiers[]', 'instances[]', 'initConfig', 'logs[]'].map(f => `nodeAgent.checks[].${f}`),
    ),
    ...each(spec('override.nodeAgent.extraConfd.configMap.items'), 'nodeAgent.checks[].name', 'nodeAgent.checks[].file'),
  };
}
