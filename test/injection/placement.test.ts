import { ApiObject, Chart } from 'cdk8s';
import { DatadogChartProps, NodeConnection, Platform, WorkloadSelector } from '../../src';
import { deployment, deploymentManifest, find, inventory, podSpec, program, synthesisErrors, synthesize } from '../datadog-chart/program';

const EC2 = Platform.eks();
const MIXED = Platform.eks({ fargateProfiles: [{ name: 'apps', selectors: [{ namespace: 'shop', labels: { app: 'web' } }] }] });
const OPEN = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };

function nodes(props: Partial<DatadogChartProps> = {}) {
  return program({ platform: EC2, ...props });
}

function podOf(manifests: any[], name = 'web', kind = 'Deployment'): any {
  return find(manifests, kind, name).spec.template.spec;
}

const envNames = (container: any): string[] => (container.env ?? []).map((e: any) => e.name);
const CONNECTED = ['DD_TRACE_AGENT_URL', 'DD_DOGSTATSD_URL', 'DD_ENTITY_ID', 'DD_INTERNAL_POD_UID', 'DD_EXTERNAL_ENV'];

describe('without Fargate', () => {
  test('every workload is connected, and nothing is added beside it', () => {
    const before = nodes();
    deployment(before.shop, 'web');
    const { app, datadog, shop } = nodes();
    deployment(shop, 'web');
    datadog.instrument(shop);
    const manifests = synthesize(app);
    expect(inventory(manifests)).toEqual(inventory(synthesize(before.app)));
    const { containers: [web], volumes, ...rest } = podOf(manifests);
    expect(envNames(web)).toEqual(CONNECTED);
    expect(volumes).toEqual([{ name: 'datadog', hostPath: { path: '/var/run/datadog', type: 'DirectoryOrCreate' } }]);
    expect(rest).toEqual({});
    expect(datadog.tokenReplicator.namespaces).toEqual(['datadog']);
  });

  test('DaemonSets too, and those without a namespace', () => {
    const { app, datadog } = nodes();
    const anywhere = new Chart(app, 'anywhere');
    new ApiObject(anywhere, 'nodes', { ...deploymentManifest('nodes'), kind: 'DaemonSet' });
    datadog.instrument(anywhere);
    expect(envNames(podOf(synthesize(app), 'nodes', 'DaemonSet').containers[0])).toEqual(CONNECTED);
  });

  test("what is Datadog's own stays as it is", () => {
    const { app, datadog, shop } = nodes();
    const theirs = deploymentManifest('agents');
    theirs.spec.template.metadata.labels['agent.datadoghq.com/component'] = 'agent';
    new ApiObject(shop, 'agents', theirs);
    datadog.instrument(app);
    expect(podOf(synthesize(app), 'agents')).toEqual(podSpec());
  });

  test('pods for Windows nodes stay as they are, and are named', () => {
    const { app, datadog, shop } = nodes();
    const windows = deploymentManifest('windows');
    windows.spec.template.spec.nodeSelector = { 'kubernetes.io/os': 'windows' };
    new ApiObject(shop, 'windows', windows);
    datadog.instrument(shop);
    expect(podOf(synthesize(app), 'windows')).toEqual({ ...podSpec(), nodeSelector: { 'kubernetes.io/os': 'windows' } });
    expect(datadog.summary()).toContain('its pods are for Windows nodes, on which there is no Agent');
  });

  test.each<[string, object, object[]]>([
    ['a required node affinity', {
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['windows'] }] }] } } },
    }, []],
    ['a RuntimeClass of the app, in a List of a chart with a namespace', { runtimeClassName: 'windows' }, [{
      apiVersion: 'v1',
      kind: 'List',
      items: [{ apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'windows' }, handler: 'runhcs', scheduling: { nodeSelector: { 'kubernetes.io/os': 'windows' } } }],
    }]],
  ])('gives no host folder to pods that choose Windows nodes by %s', (_, pod, objects) => {
    const { app, datadog, shop } = nodes();
    const windows = deploymentManifest('windows');
    Object.assign(windows.spec.template.spec, pod);
    new ApiObject(shop, 'windows', windows);
    objects.forEach((object, at) => new ApiObject(shop, `object-${at}`, object as any));
    datadog.instrument(shop);
    expect(podOf(synthesize(app), 'windows')).toEqual({ ...podSpec(), ...pod });
    expect(datadog.summary()).toContain('its pods are for Windows nodes, on which there is no Agent');
  });

  test('with traces and metrics off there is nothing to connect', () => {
    const { app, datadog, shop } = nodes({ features: { apm: { enabled: false }, dogstatsd: { enabled: false } } });
    deployment(shop, 'web');
    datadog.instrument(shop);
    expect(podOf(synthesize(app))).toEqual(podSpec());
  });

  test('a sidecar is refused at once, with what to write', () => {
    const { datadog, shop } = nodes();
    expect(() => datadog.sidecar.inject(shop)).toThrow(/^\[shop\] placement\/platform-has-fargate: .*\.\s+Use datadog\.instrument\(\.\.\.\)/s);
    expect(() => datadog.sidecar.injectInto(shop)).toThrow('placement/platform-has-fargate');
  });

  test('a target without a workload is an error here as well', () => {
    const { app, datadog, shop } = nodes();
    datadog.instrument(shop);
    expect(synthesisErrors(app)).toEqual([expect.stringContaining('[shop] sidecar/target-has-workloads: ')]);
  });

  test('service tags are per target', () => {
    const { app, datadog, shop } = nodes();
    ['web', 'api'].forEach(name => deployment(shop, name));
    datadog.instrument(shop);
    datadog.instrumentTarget(shop, { selector: WorkloadSelector.named('web'), serviceTags: { env: 'prd' } });
    const manifests = synthesize(app);
    expect(envNames(podOf(manifests).containers[0])).toEqual([...CONNECTED, 'DD_ENV']);
    expect(envNames(podOf(manifests, 'api').containers[0])).toEqual(CONNECTED);
  });

  test('a workload that is synthesized again from its own manifest does not change', () => {
    const first = nodes();
    deployment(first.shop, 'web');
    first.datadog.instrument(first.shop);
    const connected = find(synthesize(first.app), 'Deployment', 'web');
    const second = nodes();
    new ApiObject(second.shop, 'web', connected);
    second.datadog.instrument(second.shop);
    expect(find(synthesize(second.app), 'Deployment', 'web')).toEqual(connected);
  });

  test('where the chart runs no node Agents, somebody must, and the synthesis warns', () => {
    const { app, datadog, shop } = nodes({ nodeAgent: { enabled: false } });
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    deployment(shop, 'web');
    datadog.instrument(shop);
    expect(envNames(podOf(synthesize(app)).containers[0])).toEqual(CONNECTED);
    expect(told.mock.calls.flat().join('')).toMatch(/warning: \[shop\/web\] placement\/node-agent-runs: .*no DaemonSet of the app runs one/);
    jest.restoreAllMocks();
  });
});

describe('by ports', () => {
  test('those of the address of the node, for the targets that want them', () => {
    const { app, datadog, shop } = nodes({ features: OPEN });
    ['web', 'api'].forEach(name => deployment(shop, name));
    datadog.instrument(shop);
    datadog.instrumentTarget(shop, { selector: WorkloadSelector.named('web'), nodeConnection: NodeConnection.PORT });
    const manifests = synthesize(app);
    expect(podOf(manifests).containers[0].env[0]).toEqual({ name: 'DD_AGENT_HOST', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } });
    expect(podOf(manifests)).not.toHaveProperty('volumes');
    expect(envNames(podOf(manifests, 'api').containers[0])).toEqual(CONNECTED);
  });

  test('through the Service, where the chart keeps them off the addresses of nodes', () => {
    const { app, datadog, shop } = nodes({ features: OPEN, nodeAgent: { hostPorts: { apm: false, dogstatsd: false } } });
    deployment(shop, 'web');
    datadog.instrumentTarget(shop, { nodeConnection: NodeConnection.PORT });
    const manifests = synthesize(app);
    expect(podOf(manifests).containers[0].env[0]).toEqual({ name: 'DD_AGENT_HOST', value: `${datadog.nodeAgent!.serviceName}.datadog.svc.cluster.local` });
    expect(find(manifests, 'Service', datadog.nodeAgent!.serviceName).metadata.namespace).toBe('datadog');
  });

  test('where none is open, an error at the workload says what to write', () => {
    const { app, datadog, shop } = nodes();
    deployment(shop, 'web');
    datadog.instrumentTarget(shop, { nodeConnection: NodeConnection.PORT });
    expect(synthesisErrors(app)).toEqual([
      expect.stringMatching(/^\[shop\/web\] placement\/has-a-way-to-its-agent: Deployment shop\/web: ports were chosen for it, .*\. Set 'features.apm.portEnabled'/),
    ]);
  });
});

describe('both kinds of node', () => {
  function mixed(props: Partial<DatadogChartProps> = {}) {
    const it = program({ platform: MIXED, ...props });
    ['web', 'api'].forEach(name => deployment(it.shop, name, podSpec({ containers: [{ name: 'app', image: 'a', resources: { requests: { cpu: '100m', memory: '64Mi' } } }] })));
    return it;
  }

  test('a workload that is added later is placed like the others', () => {
    const { app, datadog, shop } = mixed();
    datadog.instrument(shop);
    expect(datadog.tokenReplicator.namespaces).toEqual(['datadog']);
    deployment(shop, 'late');
    const manifests = synthesize(app);
    expect(['web', 'api', 'late'].map(name => podOf(manifests, name).containers.length)).toEqual([2, 1, 1]);
    expect(datadog.tokenReplicator.namespaces).toEqual(['datadog', 'shop']);
  });

  test('where no workload is on Fargate after all, nothing for sidecars is left', () => {
    const { app, datadog } = program({ platform: MIXED });
    const store = new Chart(app, 'store', { namespace: 'store' });
    deployment(store, 'web');
    datadog.instrument(store);
    expect(inventory(synthesize(app)).filter(line => /store\/(?!web)|datadog-agent-fargate/.test(line))).toEqual([]);
  });

  test('a sidecar that is asked for where no profile takes the pods is both, and an error', () => {
    const { app, datadog, shop } = mixed();
    datadog.instrument(shop);
    datadog.sidecar.inject(shop.node.findChild('api'));
    expect(synthesisErrors(app)).toEqual([
      expect.stringMatching(/^\[shop\/api\] placement\/covered-once: Deployment shop\/api: .*the Fargate profile 'apps' has no selector for pods in the namespace 'shop' with the labels app=api; a selector of 'apps' wants but the label app=web\. Give it to datadog\.instrument/),
    ]);
  });

  test('a sidecar in a DaemonSet is refused, and instrument(...) connects it', () => {
    const { app, datadog, shop } = mixed();
    const own = new ApiObject(shop, 'nodes', { ...deploymentManifest('nodes'), kind: 'DaemonSet' });
    datadog.instrument(shop);
    expect(envNames(podOf(synthesize(app), 'nodes', 'DaemonSet').containers[0])).toEqual(CONNECTED);
    datadog.sidecar.inject(own);
    expect(synthesisErrors(app)).toEqual([expect.stringContaining('[shop/nodes] sidecar/no-daemon-set: ')]);
  });

  test('without a namespace nobody can tell where a workload is', () => {
    const { app, datadog } = program({ platform: MIXED });
    const anywhere = new Chart(app, 'anywhere');
    deployment(anywhere, 'web');
    datadog.instrument(anywhere);
    expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[anywhere\/web\] sidecar\/namespace-is-known: .*whether a Fargate profile takes its pods/)]);
  });
});
