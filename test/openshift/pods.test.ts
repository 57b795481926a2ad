import { App, Chart, JsonPatch } from 'cdk8s';
import { ClusterAgentStandalone, ControlPlaneChecks, DatadogChart, DatadogChartProps, DatadogCredentials, EtcdCertificate, NodeAgent, Platform } from '../../src';
import { find, synthesisErrors, synthesize } from '../datadog-chart/program';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const CLUSTER = { platform: Platform.openShift4(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() };

function datadog(props: Partial<DatadogChartProps> = {}, namespace?: string): { app: App; chart: DatadogChart } {
  const app = new App();
  const parent = new Chart(app, 'parent', { namespace });
  return { app, chart: new DatadogChart(parent, 'datadog', { ...CLUSTER, clusterCheckRunners: { enabled: true }, ...props }) };
}

const podOf = (manifests: any[], name: string) => manifests.find(m => m.metadata.name === name && m.spec?.template).spec.template.spec;
const constraintsOf = (manifests: any[]) => manifests.filter(m => m.kind === 'SecurityContextConstraints');

test.each([
  ['OpenShift 4', Platform.openShift4(), { 'openshift.io/node-selector': '' }],
  ['OpenShift 3', Platform.openShift3(), { 'openshift.io/node-selector': '' }],
  ['EKS', Platform.eks(), undefined],
])('no node selector of the cluster keeps the Agents of %s off nodes', (_, platform, annotations) => {
  const namespace = synthesize(datadog({ platform }).app).find(({ kind }) => kind === 'Namespace');
  expect(namespace?.metadata.annotations).toEqual(annotations);
});

describe('OpenShift 4', () => {
  test.each(['datadog-cluster-agent', 'datadog-clusterchecks'])('%s leaves its user to the platform, and every account may run it', name => {
    const pod = podOf(synthesize(datadog().app), name);
    expect(pod.securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    for (const container of [...pod.initContainers, ...pod.containers]) {
      expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true });
    }
  });

  test('elsewhere they have a user of their own', () => {
    const pod = podOf(synthesize(datadog({ platform: Platform.eks() }).app), 'datadog-cluster-agent');
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: expect.any(Number), fsGroup: 0 });
  });

  test('the node Agents alone have constraints, which are in no namespace', () => {
    const manifests = synthesize(datadog({}, 'of-the-chart').app);
    expect(constraintsOf(manifests).map(({ metadata }) => metadata)).toEqual([expect.objectContaining({ name: 'datadog-datadog-agent' })]);
    expect(constraintsOf(manifests)[0].metadata.namespace).toBeUndefined();
    expect(find(manifests, 'RoleBinding', 'datadog-agent-scc')).toMatchObject({
      metadata: { namespace: 'datadog' }, subjects: [{ kind: 'ServiceAccount', name: 'datadog-node-agent', namespace: 'datadog' }],
    });
  });

  test('node Agents run on infrastructure nodes too, beside what the user tolerates', () => {
    const tolerations = [{ key: 'team', operator: 'Exists' }];
    expect(podOf(synthesize(datadog().app), 'datadog-agent').tolerations).toEqual([{ key: 'node-role.kubernetes.io/infra', operator: 'Exists' }]);
    expect(podOf(synthesize(datadog({ nodeAgent: { tolerations } }).app), 'datadog-agent').tolerations).toEqual([
      ...tolerations, { key: 'node-role.kubernetes.io/infra', operator: 'Exists' },
    ]);
    expect(podOf(synthesize(datadog({ platform: Platform.eks() }).app), 'datadog-agent').tolerations).toBeUndefined();
  });

  test('without node Agents, or on another platform, there are none', () => {
    expect(constraintsOf(synthesize(datadog({ nodeAgent: { enabled: false } }).app))).toEqual([]);
    expect(constraintsOf(synthesize(datadog({ platform: Platform.eks() }).app))).toEqual([]);
  });

  test('constraints follow the features', () => {
    const of = (props: Partial<DatadogChartProps>) => constraintsOf(synthesize(datadog(props).app))[0];
    expect(of({})).toMatchObject({ allowHostPorts: true, allowHostNetwork: false, allowHostPID: false });
    expect(of({ nodeAgent: { hostPorts: { apm: false, dogstatsd: false } } })).toMatchObject({ allowHostPorts: false });
    expect(of({ features: { apm: { socketEnabled: true } } })).toMatchObject({ allowHostPorts: true, allowHostPID: true });
    expect(of({ nodeAgent: { hostNetwork: true } })).toMatchObject({ allowHostNetwork: true });
  });

  test('a volume of the user that not everybody may have brings constraints', () => {
    const volumes = [{ name: 'share', nfs: { server: 'nfs', path: '/' } }];
    const manifests = synthesize(datadog({ clusterAgent: { volumes, volumeMounts: [{ name: 'share', mountPath: '/share' }] } }).app);
    const constraints = constraintsOf(manifests).find(({ metadata }) => metadata.name === 'datadog-datadog-cluster-agent');
    expect(constraints).toMatchObject({ allowHostDirVolumePlugin: false, volumes: expect.arrayContaining(['nfs']) });
    expect(find(manifests, 'RoleBinding', 'datadog-cluster-agent-scc').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'datadog-cluster-agent', namespace: 'datadog' },
    ]);
  });

  test('a patch that asks for more than the constraints allow is an error', () => {
    const { app, chart } = datadog();
    chart.nodeAgent!.apiObjects.find(o => o.kind === 'DaemonSet')!.addJsonPatch(JsonPatch.add('/spec/template/spec/hostIPC', true));
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/openshift\/pod-is-admitted: .*refuse hostIPC/)]);
  });
});

describe('OpenShift 3', () => {
  const platform = Platform.openShift3();

  test('runners that read the certificate of etcd on their node are root, and have constraints that say so', () => {
    const app = new App();
    const chart = new Chart(app, 'datadog');
    const cluster = { ...CLUSTER, platform, clusterCheckRunners: { enabled: true } };
    const clusterAgent = new ClusterAgentStandalone(chart, 'ClusterAgent', cluster);
    const nodeAgent = new NodeAgent(chart, 'NodeAgent', { ...cluster, clusterAgent });
    new ControlPlaneChecks(chart, 'ControlPlaneChecks', { clusterAgent, nodeAgent });
    const manifests = synthesize(app);
    const pod = podOf(manifests, 'datadog-clusterchecks');
    expect(pod.securityContext).toEqual({ runAsUser: 0 });
    // Of root, to read files of others and nothing more; and in no container but the one that runs checks.
    expect(pod.containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['DAC_READ_SEARCH'] });
    for (const init of pod.initContainers) expect(init.securityContext.capabilities).toEqual({ drop: ['ALL'] });
    expect(constraintsOf(manifests).find(({ metadata }) => metadata.name === 'datadog-datadog-clusterchecks')).toMatchObject({
      allowHostDirVolumePlugin: true,
      allowHostPID: false,
      allowedCapabilities: ['DAC_READ_SEARCH'],
      requiredDropCapabilities: ['ALL'],
      runAsUser: { type: 'MustRunAs', uid: 0 },
      seLinuxContext: { type: 'MustRunAs', seLinuxOptions: { type: 'spc_t' } },
      volumes: ['emptyDir', 'hostPath', 'secret'],
    });
  });

  test('without such checks they are as elsewhere', () => {
    const manifests = synthesize(datadog({ platform }).app);
    expect(podOf(manifests, 'datadog-clusterchecks').securityContext).toEqual({ runAsNonRoot: true });
    expect(constraintsOf(manifests).map(({ metadata }) => metadata.name)).toEqual(['datadog-datadog-agent']);
  });
});

test('the CronJob of the certificate is one that every account may run', () => {
  const app = new App();
  const chart = new Chart(app, 'datadog', { namespace: 'of-the-chart' });
  const cluster = { ...CLUSTER, clusterCheckRunners: { enabled: true } };
  const clusterAgent = new ClusterAgentStandalone(chart, 'ClusterAgent', cluster);
  new ControlPlaneChecks(chart, 'ControlPlaneChecks', { clusterAgent, etcdCertificate: EtcdCertificate.job() });
  const manifests = synthesize(app);
  expect(find(manifests, 'CronJob', 'datadog-etcd-certificate').metadata.namespace).toBe('datadog');
  expect(manifests.filter(m => m.metadata.name.startsWith('datadog-etcd')).map(m => `${m.kind} ${m.metadata.namespace}/${m.metadata.name}`)).toEqual([
    'ServiceAccount datadog/datadog-etcd-certificate',
    'Secret datadog/datadog-etcd-client',
    'Role openshift-etcd-operator/datadog-etcd-certificate',
    'RoleBinding openshift-etcd-operator/datadog-etcd-certificate',
    'Role datadog/datadog-etcd-certificate-write',
    'RoleBinding datadog/datadog-etcd-certificate-write',
    'CronJob datadog/datadog-etcd-certificate',
  ]);
});
