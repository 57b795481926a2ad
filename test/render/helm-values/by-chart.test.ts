import { delivered, deliveredPart } from './delivered';
import { HELM_ENV_CONDITIONS, HELM_MOUNT_CONDITIONS, HelmCondition } from '../../../src/facts/helm-chart-conditions';
import { HELM_PODS } from '../../../src/facts/helm-chart-pods';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { helmEnv } from '../../../src/features/deliveries';
import { HelmContainer } from '../../../src/features/feature';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { envOfChart, isMountedByChart, isWrittenByChart } from '../../../src/render/helm-values/by-chart';
import { clusterModel } from '../models';

const OFF = { enabled: false };
const SMALLEST = delivered(clusterModel({
  platform: { fact: PLATFORMS.eks },
  nodeAgent: {},
  features: {
    apm: OFF,
    dogstatsd: OFF,
    liveContainers: OFF,
    containerLifecycle: OFF,
    containerImageCollection: OFF,
    processDiscovery: OFF,
    clusterChecks: OFF,
    events: OFF,
    kubeStateMetrics: OFF,
    orchestratorExplorer: OFF,
  },
}));
const FULL = deliveredPart();
const DOCKER = delivered(clusterModel({
  platform: { fact: PLATFORMS.aks },
  nodeAgent: { containerRuntime: 'docker', kubeletTlsVerify: true, kubeletCaPath: '/etc/kubernetes/ca.crt' },
  features: { logs: { enabled: true }, admissionController: { enabled: true } },
}));

const CONTAINERS = Object.keys(HELM_PODS) as HelmContainer[];
const conditional = CONTAINERS.flatMap(container => Object.entries(HELM_ENV_CONDITIONS[container].conditions)
  .filter(([name]) => (HELM_PODS[container].env as readonly string[]).includes(name))
  .map(([name, condition]) => ({ container, name, condition })));

/** The conditions under which the chart writes something for the cluster. */
function metBy(cluster: DeliveredCluster): HelmCondition[] {
  const written = conditional.filter(({ container, name }) => isWrittenByChart(cluster, container, name));
  return [...new Set(written.map(({ condition }) => condition))].sort();
}

/** Env vars of features that the chart writes for some clusters only, by container. */
const ofFeatures = CONTAINERS.flatMap(container => Object.entries(helmEnv(container))
  .filter(([, condition]) => condition !== true).map(([name]) => ({ container, name })));
const writtenFor = (cluster: DeliveredCluster) => ofFeatures.filter(({ container, name }) => isWrittenByChart(cluster, container, name))
  .map(({ container, name }) => `${container} ${name}`);

test('the smallest cluster meets the conditions of its container runtime alone', () => {
  expect(metBy(SMALLEST)).toEqual(['containerd']);
  expect(writtenFor(SMALLEST)).toEqual([]);
});

test('a cluster with everything on meets all conditions but those of other clusters', () => {
  const all = [...new Set(conditional.map(({ condition }) => condition))].sort();
  const met = metBy(FULL);
  expect(all.filter(condition => !met.includes(condition))).toEqual(['docker', 'kubeletCa', 'kubeletTlsVerify', 'sidecarTls']);
  const names = ofFeatures.map(({ container, name }) => `${container} ${name}`);
  expect(names.filter(name => !writtenFor(FULL).includes(name))).toEqual([
    // The chart's own gives way to ours.
    'agent DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION',
    'clusterAgent DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS',
    'clusterAgent DD_ADMISSION_CONTROLLER_AUTO_INSTRUMENTATION_PATCHER_ENABLED',
  ]);
});

test('a cluster with Docker and settings of the kubelet on AKS meets their conditions', () => {
  expect(metBy(DOCKER)).toEqual(expect.arrayContaining(['docker', 'kubeletCa', 'kubeletTlsVerify']));
  expect(metBy(DOCKER)).not.toContain('containerd');
  expect(writtenFor(DOCKER)).toContain('clusterAgent DD_ADMISSION_CONTROLLER_ADD_AKS_SELECTORS');
});

test('the chart writes nothing into a container that is not there', () => {
  const [name] = envOfChart('traceAgent');
  expect([SMALLEST, FULL].map(cluster => isWrittenByChart(cluster, 'traceAgent', name))).toEqual([false, true]);
});

test('the chart writes no env var that it does not know', () => {
  expect(CONTAINERS.filter(container => isWrittenByChart(FULL, container, 'DD_MINE'))).toEqual([]);
});

test('volumes and paths of the chart follow the same conditions', () => {
  const mounted = (cluster: DeliveredCluster) => CONTAINERS.flatMap(container => (['volumes', 'mountPaths'] as const).flatMap(key =>
    (HELM_PODS[container][key] as readonly string[]).filter(text => isMountedByChart(cluster, container, key, text))));
  const always = mounted(SMALLEST);
  expect(always.filter(text => text in HELM_MOUNT_CONDITIONS.conditions && HELM_MOUNT_CONDITIONS.conditions[text] !== 'containerd')).toEqual([]);
  expect(mounted(FULL)).toEqual(expect.arrayContaining(always));
  expect(mounted(FULL).length).toBeGreaterThan(always.length);
  expect(isMountedByChart(FULL, 'agent', 'volumes', undefined)).toBe(false);
});
