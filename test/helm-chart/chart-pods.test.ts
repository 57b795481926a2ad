import { App } from 'cdk8s';
import { DatadogCredentials, DatadogHelmChart, EtcdCertificate, Platform } from '../../src';
import { DELIVERIES } from '../../src/facts/deliveries';
import { HELM_PODS } from '../../src/facts/helm-chart-pods';
import { envOfChart } from '../../src/render/helm-values/by-chart';
import { CHART_OBJECTS } from '../peers/chart-fargate.facts';
import { CHART_CLUSTER } from '../peers/chart-mixed-cluster.facts';
import { CHART_NODE_AGENT, CHART_NODE_AGENT_OBJECTS } from '../peers/chart-mixed.facts';
import { Aspects } from '../peers/containers';
import { readYaml } from '../read-yaml';

const CHART: { readonly [container: string]: Aspects } = { ...CHART_NODE_AGENT, ...CHART_CLUSTER };
const named = (aspects: Aspects, kind: 'env' | 'mount') => Object.keys(aspects).filter(a => a.startsWith(`${kind} `)).map(a => a.slice(kind.length + 1));

/** What a recipe of one cluster rendered, against what the chart is known to write. */
test.each([
  ['agent/agent', 'agent'],
  ['agent/trace-agent', 'traceAgent'],
  ['agent/system-probe', 'systemProbe'],
  ['cluster-agent/cluster-agent', 'clusterAgent'],
  ['cluster-checks-runner/agent', 'clusterChecksRunner'],
] as const)('%s: every env var and mount that the chart was seen to write is known', (container, key) => {
  const env = envOfChart(key);
  const { mountPaths } = HELM_PODS[key];
  const seen = named(CHART[container], 'env');
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter(name => !env.includes(name) && !name.startsWith('DD_ADMISSION_CONTROLLER_AGENT_SIDECAR_'))).toEqual([]);
  // Of the system-probe there are more, for compilers and package managers of the node; values of ours leave some out.
  const ofCompilers = ['/host/etc/', '/var/tmp/', '/lib/modules', '/usr/src'];
  const folders = named(CHART[container], 'mount').filter(path => !ofCompilers.some(start => path.startsWith(start)));
  expect(folders.filter(path => !(mountPaths as readonly string[]).includes(path))).toEqual([]);
});

test('the names of the chart are those of the delivery', () => {
  const { clusterAgent, runners, nodeAgent } = DELIVERIES.helm;
  expect([...CHART_OBJECTS, ...CHART_NODE_AGENT_OBJECTS]).toEqual(expect.arrayContaining([
    `Deployment datadog/${clusterAgent.name}`, `ServiceAccount datadog/${clusterAgent.serviceAccountName}`,
    `Deployment datadog/${runners.name}`, `ServiceAccount datadog/${runners.serviceAccountName}`,
    `DaemonSet datadog/${nodeAgent.name}`, `ServiceAccount datadog/${nodeAgent.serviceAccountName}`, `Service datadog/${nodeAgent.serviceName}`,
  ]));
});

describe('what is beside the chart has other names than what it makes', () => {
  test.each<readonly [string, () => Platform, object]>([
    ['Fargate', () => Platform.eksFargate(), {}],
    ['Fargate with a fixed address', () => Platform.eksFargate({ serviceCidr: '172.20.0.0/16' }), {}],
    ['EKS', () => Platform.eks({ kubernetesVersion: '1.35' }), { controlPlane: {}, networkPolicy: {} }],
    ['kubeadm', () => Platform.kubeadm({ kubernetesVersion: '1.35' }), { controlPlane: {}, networkPolicy: {} }],
    ['OpenShift 4', () => Platform.openShift4({ openShiftVersion: '4.18' }), { controlPlane: { etcdCertificate: EtcdCertificate.job() } }],
    ['OpenShift 3', () => Platform.openShift3(), { controlPlane: {} }],
    ['RKE', () => Platform.rke({ kubernetesVersion: '1.30' }), { controlPlane: {} }],
    ['RKE2', () => Platform.rke2({ kubernetesVersion: '1.35' }), { controlPlane: {}, nodeAgent: { hostNetwork: true } }],
  ])('%s', (_, platform, more) => {
    const app = new App();
    const credentials = DatadogCredentials.existingSecret();
    new DatadogHelmChart(app, 'datadog', { platform: platform(), clusterName: 'one', credentials, ...more });
    const made = readYaml(app.synthYaml()).map(({ kind, metadata: { namespace, name } }) => `${kind} ${namespace ? `${namespace}/` : ''}${name}`);
    // With check files, which those clusters of the peers had not.
    const ofChart = [...CHART_OBJECTS, ...CHART_NODE_AGENT_OBJECTS, 'ConfigMap datadog/datadog-confd'];
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(id => ofChart.includes(id))).toEqual([]);
  });
});
