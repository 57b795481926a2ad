import { ApiObject, Chart } from 'cdk8s';
import { ConfigInjectionMode, DatadogChartProps, NodeConnection, Platform } from '../../src';
import { APP_CONTAINER, deployment, externalSecrets, find, podSpec, program, synthesisErrors, synthesize } from '../datadog-chart/program';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => jest.restoreAllMocks());

const PLATFORMS = { 'OpenShift 3': Platform.openShift3(), 'OpenShift 4': Platform.openShift4() };
const cluster = (props: Partial<DatadogChartProps> = {}) => program({ platform: PLATFORMS['OpenShift 4'], credentials: externalSecrets(), ...props });
const podOf = (manifests: any[], kind: string, name: string) => find(manifests, kind, name).spec.template.spec;
/** Env vars by their value or the field of the pod. */
const envOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom?.fieldRef?.fieldPath]));

const BY_PORT = { DD_AGENT_HOST: 'status.hostIP', DD_ENTITY_ID: 'metadata.uid', DD_INTERNAL_POD_UID: 'metadata.uid' };
const SOCKETS = { apm: { socketEnabled: true }, dogstatsd: { socketEnabled: true } };
const SHUT = { apm: { socketEnabled: true, portEnabled: false }, dogstatsd: { socketEnabled: true, portEnabled: false } };

const container = (name: string, privileged?: boolean) =>
  ({ ...APP_CONTAINER, name, ...privileged !== undefined && { securityContext: { privileged } } });

describe.each(Object.entries(PLATFORMS))('%s', (_, platform) => {
  test('instrument(...) connects a pod by the ports of its node, with nothing that every account may not have', () => {
    const { app, datadog, shop } = cluster({ platform });
    deployment(shop, 'web');
    datadog.instrument(shop);
    const { containers: [web], ...rest } = podOf(synthesize(app), 'Deployment', 'web');
    expect(rest).toEqual({});
    expect(envOf(web)).toEqual({ ...BY_PORT, DD_EXTERNAL_ENV: 'it-false,cn-app,pu-$(DD_INTERNAL_POD_UID)' });
    expect(web.volumeMounts).toBeUndefined();
  });

  test('the node Agents listen there, and their constraints let them', () => {
    const manifests = synthesize(cluster({ platform }).app);
    const { containers, hostPID } = podOf(manifests, 'DaemonSet', 'datadog-agent');
    const hostPorts = containers.flatMap((c: any) => c.ports ?? []).map(({ hostPort, protocol }: any) => `${hostPort}/${protocol}`);
    expect(hostPorts.sort()).toEqual(['8125/UDP', '8126/TCP']);
    expect(hostPID).toBeUndefined();
    expect(find(manifests, 'SecurityContextConstraints', 'datadog-datadog-agent')).toMatchObject({ allowHostPorts: true, allowHostPID: false });
    const [agent, traceAgent] = containers.map(envOf);
    expect(agent).toMatchObject({ DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'true' });
    expect(traceAgent).toMatchObject({ DD_APM_NON_LOCAL_TRAFFIC: 'true', DD_APM_RECEIVER_PORT: '8126' });
    for (const env of [agent, traceAgent]) for (const name of ['DD_APM_RECEIVER_SOCKET', 'DD_DOGSTATSD_SOCKET']) expect(env).not.toHaveProperty(name);
  });
});

test('with the host ports off it is the Service of the node', () => {
  const { app, datadog, shop } = cluster({ nodeAgent: { hostPorts: { apm: false, dogstatsd: false } } });
  deployment(shop, 'web');
  datadog.instrument(shop);
  const manifests = synthesize(app);
  expect(envOf(podOf(manifests, 'Deployment', 'web').containers[0]).DD_AGENT_HOST).toBe('datadog-agent.datadog.svc.cluster.local');
  expect(find(manifests, 'SecurityContextConstraints', 'datadog-datadog-agent').allowHostPorts).toBe(false);
});

test('on OpenShift 3 no Service stays on the node, so that is an error', () => {
  const { app, datadog, shop } = cluster({ platform: PLATFORMS['OpenShift 3'], nodeAgent: { hostPorts: { apm: false, dogstatsd: false } } });
  deployment(shop, 'web');
  datadog.instrument(shop);
  expect(synthesisErrors(app)).toEqual([
    expect.stringMatching(/placement\/has-a-way-to-its-agent: .* on no port of the node\. Leave 'hostPorts' of nodeAgent on: /),
  ]);
});

describe('sockets that somebody turned on', () => {
  test.each<[string, object[], object[], boolean]>([
    ['a pod that says nothing', [], [container('web')], false],
    ['a privileged pod', [], [container('web', true)], true],
    ['one with a container that is not', [], [container('web', true), container('log', false)], false],
    ['one with an init container that is not', [container('migrate')], [container('web', true)], false],
    ['one with an init container that is', [container('migrate', true)], [container('web', true)], true],
  ])('%s', (_, initContainers, containers, bySocket) => {
    const { app, datadog, shop } = cluster({ features: SOCKETS });
    deployment(shop, 'web', podSpec({ containers, ...initContainers.length > 0 && { initContainers } }));
    datadog.instrument(shop);
    const pod = podOf(synthesize(app), 'Deployment', 'web');
    expect(pod.volumes).toEqual(bySocket ? [{ name: 'datadog', hostPath: { path: '/var/run/datadog', type: 'DirectoryOrCreate' } }] : undefined);
    expect(envOf(pod.containers[0])).toMatchObject(bySocket ? { DD_TRACE_AGENT_URL: 'unix:///var/run/datadog/apm.socket' } : BY_PORT);
  });

  test.each([undefined, NodeConnection.SOCKET])('a pod without a port to go by is an error (%s)', nodeConnection => {
    const { app, datadog, shop } = cluster({ features: SHUT });
    deployment(shop, 'web');
    datadog.instrumentTarget(shop, { nodeConnection });
    expect(synthesisErrors(app)).toEqual([
      '[shop/web] placement/has-a-way-to-its-agent: Deployment shop/web: on OpenShift a pod that is not privileged may have no folder of its node, '
      + 'and SELinux keeps it from the sockets there, and the Agent of its node takes traces and metrics of applications on no port of the node. '
      + "Set 'features.apm.portEnabled' and 'features.dogstatsd.portEnabled' to true, and leave 'hostPorts' of nodeAgent on: "
      + 'such pods then send to ports of the node, and all others as before. See https://docs.datadoghq.com/containers/kubernetes/distributions/#Openshift',
    ]);
  });

  test('a privileged pod needs no port', () => {
    const { app, datadog, shop } = cluster({ features: SHUT });
    deployment(shop, 'web', podSpec({ containers: [container('web', true)] }));
    datadog.instrument(shop);
    expect(envOf(podOf(synthesize(app), 'Deployment', 'web').containers[0])).toMatchObject({ DD_DOGSTATSD_URL: 'unix:///var/run/datadog/dsd.socket' });
  });

  test('a Namespace without folders of nodes counts for privileged pods as well', () => {
    const { app, datadog, shop } = cluster({ features: SOCKETS });
    new ApiObject(new Chart(app, 'namespaces'), 'shop', {
      apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } },
    });
    deployment(shop, 'web', podSpec({ containers: [container('web', true)] }));
    datadog.instrument(shop);
    expect(envOf(podOf(synthesize(app), 'Deployment', 'web').containers[0])).toMatchObject(BY_PORT);
  });
});

test('the webhook points pods at the address of their node', () => {
  const told = (configMode?: ConfigInjectionMode) => {
    const { app } = cluster({ features: { admissionController: { enabled: true, configMode } } });
    return envOf(podOf(synthesize(app), 'Deployment', 'datadog-cluster-agent').containers[0]).DD_ADMISSION_CONTROLLER_INJECT_CONFIG_MODE;
  };
  expect(told()).toBe('hostip');
  expect(told(ConfigInjectionMode.SERVICE)).toBe('service');
  expect(() => told(ConfigInjectionMode.SOCKET)).toThrow(/admission-controller\/config-mode: the mode 'socket' gives every pod/);
});
