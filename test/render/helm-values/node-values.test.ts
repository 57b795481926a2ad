import { delivered, deliveredPart, webhook } from './delivered';
import { fullNodeDescription } from './full-models';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { helmValues } from '../../../src/render/helm-values/values';
import { clusterModel } from '../models';

const values = (description: Partial<ClusterDescription> = {}) =>
  helmValues(delivered(clusterModel({ platform: { fact: PLATFORMS.eks }, ...description })));
const dropped = (...add: string[]) => ({ drop: ['ALL'], ...add.length > 0 && { add } });
const locked = (...add: string[]) => ({ allowPrivilegeEscalation: false, capabilities: dropped(...add), readOnlyRootFilesystem: true });
const off = { enabled: false };
const on = { enabled: true };

test('a cluster with nodes, as our own manifests have it', () => {
  const { datadog, agents, clusterChecksRunner, providers } = values();
  expect(agents).toEqual({
    enabled: true,
    image: { tag: '7.81.1' },
    containers: {
      agent: {
        env: [
          { name: 'DD_CLUSTER_AGENT_URL', value: 'https://datadog-cluster-agent.datadog.svc.cluster.local:5005' },
          { name: 'DD_DISCOVERY_ENABLED', value: 'false' },
        ],
        resources: { requests: { cpu: '200m', memory: '256Mi' } },
        securityContext: locked('CHOWN', 'DAC_OVERRIDE', 'FOWNER'),
      },
      traceAgent: { resources: { requests: { cpu: '100m', memory: '200Mi' } }, securityContext: locked('DAC_OVERRIDE') },
      initContainers: {
        resources: { requests: { cpu: '200m', memory: '256Mi' } },
        securityContext: locked(),
        volumeMounts: [{ name: 'tmpdir', mountPath: '/tmp' }],
      },
    },
    useHostNetwork: false,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
  });
  expect(datadog).toMatchObject({
    apm: { socketEnabled: true, portEnabled: false, useLocalService: false },
    dogstatsd: { useSocketVolume: true, useHostPort: false, nonLocalTraffic: false, originDetection: false },
    securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } },
    useHostPID: true,
    criSocketPath: '/var/run/containerd/containerd.sock',
    kubelet: { fineGrainedAuthorization: true },
    logs: off,
    processAgent: { processCollection: false, containerCollection: true, processDiscovery: true },
    containerLifecycle: on,
    containerImageCollection: on,
    networkMonitoring: off,
    serviceMonitoring: off,
    discovery: off,
    orchestratorExplorer: { enabled: true, kubelet_configuration_check: on },
  });
  // The chart leaves kubernetes_state out by itself.
  expect([datadog.ignoreAutoConfig, datadog.confd, datadog.otlp, providers]).toEqual([undefined, undefined, undefined, undefined]);
  expect(clusterChecksRunner).toEqual(off);
});

test('what is off is told to the core Agent where the chart has no value for it', () => {
  const features = { apm: off, dogstatsd: off, kubeStateMetrics: off, orchestratorExplorer: off };
  const { agents, datadog } = values({ features, nodeAgent: { ignoreAutoConf: ['kubernetes_state'] } });
  expect(agents.containers.agent.env).toContainEqual({ name: 'DD_USE_DOGSTATSD', value: 'false' });
  expect(agents.containers.traceAgent).toBeUndefined();
  expect(datadog.apm).toEqual({ socketEnabled: false, portEnabled: false, useLocalService: false });
  expect(datadog.ignoreAutoConfig).toEqual(['kubernetes_state']);
  expect(datadog.orchestratorExplorer.kubelet_configuration_check).toEqual(off);
});

describe('a cluster with everything', () => {
  const { datadog, agents } = values(fullNodeDescription());
  const env = [
    { name: 'DD_HOSTNAME_TRUST_UTS_NAMESPACE', value: 'true' },
    { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
  ];
  const resources = { requests: { cpu: '300m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } };

  test('the node and what is taken in', () => {
    expect(datadog).toMatchObject({
      apm: { socketEnabled: true, portEnabled: true, useLocalService: false, instrumentation: { enabled: true, language_detection: on } },
      dogstatsd: { useSocketVolume: true, useHostPort: true, nonLocalTraffic: true, originDetection: true, tagCardinality: 'orchestrator' },
      otlp: {
        receiver: {
          protocols: {
            grpc: { enabled: true, endpoint: '0.0.0.0:4317', useHostPort: true },
            http: { enabled: true, endpoint: '0.0.0.0:4318', useHostPort: true },
          },
        },
        logs: on,
      },
      logs: { enabled: true, containerCollectAll: true, autoMultiLineDetection: true },
      processAgent: { processCollection: true },
      criSocketPath: '/run/crio/crio.sock',
      disablePasswdMount: true,
      kubelet: { tlsVerify: false, hostCAPath: '/etc/kubernetes/ca.crt', fineGrainedAuthorization: false },
      networkMonitoring: on,
      serviceMonitoring: on,
      discovery: on,
      systemProbe: { enableDefaultKernelHeadersPaths: false },
      ignoreAutoConfig: ['redisdb'],
    });
    expect(JSON.parse(datadog.confd['nginx.yaml'])).toEqual({
      ad_identifiers: ['nginx'], init_config: { a: 1 }, instances: [{ url: 'http://%%host%%/' }], logs: [{ service: 'shop' }],
    });
  });

  test('the pod and its containers', () => {
    expect(agents).toMatchObject({
      image: { tag: '7.81.0', pullSecrets: [{ name: 'pull' }] },
      rbac: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/nodes' } },
      useHostNetwork: true,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } },
      podAnnotations: { 'example.com/note': 'nodes', 'cdk8s-datadog/secret-revision': '2026-11-21' },
      additionalLabels: { 'example.com/team': 'nodes' },
      nodeSelector: { 'example.com/pool': 'nodes' },
      tolerations: [{ key: 'nodes', operator: 'Exists' }],
      affinity: { nodeAffinity: {} },
      priorityClassName: 'high',
    });
    expect(Object.keys(agents.podAnnotations).sort()).toEqual(['cdk8s-datadog/secret-revision', 'example.com/note']);
    expect(agents.volumes.map((v: any) => v.name)).toEqual(['agent-ca-cert', 'more']);
    expect(agents.volumeMounts).toEqual([
      { name: 'agent-ca-cert', mountPath: '/etc/datadog-agent/certificates', readOnly: true },
      { name: 'more', mountPath: '/more' },
    ]);
    // The level of all components is that of these Agents too.
    expect(datadog.logLevel).toBe('debug');
    const { agent, traceAgent, systemProbe, processAgent, initContainers } = agents.containers;
    expect(agent.env.slice(-2)).toEqual(env);
    expect(agent.env.map((e: any) => e.name)).toEqual([
      'DD_CLUSTER_AGENT_URL', 'DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', 'DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', 'DD_DISCOVERY_ENABLED',
      'DD_HOSTNAME_TRUST_UTS_NAMESPACE', 'DB_PASSWORD',
    ]);
    expect(traceAgent).toEqual({ env, resources, securityContext: locked('DAC_OVERRIDE') });
    const seLinuxOptions = { user: 'system_u', role: 'system_r', type: 'spc_t', level: 's0' };
    expect(systemProbe).toEqual({ env: [{ name: 'DD_DISCOVERY_ENABLED', value: 'true' }, ...env], resources, securityContext: { seLinuxOptions } });
    expect(processAgent).toEqual({ env });
    expect(initContainers.resources).toEqual(resources);
  });

  test('a level of their own', () => {
    const levels = (nodeAgent: object, clusterAgent = {}) => {
      const { agents: { containers: { agent, traceAgent } }, datadog: { logLevel } } = values({ nodeAgent, clusterAgent });
      return [logLevel, agent.logLevel, traceAgent.logLevel];
    };
    expect(levels({})).toEqual([undefined, undefined, undefined]);
    expect(levels({ logLevel: 'debug' })).toEqual([undefined, 'debug', 'debug']);
    expect(levels({}, { logLevel: 'debug' })).toEqual(['debug', 'info', 'info']);
    expect(levels({ logLevel: 'debug' }, { logLevel: 'debug' })).toEqual(['debug', undefined, undefined]);
  });
});

describe('platforms', () => {
  const of = (fact: ClusterDescription['platform']['fact'], more: Partial<ClusterDescription> = {}) => values({ platform: { fact }, ...more });

  test.each(Object.entries(PLATFORMS))('%s has values', (_, fact) => {
    const { agents, datadog } = of(fact);
    expect(agents.enabled).toBe(fact.nodes);
    expect(datadog.clusterName).toBe('prod-tokyo');
  });

  test('what is another on some', () => {
    expect(of(PLATFORMS.aks).providers).toEqual({ aks: on });
    expect(of(PLATFORMS.talos).providers).toEqual({ talos: on });
    expect(of(PLATFORMS.talos).datadog.disablePasswdMount).toBe(true);
    expect(of(PLATFORMS.k3s).datadog.criSocketPath).toBe('/run/k3s/containerd/containerd.sock');
    expect(of(PLATFORMS.rke).datadog).toMatchObject({ dockerSocketPath: '/var/run/docker.sock', kubelet: { tlsVerify: false } });
    expect(of(PLATFORMS.openShift4).agents.tolerations).toEqual([{ key: 'node-role.kubernetes.io/infra', operator: 'Exists' }]);
    expect(of(PLATFORMS.openShift4).datadog).toMatchObject({
      apm: { socketEnabled: false, portEnabled: true },
      dogstatsd: { useSocketVolume: false, useHostPort: true },
    });
  });

  test('OpenShift 3, whose Kubernetes is older than Leases, EndpointSlices and seccomp profiles in pods', () => {
    expect(of(PLATFORMS.openShift3).datadog).toMatchObject({ leaderElectionResource: 'configmap', kubernetesUseEndpointSlices: false, securityContext: { runAsUser: 0 } });
    expect(of(PLATFORMS.openShift3).datadog.securityContext).toEqual({ runAsUser: 0 });
  });

  test('Fargate beside nodes: the node Agents keep off', () => {
    const mixed = values({ platform: { fact: PLATFORMS.eks, fargateProfiles: [{ name: 'a', selectors: [{ namespace: 'shop', labels: {} }] }] } });
    expect(mixed.agents.affinity).toEqual({
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] }] }],
        },
      },
    });
  });

  test('nodes that are to have no Agent', () => {
    expect(values({ nodeAgent: off }).agents).toEqual({ enabled: false, image: { tag: '7.81.1' } });
  });

  test('ports by the Service alone', () => {
    const features = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };
    const { datadog } = values({ features, nodeAgent: { hostPorts: { apm: false, dogstatsd: false } } });
    expect(datadog.apm).toEqual({ socketEnabled: true, portEnabled: false, useLocalService: true });
    expect(datadog.dogstatsd).toMatchObject({ useHostPort: false, nonLocalTraffic: true });
  });
});

describe('what constructs add', () => {
  const { agents, datadog, clusterAgent, clusterChecksRunner } = helmValues(deliveredPart());

  test('to the node Agents', () => {
    expect(agents.volumes).toEqual([{ name: 'keys', hostPath: { path: '/etc/keys' } }]);
    expect(agents.volumeMounts).toEqual([{ name: 'keys', mountPath: '/keys', readOnly: true }]);
    expect(agents.tolerations).toEqual([{ key: 'dedicated', operator: 'Exists' }]);
    expect(agents.containers.agent.env).toEqual(expect.arrayContaining([{ name: 'DD_MORE', value: 'a' }, { name: 'DD_EVERYWHERE', value: 'b' }]));
    expect(agents.containers.traceAgent.env).toEqual([{ name: 'DD_EVERYWHERE', value: 'b' }]);
    expect(agents.containers.agent.ports).toEqual([{ name: 'more', containerPort: 9999 }]);
    expect(datadog.ignoreAutoConfig).toEqual(['etcd']);
    expect(JSON.parse(datadog.confd['etcd.yaml']).instances).toEqual([{ prometheus_url: 'https://%%host%%:2379/metrics' }]);
  });

  test('an init container, as a script of that of the chart', () => {
    expect(datadog.confd['copier.sh']).toBe('export NODE_IP="$DD_KUBERNETES_KUBELET_HOST"\necho "$NODE_IP"\n');
    expect(agents.containers.initContainers.volumeMounts).toEqual([
      { name: 'tmpdir', mountPath: '/tmp' },
      { name: 'confd', mountPath: '/etc/cont-init.d/99-copier.sh', subPath: 'copier.sh', readOnly: true },
      { name: 'keys', mountPath: '/from' },
    ]);
    expect(agents.containers.initContainers.securityContext).toEqual(locked('DAC_OVERRIDE'));
  });

  test('to the runners, which read files of the host as root', () => {
    expect(clusterChecksRunner).toMatchObject({
      nodeSelector: { 'node-role.kubernetes.io/master': 'true' },
      tolerations: [{ key: 'runners', operator: 'Exists' }, { key: 'node-role.kubernetes.io/master', operator: 'Exists' }],
      securityContext: { runAsUser: 0 },
      containers: { agent: { securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'], add: ['DAC_READ_SEARCH'] } } } },
    });
    expect(clusterChecksRunner.env).toContainEqual({ name: 'DD_IGNORE_AUTOCONF', value: 'etcd' });
    expect(clusterChecksRunner.volumes).toContainEqual({ name: 'keys', hostPath: { path: '/etc/keys' } });
    expect(clusterChecksRunner.volumeMounts).toContainEqual({ name: 'keys', mountPath: '/keys' });
  });

  test('injection by the webhook, with one selector and one profile', () => {
    const { selectors, profiles, ...rest } = clusterAgent.admissionController.agentSidecarInjection;
    expect(rest).toEqual({
      enabled: true,
      provider: 'fargate',
      clusterAgentCommunicationEnabled: true,
      clusterAgentTlsVerification: { enabled: false, copyCaConfigMap: false },
      containerRegistry: 'registry.datadoghq.com',
      imageName: 'agent',
      imageTag: '7.81.1',
    });
    expect(selectors).toEqual([{
      namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }] },
      objectSelector: { matchLabels: { team: 'shop' }, matchExpressions: [{ key: 'agent.datadoghq.com/component', operator: 'DoesNotExist' }] },
    }]);
    expect(profiles).toHaveLength(1);
    expect(profiles[0].resources.limits).toEqual(profiles[0].resources.requests);
    expect(clusterAgent.env).toContainEqual({ name: 'DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_KUBELET_API_LOGGING_ENABLED', value: 'true' });
  });
});

test('files of one check are one file, and no text in it is a template', () => {
  const checks = [
    { name: 'http_check', file: 'a', instances: [{ url: 'a' }], logs: [{ service: 'a' }] },
    { name: 'http_check', file: 'b', instances: [{ url: '{{ b }}' }] },
    { name: 'tcp_check', instances: [{ host: 'c' }] },
  ];
  const { confd } = values({ nodeAgent: { checks } }).datadog;
  expect(Object.keys(confd)).toEqual(['http_check.yaml', 'tcp_check.yaml']);
  expect(confd['http_check.yaml']).not.toContain('{{');
  expect(JSON.parse(confd['http_check.yaml'])).toEqual({ init_config: {}, instances: [{ url: 'a' }, { url: '{{ b }}' }], logs: [{ service: 'a' }] });
});

test('without a webhook nothing is said of one', () => {
  const { clusterAgent } = helmValues(delivered(webhook().cluster));
  expect(clusterAgent.admissionController.agentSidecarInjection).toBeUndefined();
});
