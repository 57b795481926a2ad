import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';
import { NodeAgentDescription } from '../../src/model/node-agent-model';
import { clusterModel } from '../render/models';
import { violationOf } from '../requirements/violations';

const PORTS = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };

function resolved(nodeAgent?: NodeAgentDescription, more: Partial<ClusterDescription> = {}) {
  return clusterModel({ platform: { fact: PLATFORMS.eks }, ...more, ...nodeAgent && { nodeAgent } }).nodeAgent;
}

test('every default', () => {
  expect(resolved()).toEqual({
    resources: { cpu: '200m', memory: '256Mi' },
    traceAgentResources: { cpu: '100m', memory: '200Mi' },
    systemProbeResources: { cpu: '100m', memory: '400Mi' },
    maxUnavailable: '10%',
    hostNetwork: false,
    hostPorts: { apm: false, dogstatsd: false, otlp: false },
    host: { system: 'linux', runtime: 'containerd', criSocketPath: '/var/run/containerd/containerd.sock' },
    fineGrainedKubelet: true,
    ignoreAutoConf: [],
    checks: [],
    nodeSelector: {},
    tolerations: [],
    podAnnotations: {},
    podLabels: {},
    serviceAccountAnnotations: {},
    imagePullSecrets: [],
    env: {},
    secretEnv: [],
    volumes: [],
    volumeMounts: [],
  });
});

test('there is one where the platform has nodes, and the user does not turn it off', () => {
  expect(resolved({ enabled: true })).toBeDefined();
  expect(resolved({ enabled: false })).toBeUndefined();
  const fargate = { platform: { fact: PLATFORMS.eksFargate } };
  expect(resolved(undefined, fargate)).toBeUndefined();
  expect(resolved({ enabled: false }, fargate)).toBeUndefined();
  expect(violationOf(() => resolved({ enabled: true }, fargate))).toMatchObject({
    rule: 'node-agent/has-nodes', reason: expect.stringContaining('Amazon EKS on AWS Fargate'), remedy: expect.stringContaining('Platform.eks(...)'),
  });
});

test('cluster checks have runners where no node Agent could run them', () => {
  const runners = (description: Partial<ClusterDescription>) =>
    clusterModel({ platform: { fact: PLATFORMS.eks }, ...description }).clusterCheckRunners !== undefined;
  expect(runners({})).toBe(false);
  expect(runners({ nodeAgent: { enabled: false } })).toBe(true);
  expect(runners({ nodeAgent: { enabled: false }, features: { clusterChecks: { enabled: false } } })).toBe(false);
  expect(runners({ clusterCheckRunners: { enabled: true } })).toBe(true);
});

test('undefined is left out, as from JavaScript', () => {
  expect(resolved({ resources: { cpu: undefined, memory: '1Gi' }, hostPorts: undefined, checks: undefined })).toMatchObject({
    resources: { cpu: '200m', memory: '1Gi' }, checks: [],
  });
});

describe('errors', () => {
  test.each<[NodeAgentDescription, string, string]>([
    [{ resources: { cpu: '0' } }, 'kubernetes/quantity', "'cpu' of nodeAgent is '0'"],
    [{ resources: { memory: '256m' } }, 'kubernetes/quantity', "'memory' of nodeAgent"],
    [{ traceAgentResources: { memory: '1' } }, 'kubernetes/quantity', "'memory' of the trace-agent"],
    [{ systemProbeResources: { cpuLimit: '50m' } }, 'kubernetes/quantity', "'cpuLimit' of the system-probe is '50m', less than the '100m'"],
    [{ resources: { memory: '512Mi', memoryLimit: '256Mi' } }, 'kubernetes/quantity', "'memoryLimit' of nodeAgent is '256Mi'"],
    [{ resources: { cpuLimit: 'much' } }, 'kubernetes/quantity', "'cpu' of the limit of nodeAgent is 'much'"],
    [{ maxUnavailable: '0' }, 'node-agent/update', "'0'"],
    [{ maxUnavailable: '101%' }, 'node-agent/update', "'101%'"],
    [{ maxUnavailable: 'all' }, 'node-agent/update', "'all'"],
    [{ minReadySeconds: -1 }, 'node-agent/update', '-1'],
    [{ minReadySeconds: 1.5 }, 'node-agent/update', '1.5'],
    [{ criSocketPath: 'run/containerd.sock' }, 'node-agent/host-path', "'criSocketPath'"],
    [{ criSocketPath: '/containerd.sock' }, 'node-agent/host-path', "'/containerd.sock'"],
    [{ criSocketPath: '/run/../etc/shadow' }, 'node-agent/host-path', "'/run/../etc/shadow'"],
    [{ kubeletCaPath: '/etc/ca/' }, 'node-agent/host-path', "'kubeletCaPath'"],
    [{ containerRuntime: 'rkt' }, 'options/value-is-known', "'containerd', 'cri-o', 'docker'"],
    [{ operatingSystem: 'windows' }, 'options/value-is-known', "'linux', 'bottlerocket', 'talos'"],
    [{ oldestKubeletVersion: '1.99' }, 'node-agent/kubelet-version', "'1.99'"],
    [{ oldestKubeletVersion: '1.33.2' }, 'node-agent/kubelet-version', "'1.33.2'"],
    [{ hostPorts: { apm: true } }, 'node-agent/host-port', "'hostPorts.apm'"],
    [{ hostPorts: { dogstatsd: true } }, 'node-agent/host-port', 'port 8125'],
    [{ checks: [{ name: 'nginx' }] }, 'node-agent/check-is-complete', "'nginx'"],
    [{ checks: [{ name: 'redisdb', instances: [{ host: '%%host%%' }] }] }, 'node-agent/check-is-for-containers', "the check 'redisdb' of nodeAgent has %%host%%"],
    [{ checks: [{ name: 'x', instances: [{}], initConfig: { a: '%%kube_namespace%%' } }] }, 'node-agent/check-is-for-containers', '%%kube_namespace%%'],
    [{ checks: [{ name: 'x', logs: [{ service: '%%hostname%%' }] }] }, 'node-agent/check-is-for-containers', '%%hostname%%'],
    [{ env: { DD_HOSTNAME: 'x' } }, 'agent/env-is-free', 'DD_HOSTNAME'],
    [{ nodeSelector: { 'kubernetes.io/os': 'windows' } }, 'kubernetes/linux-nodes', "'nodeSelector' of nodeAgent asks for nodes with 'kubernetes.io/os: windows'"],
    [{ checks: [{ name: 'a/b', instances: [{}] }] }, 'cluster-checks/name', "'a/b'"],
    [{ checks: [{ name: 'nginx', file: '../x', instances: [{}] }] }, 'cluster-checks/name', "'../x'"],
    [{ checks: [{ name: 'nginx', instances: [{}] }, { name: 'nginx', logs: [{}] }] }, 'node-agent/check-file-is-unique', "'nginx'"],
    [{ env: { DD_API_KEY: 'x' } }, 'credentials/no-secret-in-env', 'DD_API_KEY'],
    [{ env: { DD_HEALTH_PORT: '1' } }, 'agent/env-is-free', 'DD_HEALTH_PORT'],
    [{ env: { DD_CRI_SOCKET_PATH: '/x' } }, 'agent/env-is-free', 'the volume of the container runtime'],
    [{ secretEnv: [{ name: 'DD_API_KEY', secretName: 'a', secretKey: 'b' }] }, 'credentials/one-source', 'DD_API_KEY'],
    [{ podLabels: { team: 'x y' } }, 'kubernetes/label-value', "the label 'team' of 'podLabels' is 'x y'"],
    [{ podLabels: { app: 'x' } }, 'kubernetes/selector-label', 'app'],
  ])('%j', (nodeAgent, rule, reason) => {
    expect(violationOf(() => resolved(nodeAgent))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
  });

  test.each<[NodeAgentDescription, object?]>([
    [{ resources: { cpu: '0.5', memory: '256Mi', cpuLimit: '500m', memoryLimit: '0.25Gi' } }],
    [{ maxUnavailable: '1' }],
    [{ maxUnavailable: '100%' }],
    [{ minReadySeconds: 0 }],
    [{ criSocketPath: '/run/containerd/containerd.sock', kubeletCaPath: '/etc/ca.crt' }],
    [{ containerRuntime: 'docker', operatingSystem: 'talos' }],
    [{ oldestKubeletVersion: '1.31' }],
    [{ hostPorts: { apm: true, dogstatsd: false } }, PORTS],
    [{ hostPorts: { apm: false } }],
    [{ checks: [{ name: 'nginx', instances: [{}] }, { name: 'nginx', file: 'logs', logs: [{}] }] }],
    [{ checks: [{ name: 'redisdb', adIdentifiers: ['redis'], instances: [{ host: '%%host%%' }] }] }],
    [{ checks: [{ name: 'redisdb', instances: [{ password: '%%env_REDIS_PASSWORD%%', share: '100%%', between: 'a %% b %%' }] }] }],
    [{ nodeSelector: { 'kubernetes.io/os': 'linux', 'pool': 'apps' } }],
    [{ env: { DD_CHECKS_TAG_CARDINALITY: 'low' } }],
    [{ podLabels: { team: 'x' } }],
  ])('and none: %j', (...[nodeAgent, features]) => {
    expect(resolved(nodeAgent, { features })).toBeDefined();
  });
});

describe("where the webhook points applications at the node's Agent", () => {
  const told = (configMode: string | undefined, features: object, nodeAgent: NodeAgentDescription = {}, kubernetesVersion = '1.34') => () =>
    resolved(nodeAgent, {
      platform: { fact: PLATFORMS.eks, kubernetesVersion },
      features: { ...features, admissionController: { enabled: true, configMode } },
    });
  const NO_SOCKET = { apm: { socketEnabled: false, portEnabled: true } };

  test.each<[string, () => unknown, string]>([
    ['sockets that are off', told(undefined, NO_SOCKET), "the mode 'socket'"],
    ['the address of the node without a host port', told('hostip', PORTS, { hostPorts: { apm: false } }), "'features.apm'"],
    ['the address of the node without a port', told('hostip', { apm: { portEnabled: true } }), "'features.dogstatsd'"],
    ['a Service without ports', told('service', {}), "'features.apm' that Agent listens by 'socket' alone"],
    ['a Service that would lead to any node', told('service', PORTS, {}, '1.21'), "'service'"],
  ])('%s: an error', (_, work, reason) => {
    expect(violationOf(work)).toMatchObject({ rule: 'node-agent/config-mode-has-a-way', reason: expect.stringContaining(reason) });
  });

  test.each<[string, () => unknown]>([
    ['sockets', told(undefined, {})],
    ['nothing', told('none', NO_SOCKET)],
    ['host ports', told('hostip', PORTS)],
    ['the network of the node', told('hostip', PORTS, { hostNetwork: true, hostPorts: { apm: false, dogstatsd: false } })],
    ['the Service', told('service', PORTS)],
    ['only what is on', told('service', { apm: { portEnabled: true }, dogstatsd: { enabled: false } })],
  ])('%s: no error', (_, work) => {
    expect(work()).toBeDefined();
  });
});
