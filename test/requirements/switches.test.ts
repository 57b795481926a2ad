import { violationOf } from './violations';
import * as api from '../../src';
import {
  ControlPlaneChecks, DatadogChart, DatadogChartProps, DatadogCredentials, DatadogIstio, DatadogNetworkPolicy, FargateLogging, FargateLogOutput,
  InstrumentOptions, NodeAgent, NodeConnection, Platform,
} from '../../src';
import { OptionsName, shapeOf } from '../../src/requirements/option-shape';
import { requireOptions } from '../../src/requirements/options';
import { CLUSTER, deployment, program, synthesize } from '../datadog-chart/program';
import { assemblyTypes } from '../structure/assembly';

const EC2 = { platform: Platform.eks() };
const kindsOf = (props: Partial<DatadogChartProps>) => synthesize(program(props).app).map(m => `${m.kind} ${m.metadata.name}`);
const envOf = (props: Partial<DatadogChartProps>, name: string) => synthesize(program(props).app)
  .find(m => m.kind === 'Deployment' && m.metadata.name === 'datadog-cluster-agent').spec.template.spec.containers[0].env.find((e: any) => e.name === name)?.value;

const SWITCHED = assemblyTypes().filter(type => type.datatype).flatMap(({ name }) => shapeOf(name as OptionsName)
  .filter(({ type }) => assemblyTypes().some(other => other.datatype && other.name === type && shapeOf(type as OptionsName).some(option => option.name === 'enabled')))
  .map(option => [`${name}.${option.name}`, name as OptionsName, option.name] as const));

const sound = (type: string) => type.endsWith('[]') ? [] : type.startsWith('!') ? Object.create((api as any)[type.slice(1)].prototype) : 'x';

test.each(SWITCHED)('naming %s switches it on, and enabled: false switches it off', (_, of, option) => {
  const required = (struct: OptionsName) => Object.fromEntries(shapeOf(struct)
    .filter(({ optional }) => !optional).map(({ name, type }) => [name, sound(type)]));
  const inside = required(shapeOf(of).find(({ name }) => name === option)!.type as OptionsName);
  const named = (part: {}) => (requireOptions(of, { ...required(of), [option]: { ...inside, ...part } }) as any)[option].enabled;
  expect([named({}), named({ enabled: true }), named({ enabled: null }), named({ enabled: false })]).toEqual([true, true, true, false]);
});

test('a feature that is named is on in the manifests', () => {
  expect(envOf({ features: { admissionController: {} } }, 'DD_ADMISSION_CONTROLLER_ENABLED')).toBe('true');
  expect(envOf({ features: { admissionController: { mutateUnlabelled: true } } }, 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED')).toBe('true');
  expect(envOf({ features: { admissionController: { enabled: false, mutateUnlabelled: true } } }, 'DD_ADMISSION_CONTROLLER_MUTATE_UNLABELLED')).toBeUndefined();
});

test('runners that are named are made, and are read where they are off', () => {
  const all = (props: Partial<DatadogChartProps>) => kindsOf({ ...EC2, ...props }).filter(name => name.startsWith('Deployment ')).length - 1;
  expect([all({}), all({ clusterCheckRunners: { replicas: 3 } }), all({ clusterCheckRunners: { enabled: false, replicas: 3 } })]).toEqual([0, 1, 0]);
  expect(violationOf(() => program({ ...EC2, clusterCheckRunners: { enabled: false, replicas: -1 } })).rule).toBe('kubernetes/replicas');
  // The labels of Istio name no part.
  expect(all({ istio: {} })).toBe(0);
});

const OUTPUTS = [FargateLogOutput.cloudWatchLogs({ region: 'us-east-1', logGroupName: '/a' })];

test.each<[string, Partial<DatadogChartProps>]>([
  ['networkPolicy', { ...EC2, networkPolicy: { apiServerCidrs: ['10.0.0.1/32'] } }],
  ['istio', { ...EC2, istio: { revisions: ['1-24'] } }],
  ['controlPlane', { platform: Platform.kubeadm(), controlPlane: { etcd: {} } }],
  ['fargateLogging', { fargateLogging: { outputs: OUTPUTS } }],
])('enabled: false makes what a chart without %s makes, and true what the options alone make', (part, props) => {
  const made = (enabled?: boolean) => program({ ...props, [part]: { ...(props as any)[part], enabled } }).app.synthYaml();
  const without = program({ ...props, [part]: undefined }).app.synthYaml();
  expect(made(false)).toBe(without);
  expect(made(true)).toBe(made());
  expect(made()).not.toBe(without);
});

test.each<[string, (chart: DatadogChart) => unknown]>([
  ['DatadogNetworkPolicy', chart => new DatadogNetworkPolicy(chart, 'off', { ...CLUSTER, enabled: false })],
  ['DatadogIstio', chart => new DatadogIstio(chart, 'off', { ...CLUSTER, enabled: false })],
  ['ControlPlaneChecks', chart => new ControlPlaneChecks(chart, 'off', { clusterAgent: chart.clusterAgent, enabled: false })],
  ['FargateLogging', chart => new FargateLogging(chart, 'off', { platform: CLUSTER.platform, clusterName: CLUSTER.clusterName, outputs: OUTPUTS, enabled: false })],
])('a %s that was created cannot be off', (name, create) => {
  expect(violationOf(() => create(program().datadog))).toMatchObject({
    rule: 'options/have-an-effect',
    reason: `'enabled' has no effect: creating the ${name} switches it on`,
  });
});

test.each<[string, Partial<DatadogChartProps>, string]>([
  ['sidecars where no pod is on Fargate', { platform: Platform.kubeadm(), sidecar: { cpu: '1', memory: '1Gi', serviceTags: { env: 'prd' } } }, "'sidecar.cpu' and 'sidecar.memory' have no effect: "],
  ['sidecars without a Fargate profile', { ...EC2, sidecar: { probes: false } }, "'sidecar.probes' has no effect: "],
  ['resources of a trace-agent that is not there', { ...EC2, features: { apm: { enabled: false } }, nodeAgent: { traceAgentResources: { cpu: '1' } } }, "'nodeAgent.traceAgentResources' has no effect: "],
  ['resources of a system-probe that is not there', { ...EC2, nodeAgent: { systemProbeResources: { cpu: '1' } } }, "'nodeAgent.systemProbeResources' has no effect: "],
  ['runners without cluster checks', { ...EC2, features: { clusterChecks: { enabled: false } }, clusterCheckRunners: {} }, "'clusterCheckRunners' has no effect: "],
  ['namespaces of an egress that is off', { ...EC2, istio: { egress: false, egressNamespaces: ['shop'] } }, "'egressNamespaces' has no effect: 'egress' is off"],
  ['revisions of a control plane that is not checked', { ...EC2, istio: { controlPlaneCheck: false, revisions: ['1-24'] } }, "'revisions' has no effect: 'controlPlaneCheck' is off"],
  ['options of a check of proxies without node Agents', { istio: { proxyCheckOptions: { a: 'b' } } }, "'proxyCheckOptions' has no effect: 'proxyCheck' is off"],
  ['an authority for kubelets that are not verified', { ...EC2, nodeAgent: { kubeletTlsVerify: false, kubeletCaPath: '/etc/kubernetes/ca.crt' } }, "'nodeAgent.kubeletCaPath' has no effect: "],
  ['a restriction of runners that are not there', { ...EC2, networkPolicy: { restrictRunners: true } }, "'restrictRunners' has no effect: "],
  ['the authority of sidecars where there are none', { ...EC2, clusterAgentTls: { secretName: 'tls', configMapName: 'authority' } }, "'clusterAgentTls.configMapName' has no effect: "],
  ['an address for components that need no setting', { controlPlane: { bindAddress: '10.0.0.1' } }, "'bindAddress' has no effect: "],
  ['an authority for a component that is not verified', { controlPlane: { scheduler: { tlsVerify: false, caCertificatePath: '/ca.crt' } } }, "'caCertificatePath' has no effect: "],
  ['TLS of a component that is asked over http', { platform: Platform.k3s(), controlPlane: { etcd: { tlsVerify: true } } }, "'tlsVerify' has no effect: "],
  ['names for an IAM policy without logs of processes', { fargateLogging: { outputs: [FargateLogOutput.cloudWatchLogs({ region: 'us-east-1', logGroupName: '/a' })], eksClusterName: 'other' } }, "'eksClusterName' has no effect: "],
  ['what no Agent takes in', { ...EC2, nodeAgent: { enabled: false }, features: { logs: {}, otlp: {} } }, "'features.logs' and 'features.otlp' have no effect: "],
])('refuses %s', (_, props, reason) => {
  expect(violationOf(() => program(props))).toMatchObject({ rule: 'options/have-an-effect', reason: expect.stringContaining(reason) });
});

test.each<[string, Partial<DatadogChartProps>]>([
  ['runners that are not restricted', { ...EC2, networkPolicy: { restrictRunners: false } }],
  ['the usual ConfigMap of the authority', { ...EC2, clusterAgentTls: { secretName: 'tls', configMapName: 'datadog-ca-cert' } }],
  ['the usual address', { controlPlane: { bindAddress: '0.0.0.0' } }],
  ['the name of the cluster itself', { fargateLogging: { outputs: [FargateLogOutput.cloudWatchLogs({ region: 'us-east-1', logGroupName: '/a' })], eksClusterName: 'prod-tokyo', awsRegion: 'us-east-1' } }],
  ['features that are off', { ...EC2, nodeAgent: { enabled: false }, features: { logs: { enabled: false }, dogstatsd: { originDetection: false } } }],
])('accepts %s', (_, props) => {
  expect(() => program(props)).not.toThrow();
});

test('refuses options of a target on a mixed cluster whose pods all run elsewhere', () => {
  const reasonOf = (namespace: string, options: InstrumentOptions) => {
    const { app, datadog, shop } = program({ platform: Platform.eks({ fargateProfiles: [{ name: 'apps', selectors: [{ namespace: 'fargate' }] }] }) });
    datadog.instrumentTarget(deployment(shop, 'web', undefined, { namespace }), options);
    try {
      app.synthYaml();
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(reasonOf('shop', { cpu: '1' })).toContain("'cpu' has no effect");
  expect(reasonOf('fargate', { cpu: '1' })).not.toContain('have-an-effect');
  expect(reasonOf('fargate', { nodeConnection: NodeConnection.PORT })).toContain("'nodeConnection' has no effect");
  expect(reasonOf('shop', { nodeConnection: NodeConnection.SOCKET })).not.toContain('have-an-effect');
});

test('refuses names for an application key that is not there', () => {
  const names = { appKeyKey: 'app', appKeySecretName: 'datadog-app' };
  const literal = { apiKey: 'a'.repeat(32), token: 'b'.repeat(32) };
  const reason = expect.stringContaining("'appKeyKey' and 'appKeySecretName' have no effect");
  expect(violationOf(() => DatadogCredentials.unsafeLiteral({ ...literal, ...names }))).toMatchObject({ rule: 'options/have-an-effect', reason });
  expect(violationOf(() => DatadogCredentials.existingSecret({ appKey: false, ...names }))).toMatchObject({ rule: 'options/have-an-effect', reason });
  expect(() => DatadogCredentials.existingSecret(names)).not.toThrow();
  expect(() => DatadogCredentials.unsafeLiteral({ ...literal, ...names, appKey: 'c'.repeat(40) })).not.toThrow();
});

test('refuses node Agents on Fargate alone, and a NodeAgent that is off', () => {
  expect(violationOf(() => program({ nodeAgent: { hostNetwork: true } })).rule).toBe('node-agent/has-nodes');
  expect(() => program({ nodeAgent: { enabled: false, hostNetwork: true } })).not.toThrow();
  const { datadog } = program(EC2);
  expect(violationOf(() => new NodeAgent(datadog, 'more', { ...CLUSTER, ...EC2, enabled: false }))).toMatchObject({ rule: 'options/have-an-effect', reason: expect.stringContaining("'enabled'") });
});

test('refuses options of one target that have no effect on its pods', () => {
  const onNodes = program({ platform: Platform.kubeadm() });
  expect(violationOf(() => onNodes.datadog.instrumentTarget(onNodes.shop, { cpu: '1' })).reason).toContain("'cpu' has no effect");
  expect(() => onNodes.datadog.instrumentTarget(onNodes.shop, { serviceTags: { env: 'prd' } })).not.toThrow();
  const onFargate = program();
  expect(violationOf(() => onFargate.datadog.instrumentTarget(onFargate.shop, { nodeConnection: 'port' as any })).reason).toContain("'nodeConnection' has no effect");
});
