import { violationOf } from './violations';
import * as api from '../../src';
import { DatadogChartProps, DatadogCredentials, NodeAgent, Platform } from '../../src';
import { OptionsName, shapeOf } from '../../src/requirements/option-shape';
import { requireOptions } from '../../src/requirements/options';
import { CLUSTER, program, synthesize } from '../datadog-chart/program';
import { assemblyTypes } from '../structure/assembly';

const EC2 = { platform: Platform.eks() };
const kindsOf = (props: Partial<DatadogChartProps>) => synthesize(program(props).app).map(m => `${m.kind} ${m.metadata.name}`);
const envOf = (props: Partial<DatadogChartProps>, name: string) => synthesize(program(props).app)
  .find(m => m.kind === 'Deployment' && m.metadata.name === 'datadog-cluster-agent').spec.template.spec.containers[0].env.find((e: any) => e.name === name)?.value;

const SWITCHED = assemblyTypes().filter(type => type.datatype).flatMap(({ name }) => shapeOf(name as OptionsName)
  .filter(({ type }) => assemblyTypes().some(other => other.datatype && other.name === type && shapeOf(type as OptionsName).some(option => option.name === 'enabled')))
  .map(option => [`${name}.${option.name}`, name as OptionsName, option.name] as const));

const sound = (type: string) => type.startsWith('!') ? Object.create((api as any)[type.slice(1)].prototype) : type.endsWith('[]') ? [] : 'x';

test.each(SWITCHED)('naming %s switches it on, and enabled: false switches it off', (_, of, option) => {
  const required = Object.fromEntries(shapeOf(of).filter(({ optional }) => !optional).map(({ name, type }) => [name, sound(type)]));
  const named = (part: unknown) => (requireOptions(of, { ...required, [option]: part }) as any)[option].enabled;
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

test.each<[string, Partial<DatadogChartProps>, string]>([
  ['sidecars where no pod is on Fargate', { platform: Platform.kubeadm(), sidecar: { cpu: '1', memory: '1Gi', serviceTags: { env: 'prd' } } }, "'sidecar.cpu' and 'sidecar.memory' have no effect: "],
  ['sidecars without a Fargate profile', { ...EC2, sidecar: { probes: false } }, "'sidecar.probes' has no effect: "],
  ['resources of a trace-agent that is not there', { ...EC2, features: { apm: { enabled: false } }, nodeAgent: { traceAgentResources: { cpu: '1' } } }, "'nodeAgent.traceAgentResources' has no effect: "],
  ['resources of a system-probe that is not there', { ...EC2, nodeAgent: { systemProbeResources: { cpu: '1' } } }, "'nodeAgent.systemProbeResources' has no effect: "],
  ['runners without cluster checks', { ...EC2, features: { clusterChecks: { enabled: false } }, clusterCheckRunners: {} }, "'clusterCheckRunners' has no effect: "],
  ['namespaces of an egress that is off', { ...EC2, istio: { egress: false, egressNamespaces: ['shop'] } }, "'egressNamespaces' has no effect: 'egress' is off"],
  ['revisions of a control plane that is not checked', { ...EC2, istio: { controlPlaneCheck: false, revisions: ['1-24'] } }, "'revisions' has no effect: 'controlPlaneCheck' is off"],
  ['options of a check of proxies without node Agents', { istio: { proxyCheckOptions: { a: 'b' } } }, "'proxyCheckOptions' has no effect: 'proxyCheck' is off"],
])('refuses %s', (_, props, reason) => {
  expect(violationOf(() => program(props))).toMatchObject({ rule: 'options/have-an-effect', reason: expect.stringContaining(reason) });
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
