import { delivered, fullNodes, operatorModel } from './full-models';
import { CLUSTER_AGENT } from '../../../src/facts/cluster-agent';
import { OPERATOR } from '../../../src/facts/operator';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { resolveSidecarInjection } from '../../../src/model/sidecar-injection';
import { checkConfigMaps } from '../../../src/render/operator/check-files';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { controlPlaneModel } from '../../control-plane-checks/delivered';
import { fullDescription } from '../helm-values/full-models';

const specOf = (description: Partial<ClusterDescription> = {}, more = {}): any => datadogAgent(delivered(description, more)).spec;
const OFF = { enabled: false };
const smallest = () => ({ requests: { cpu: '250m', memory: '768Mi' }, limits: { cpu: '250m', memory: '768Mi' } });
const common = (name: string, serviceAccountName: string, image: string) => ({
  name,
  serviceAccountName,
  image: { name: image, tag: '7.81.1' },
  labels: { 'admission.datadoghq.com/enabled': 'false' },
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
  replicas: 2,
  createPodDisruptionBudget: true,
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
});

test('a cluster on Fargate alone', () => {
  const { spec, ...rest } = datadogAgent(delivered({ site: 'ap1.datadoghq.com', tags: { env: 'prd' } }, { labels: { owner: 'platform' } })) as any;
  expect(rest).toEqual({
    apiVersion: 'datadoghq.com/v2alpha1',
    kind: 'DatadogAgent',
    metadata: {
      name: 'datadog',
      namespace: 'datadog',
      labels: { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' },
      annotations: { 'agent.datadoghq.com/cluster-provider': 'eks' },
    },
  });
  const { kubeStateMetricsCore, ...features } = spec.features;
  expect(spec.global).toEqual({
    clusterName: 'prod-tokyo',
    site: 'ap1.datadoghq.com',
    registry: 'registry.datadoghq.com',
    tags: ['env:prd'],
    commonLabels: { owner: 'platform' },
    credentials: { apiSecret: { secretName: 'datadog-secret', keyName: 'api-key' } },
    clusterAgentTokenSecret: { secretName: 'datadog-secret', keyName: 'token' },
    networkPolicy: { create: false },
  });
  expect(features).toEqual({
    dataPlane: OFF,
    dogstatsd: { unixDomainSocketConfig: OFF },
    liveContainerCollection: OFF,
    processDiscovery: OFF,
    serviceDiscovery: OFF,
    apm: { ...OFF, instrumentation: { ...OFF, languageDetection: OFF } },
    clusterChecks: { enabled: true, useClusterChecksRunners: true },
    eventCollection: { collectKubernetesEvents: true },
    orchestratorExplorer: { enabled: true },
    externalMetricsServer: OFF,
    admissionController: OFF,
    prometheusScrape: OFF,
    remoteConfiguration: OFF,
    controlPlaneMonitoring: OFF,
  });
  expect(JSON.parse(kubeStateMetricsCore.conf.configData)).toMatchObject({ cluster_check: true, instances: [{ skip_leader_election: true }] });
  expect(spec.override).toEqual({
    nodeAgent: { disabled: true, createRbac: false },
    clusterAgent: {
      ...common('datadog-cluster-agent', 'datadog-cluster-agent', 'cluster-agent'),
      containers: {
        'cluster-agent': {
          env: [
            { name: 'DD_ADMISSION_CONTROLLER_ENABLED', value: 'false' },
            { name: 'DD_EXTERNAL_METRICS_PROVIDER_ENABLED', value: 'false' },
            { name: 'DD_LANGUAGE_DETECTION_ENABLED', value: 'false' },
            { name: 'DD_LEADER_ELECTION_DEFAULT_RESOURCE', value: 'lease' },
            { name: 'DD_ORCHESTRATOR_EXPLORER_CUSTOM_RESOURCES_OOTB_ENABLED', value: 'false' },
            { name: 'KUBERNETES', value: 'yes' },
          ],
          resources: smallest(),
        },
      },
    },
    clusterChecksRunner: {
      ...common('datadog-clusterchecks', 'datadog-cluster-checks', 'agent'),
      containers: {
        'agent': {
          env: [
            { name: 'DD_CLUSTER_AGENT_URL', value: 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005' },
            { name: 'DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', value: 'false' },
            { name: 'DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', value: 'false' },
            { name: 'DD_REMOTE_CONFIGURATION_ENABLED', value: 'false' },
          ],
          resources: smallest(),
        },
        'init-config': { resources: smallest() },
        'init-copy-check-assets': { resources: smallest() },
      },
    },
  });
});

describe('nodes with everything', () => {
  const cluster = delivered(fullNodes());
  const { features, global, override: { nodeAgent } } = datadogAgent(cluster).spec as any;

  test('the nodes and what they send', () => {
    expect(global).toMatchObject({
      localService: { nameOverride: 'datadog-agent' },
      criSocketPath: '/run/crio/crio.sock',
      kubelet: { tlsVerify: false, hostCAPath: '/etc/kubernetes/ca.crt', agentCAPath: '/var/run/kubelet-ca/ca.crt' },
      podLabelsAsTags: { app: 'app' },
    });
    expect(features).toMatchObject({
      apm: {
        enabled: true,
        hostPortConfig: { enabled: true, hostPort: 8126 },
        unixDomainSocketConfig: { enabled: true, path: '/var/run/datadog/apm.socket' },
        instrumentation: { enabled: true, languageDetection: { enabled: true } },
      },
      dogstatsd: { originDetectionEnabled: true, tagCardinality: 'orchestrator', nonLocalTraffic: true, hostPortConfig: { enabled: true, hostPort: 8125 } },
      otlp: { receiver: { protocols: { grpc: { enabled: true, endpoint: '0.0.0.0:4317', hostPortConfig: { enabled: true, hostPort: 4317 } } } } },
      logCollection: { enabled: true, containerCollectAll: true, containerCollectUsingFiles: true, autoMultiLineDetection: true },
      eventCollection: { collectKubernetesEvents: true, unbundleEvents: true, collectedEventTypes: [{ kind: 'Pod', reasons: ['BackOff'] }, { kind: 'Node', reasons: [] }] },
      admissionController: { enabled: true, agentCommunicationMode: 'hostip', failurePolicy: 'Fail', mutateUnlabelled: true, probe: OFF },
      liveProcessCollection: { enabled: true },
      npm: { enabled: true },
      usm: { enabled: true },
      serviceDiscovery: { enabled: true },
    });
  });

  test('their pods', () => {
    const { containers, ...pods } = nodeAgent;
    expect(pods).toMatchObject({
      name: 'datadog-agent',
      serviceAccountName: 'datadog-node-agent',
      serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/cluster-agent' },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } },
      hostNetwork: true,
      dnsPolicy: 'ClusterFirstWithHostNet',
      hostPID: true,
      annotations: { 'cdk8s-datadog/secret-revision': '2026-11-21' },
      env: [{ name: 'DD_HOSTNAME_TRUST_UTS_NAMESPACE', value: 'true' }, { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
      extraConfd: { configMap: { name: 'datadog-agent-checks', items: [{ key: 'nginx.shop.yaml', path: 'nginx.d/shop.yaml' }] } },
      volumes: [
        { name: 'agent-ca-cert', secret: { secretName: 'dd-ca', items: [{ key: 'tls.crt', path: 'ca.crt' }] } },
        { name: 'os-release-file', hostPath: { path: '/etc/os-release' } },
        { name: 'more', emptyDir: {} },
      ],
    });
    expect(Object.keys(containers)).toEqual(['agent', 'trace-agent', 'system-probe', 'init-volume', 'init-config', 'seccomp-setup']);
    expect(containers['trace-agent']).toMatchObject({ logLevel: 'debug', volumeMounts: [{ name: 'more', mountPath: '/more' }] });
    expect(containers.agent.volumeMounts.map((m: any) => m.mountPath)).toEqual(['/etc/datadog-agent/certificates', '/host/etc/os-release', '/more']);
    expect(containers.agent.env).toContainEqual({ name: 'DD_IGNORE_AUTOCONF', value: 'redisdb kubernetes_state' });
  });

  test('no env var of the user\'s is written twice, nor one that a field says', () => {
    // Of the trace-agent the Operator does not say whether logs are on.
    const names = Object.values(nodeAgent.containers).flatMap((c: any) => c.env ?? []).map((e: any) => e.name).filter(name => name !== 'DD_LOGS_ENABLED');
    expect(nodeAgent.containers.agent.env.map((e: any) => e.name)).not.toContain('DD_LOGS_ENABLED');
    expect(names).not.toEqual(expect.arrayContaining(['DD_HOSTNAME_TRUST_UTS_NAMESPACE']));
    expect(names.filter(name => ['DD_SITE', 'DD_API_KEY', 'DD_SYSTEM_PROBE_NETWORK_ENABLED', 'DD_TAGS'].includes(name))).toEqual([]);
  });

  test('the files of checks are in ConfigMaps that the spec names', () => {
    const maps = checkConfigMaps(cluster);
    expect(maps.map(m => [m.metadata!.name, Object.keys(m.data)])).toEqual([
      ['datadog-cluster-agent-confd', ['http_check.shop.yaml', 'tcp_check.yaml']],
      ['datadog-agent-checks', ['nginx.shop.yaml']],
    ]);
    const { clusterAgent } = (datadogAgent(cluster).spec as any).override;
    expect(clusterAgent.volumes.slice(0, 2)).toEqual([
      { name: 'checks-0', configMap: { name: 'datadog-cluster-agent-confd', items: [{ key: 'http_check.shop.yaml', path: 'shop.yaml' }] } },
      { name: 'checks-1', configMap: { name: 'datadog-cluster-agent-confd', items: [{ key: 'tcp_check.yaml', path: 'tcp_check.yaml' }] } },
    ]);
    expect(clusterAgent.containers['cluster-agent'].volumeMounts[0]).toEqual({ name: 'checks-0', mountPath: '/etc/datadog-agent/conf.d/http_check.d', readOnly: true });
  });
});

test('the authority of the Cluster Agent is beside the folder that external metrics write to', () => {
  const { clusterAgent } = specOf(fullDescription()).override;
  const { env, volumeMounts } = clusterAgent.containers['cluster-agent'];
  expect(env.filter((e: any) => e.name.startsWith('DD_CLUSTER_TRUST_CHAIN'))).toEqual([
    { name: 'DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', value: '/etc/datadog-agent-authority/tls.crt' },
    { name: 'DD_CLUSTER_TRUST_CHAIN_CA_KEY_FILE_PATH', value: '/etc/datadog-agent-authority/tls.key' },
    { name: 'DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', value: 'true' },
  ]);
  expect(volumeMounts).toContainEqual({ name: 'cluster-agent-authority', mountPath: '/etc/datadog-agent-authority', readOnly: true });
});

test('the application key is the Cluster Agent\'s alone', () => {
  const { global, override } = specOf({ platform: { fact: PLATFORMS.eks }, features: { externalMetrics: { enabled: true } } });
  expect(global.credentials).toEqual({ apiSecret: { secretName: 'datadog-secret', keyName: 'api-key' } });
  expect(JSON.stringify(override.nodeAgent)).not.toContain('app-key');
  expect(override.clusterAgent.containers['cluster-agent'].env).toContainEqual({
    name: 'DD_APP_KEY', valueFrom: { secretKeyRef: { name: 'datadog-secret', key: 'app-key' } },
  });
});

test('filtered events are said by a file, and not by fields too', () => {
  const events = { filtering: true, unbundle: true };
  const { features, override } = specOf({ features: { events } });
  expect(features.eventCollection).toEqual({ collectKubernetesEvents: true });
  expect(override.clusterAgent.volumes[0].configMap.items).toEqual([{ key: 'kubernetes_apiserver.yaml', path: 'kubernetes_apiserver.yaml' }]);
  expect(JSON.parse(checkConfigMaps(delivered({ features: { events } }))[0].data['kubernetes_apiserver.yaml']).instances[0]).toMatchObject({ filtering_enabled: true, unbundle_events: true });
});

test('a node without a file of users gets processes by env vars, so that nothing mounts it', () => {
  const { features, override } = specOf({
    platform: { fact: PLATFORMS.eks },
    features: { liveProcesses: { enabled: true } },
    nodeAgent: { operatingSystem: 'bottlerocket' },
  });
  expect([features.liveProcessCollection, features.processDiscovery]).toEqual([OFF, OFF]);
  expect(override.nodeAgent.containers.agent.env).toEqual(expect.arrayContaining([
    { name: 'DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', value: 'true' },
    { name: 'DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', value: 'true' },
  ]));
});

test('traces and DogStatsD that are off are off', () => {
  const { features, override } = specOf({ platform: { fact: PLATFORMS.eks }, features: { apm: OFF, dogstatsd: OFF } });
  expect(features.apm).toMatchObject(OFF);
  expect(features.dogstatsd).toMatchObject({ nonLocalTraffic: false, hostPortConfig: OFF, unixDomainSocketConfig: OFF });
  expect(override.nodeAgent.containers.agent.env).toEqual(expect.arrayContaining([
    { name: 'DD_APM_ENABLED', value: 'false' },
    { name: 'DD_USE_DOGSTATSD', value: 'false' },
  ]));
  expect(override.nodeAgent.containers['trace-agent']).toBeUndefined();
});

test('a port that is not the node\'s is open all the same', () => {
  const { features, override } = specOf({
    platform: { fact: PLATFORMS.eks },
    features: { apm: { portEnabled: true } },
    nodeAgent: { hostPorts: { apm: false } },
  });
  expect(features.apm.hostPortConfig.enabled).toBe(false);
  expect(override.nodeAgent.containers['trace-agent'].env).toEqual(expect.arrayContaining([{ name: 'DD_APM_NON_LOCAL_TRAFFIC', value: 'true' }]));
});

test('certificates by the address of the node: the Operator\'s own init container copies them', () => {
  const { delivered: cluster } = controlPlaneModel({ platform: { fact: PLATFORMS.rke, kubernetesVersion: '1.30' } });
  const { nodeAgent } = (datadogAgent(cluster).spec as any).override;
  const { args: [script], env, volumeMounts } = nodeAgent.containers['init-config'];
  expect(script).toMatch(/^for script in [\s\S]*\n\(\nset -eu\n[\s\S]*\n\)$/);
  expect(env).toEqual([{ name: 'NODE_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } }]);
  expect(volumeMounts.map((m: any) => m.mountPath)).toEqual(['/host-certificates', '/etc/datadog-etcd-certificate']);
  expect(nodeAgent.containers.agent.volumeMounts.map((m: any) => m.mountPath)).not.toContain('/host-certificates');
  expect(nodeAgent.containers['trace-agent'].volumeMounts).toBeUndefined();
});

test('Agents by the webhook, with one selector and one profile', () => {
  const model = operatorModel({ features: { admissionController: { enabled: true } }, clusterAgentTls: { secretName: 'dd-ca', configMapName: 'datadog-ca-cert' } });
  const webhook = resolveSidecarInjection({ via: { kind: 'datadogWebhook' }, namespaces: ['shop'], serviceAccounts: [{ namespace: 'shop', name: 'web' }] }, model);
  const { features, override } = datadogAgent({ model, webhook, nodeParts: [], runnerParts: [], labels: {} }).spec as any;
  const { selectors, profiles, ...injection } = features.admissionController.agentSidecarInjection;
  expect(injection).toEqual({
    enabled: true,
    provider: 'fargate',
    clusterAgentCommunicationEnabled: true,
    clusterAgentTlsVerification: { enabled: true, copyCaConfigMap: false },
    registry: 'registry.datadoghq.com',
    image: { name: 'agent', tag: '7.81.1' },
  });
  expect([selectors.length, selectors[0].namespaceSelector.matchExpressions[0].values]).toEqual([1, ['shop']]);
  expect([profiles.length, Object.keys(profiles[0])]).toEqual([1, ['env', 'resources', 'securityContext']]);
  expect(override.clusterAgent.containers['cluster-agent'].env.map((e: any) => e.name)).toEqual(expect.arrayContaining(['DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_KUBELET_API_LOGGING_ENABLED']));
});

test.each([
  ['openShift4', 'openshift-rhcos'], ['aks', 'aks'], ['talos', 'talos'], ['eks', 'eks'], ['kubeadm', undefined], ['gke', undefined],
] as const)('the provider of %s', (id, provider) => {
  const { annotations } = datadogAgent(delivered({ platform: { fact: PLATFORMS[id] } })).metadata as any;
  expect(annotations?.['agent.datadoghq.com/cluster-provider']).toBe(provider);
});

test('the system of the nodes wins over the platform', () => {
  const { annotations } = datadogAgent(delivered({ platform: { fact: PLATFORMS.kubeadm }, nodeAgent: { operatingSystem: 'talos' } })).metadata as any;
  expect(annotations['agent.datadoghq.com/cluster-provider']).toBe('talos');
});

test.each([['1.32', undefined], ['1.36', 'true']])('kubelets of Kubernetes %s', (kubernetesVersion, fine) => {
  const { annotations } = datadogAgent(delivered({ platform: { fact: PLATFORMS.eks, kubernetesVersion } })).metadata as any;
  expect(annotations['agent.datadoghq.com/fine-grained-kubelet-authorization-enabled']).toBe(fine);
});

test('the Service of the Cluster Agent has the name that sidecars look for', () => {
  expect(`${OPERATOR.name}-cluster-agent`).toBe(CLUSTER_AGENT.name);
});
