import { Yaml } from 'cdk8s';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { connectToNodeAgent } from '../../../src/render/node-agent/application';
import { nodeIntakes } from '../../../src/render/node-agent/intakes';
import { violationOf } from '../../requirements/violations';
import { clusterModel, deepFreeze } from '../models';

type Given = Pick<ClusterDescription, 'features' | 'sidecar' | 'nodeAgent' | 'namespace'> & { readonly kubernetesVersion?: string };

const POD: any = deepFreeze({
  metadata: { labels: { app: 'web' } },
  spec: { initContainers: [{ name: 'migrate', image: 'shop/migrate:1' }], containers: [{ name: 'web', image: 'shop/web:1', env: [{ name: 'A', value: 'b' }] }] },
});
const LEVEL = { reason: "the Namespace 'shop' enforces a level", link: 'https://example.com/' };
const PORTS = { apm: { portEnabled: true }, dogstatsd: { portEnabled: true } };

function connect({ kubernetesVersion, ...given }: Given = {}, pod = POD, noSockets?: typeof LEVEL) {
  const model = clusterModel({ platform: { fact: PLATFORMS.eks, kubernetesVersion }, ...given });
  return connectToNodeAgent(pod, model, nodeIntakes(model, noSockets));
}

/** What Datadog's admission controller adds to every container in the mode `socket`, or `hostip`. */
const origin = (container: string, init = false) => [
  { name: 'DD_ENTITY_ID', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.uid' } } },
  { name: 'DD_INTERNAL_POD_UID', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.uid' } } },
  { name: 'DD_EXTERNAL_ENV', value: `it-${init},cn-${container},pu-$(DD_INTERNAL_POD_UID)` },
];
const SOCKET_ENV = [
  { name: 'DD_TRACE_AGENT_URL', value: 'unix:///var/run/datadog/apm.socket' },
  { name: 'DD_DOGSTATSD_URL', value: 'unix:///var/run/datadog/dsd.socket' },
];
const HOST_ENV = { name: 'DD_AGENT_HOST', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } };
const MOUNT = { name: 'datadog', mountPath: '/var/run/datadog', readOnly: true };
const VOLUME = { name: 'datadog', hostPath: { path: '/var/run/datadog', type: 'DirectoryOrCreate' } };

test('by sockets, as the admission controller has it, and nothing else', () => {
  expect(connect()).toEqual({
    metadata: { labels: { app: 'web' }, annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': 'datadog' } },
    spec: {
      initContainers: [{ name: 'migrate', image: 'shop/migrate:1', env: [...SOCKET_ENV, ...origin('migrate', true)], volumeMounts: [MOUNT] }],
      containers: [{ name: 'web', image: 'shop/web:1', env: [{ name: 'A', value: 'b' }, ...SOCKET_ENV, ...origin('web')], volumeMounts: [MOUNT] }],
      volumes: [VOLUME],
    },
  });
});

test('by ports of the host', () => {
  const features = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } };
  expect(connect({ features })).toEqual({
    metadata: { labels: { app: 'web' } },
    spec: {
      initContainers: [{ name: 'migrate', image: 'shop/migrate:1', env: [HOST_ENV, ...origin('migrate', true)] }],
      containers: [{ name: 'web', image: 'shop/web:1', env: [{ name: 'A', value: 'b' }, HOST_ENV, ...origin('web')] }],
    },
  });
});

describe('by ports that the Agent has not on the address of its node', () => {
  const given = { features: PORTS, nodeAgent: { hostPorts: { apm: false } }, namespace: 'monitoring' };

  test('through the Service of the node', () => {
    const { spec: { containers: [web] } } = connect(given, POD, LEVEL);
    expect(web.env!.slice(1)).toEqual([{ name: 'DD_AGENT_HOST', value: 'datadog-agent.monitoring.svc.cluster.local' }, ...origin('web')]);
  });

  test('on the network of the node it has all', () => {
    const { spec: { containers: [web] } } = connect({ ...given, nodeAgent: { ...given.nodeAgent, hostNetwork: true } }, POD, LEVEL);
    expect(web.env![1]).toEqual(HOST_ENV);
  });

  test('where somebody else brings the Agents, they are taken to be there', () => {
    const { spec: { containers: [web] } } = connect({ ...given, nodeAgent: { enabled: false } }, POD, LEVEL);
    expect(web.env![1]).toEqual(HOST_ENV);
  });

  test('a Kubernetes without such Services has no way', () => {
    expect(() => connect({ ...given, kubernetesVersion: '1.21' }, POD, LEVEL)).toThrow(/^placement\/has-a-way-to-its-agent: /);
    const withoutSockets = { ...given, features: { apm: { socketEnabled: false, portEnabled: true } }, kubernetesVersion: '1.21' };
    // What is on already is not asked for, and nobody goes by sockets.
    expect(() => connect(withoutSockets)).toThrow("sockets are off, and the Agent of its node takes traces on no port of the node.\n  Leave 'hostPorts' of nodeAgent on: such pods then send to ports of the node.\n  See");
  });

  test.each<[string, object, string]>([
    ['hostNetwork: true', { hostNetwork: true }, 'ClusterFirstWithHostNet'],
    ['dnsPolicy: Default', { dnsPolicy: 'Default' }, 'ClusterFirst'],
  ])('a pod with %s does not know the name of the Service', (_, more, policy) => {
    const pod = { ...POD, spec: { ...POD.spec, ...more } };
    expect(() => connect(given, pod, LEVEL)).toThrow(new RegExp(`^placement/has-a-way-to-its-agent: .*'dnsPolicy: ${policy}'\\.`, 's'));
    expect(() => connect(given, { ...pod, spec: { ...pod.spec, dnsPolicy: policy } }, LEVEL)).not.toThrow();
    expect(() => connect({ features: PORTS }, pod, LEVEL)).not.toThrow();
    const own = [{ name: 'web', env: [{ name: 'DD_AGENT_HOST', value: '10.0.0.1' }] }];
    expect(() => connect(given, { spec: { ...more, containers: own } } as any, LEVEL)).not.toThrow();
  });
});

test('one by each', () => {
  const { spec: { containers: [web] } } = connect({ features: { dogstatsd: { socketEnabled: false, portEnabled: true } } });
  expect(web.env!.slice(1)).toEqual([SOCKET_ENV[0], HOST_ENV, ...origin('web')]);
  expect(web.volumeMounts).toEqual([MOUNT]);
});

test('one alone', () => {
  const { spec: { containers: [web] } } = connect({ features: { dogstatsd: { enabled: false } } });
  expect(web.env!.slice(1)).toEqual([SOCKET_ENV[0], ...origin('web')]);
});

test('neither: the pod is left as it is', () => {
  expect(connect({ features: { apm: { enabled: false }, dogstatsd: { enabled: false } } })).toEqual(POD);
});

test('service tags, where the pod has none', () => {
  const { metadata, spec } = connect({ sidecar: { serviceTags: { env: 'prd', service: 'shop-web' } } }, { ...POD, metadata: { labels: { 'tags.datadoghq.com/env': 'stg' } } });
  expect(metadata!.labels).toEqual({ 'tags.datadoghq.com/env': 'stg', 'tags.datadoghq.com/service': 'shop-web' });
  expect(spec.containers[0].env!.slice(-2).map(e => [e.name, e.valueFrom?.fieldRef?.fieldPath])).toEqual([
    ['DD_ENV', "metadata.labels['tags.datadoghq.com/env']"], ['DD_SERVICE', "metadata.labels['tags.datadoghq.com/service']"],
  ]);
});

test('containers share nothing, which YAML would write as an alias', () => {
  const pod: any = { spec: { containers: [{ name: 'web' }, { name: 'worker' }] } };
  expect(Yaml.stringify(connect({}, pod))).not.toMatch(/[&*]a\d/);
});

test('twice changes nothing', () => {
  expect(connect({}, deepFreeze(connect()))).toEqual(connect());
});

test('what a container sets wins', () => {
  const env = [{ name: 'DD_TRACE_AGENT_URL', value: 'http://elsewhere:8126' }, { name: 'DD_ENTITY_ID', value: 'x' }];
  const { spec: { containers: [web] } } = connect({}, { spec: { containers: [{ name: 'web', env }] } } as any);
  expect(web.env).toEqual([...env, SOCKET_ENV[1], ...origin('web').slice(1)]);
});

test("a container that mounts the host's folder by itself keeps its mount, and the rest of the pod has ours", () => {
  const volumes = [{ name: 'apmsocketpath', hostPath: { path: '/var/run/datadog/' } }];
  const own = { name: 'apmsocketpath', mountPath: '/var/run/datadog/' };
  const { spec, metadata } = connect({}, { spec: { containers: [{ name: 'web', volumeMounts: [own] }, { name: 'other' }], volumes } } as any);
  expect(spec.containers.map(c => c.volumeMounts)).toEqual([[own], [MOUNT]]);
  expect(spec.volumes).toEqual([...volumes, VOLUME]);
  const alone = connect({}, { spec: { containers: [{ name: 'web', volumeMounts: [own] }], volumes } } as any);
  expect(alone.spec.volumes).toEqual(volumes);
  expect([metadata?.annotations, alone.metadata]).toEqual([{ 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': 'datadog' }, undefined]);
});

describe('no room', () => {
  const pod = (volumes: object[], mount: object): any => ({ spec: { containers: [{ name: 'web', volumeMounts: [mount] }], volumes } });

  test.each<[string, any, RegExp]>([
    ['the name of the volume', pod([{ name: 'datadog', emptyDir: {} }], { name: 'datadog', mountPath: '/x' }), /^sidecar\/volume-name-is-free: the pod has a volume 'datadog'/],
    ['the path', pod([{ name: 'x', emptyDir: {} }], { name: 'x', mountPath: '/var/run/datadog' }), /^sidecar\/socket-path-is-free: the container 'web' mounts a volume of its own at \/var\/run\/datadog/],
    ['a folder above it that nobody can write to', pod([{ name: 'x', configMap: {} }], { name: 'x', mountPath: '/var/run' }), /^sidecar\/socket-path-is-free: the container 'web' mounts a read-only volume at \/var\/run,/],
  ])('%s', (_, template, told) => {
    expect(() => connect({}, template)).toThrow(told);
    expect(() => connect({ features: { ...PORTS, apm: { portEnabled: true } } }, template, LEVEL)).not.toThrow();
  });

  test('a folder above it that can be written to is fine', () => {
    expect(() => connect({}, pod([{ name: 'x', emptyDir: {} }], { name: 'x', mountPath: '/var/run' }))).not.toThrow();
  });
});

describe('where no folder of the node may be mounted', () => {
  test('ports are taken, if they are open', () => {
    const { spec } = connect({ features: PORTS }, POD, LEVEL);
    expect(spec.containers[0].env!.slice(1)).toEqual([HOST_ENV, ...origin('web')]);
    expect(spec.volumes).toBeUndefined();
  });

  test.each<[string, Given['features'], RegExp]>([
    ['both', {}, /takes traces and metrics of applications on no port of the node\.\s+Set 'features.apm.portEnabled' and 'features.dogstatsd.portEnabled' to true/],
    ['one', { apm: { portEnabled: true } }, /takes metrics of applications on no port of the node\.\s+Set 'features.dogstatsd.portEnabled' to true/],
  ])('%s shut: an error with what to write', (_, features, told) => {
    expect(() => connect({ features }, POD, LEVEL)).toThrow(told);
    expect(() => connect({ features }, POD, LEVEL)).toThrow("placement/has-a-way-to-its-agent: the Namespace 'shop' enforces a level, and the Agent of its node takes");
  });

  test('what is off asks for nothing', () => {
    expect(connect({ features: { apm: { enabled: false }, dogstatsd: { enabled: false } } }, POD, LEVEL)).toEqual(POD);
  });
});

test('metrics alone by a socket, traces alone by a port', () => {
  const metrics = connect({ features: { apm: { enabled: false } } }).spec;
  expect([metrics.containers[0].env!.slice(1), metrics.containers[0].volumeMounts, metrics.volumes]).toEqual([[SOCKET_ENV[1], ...origin('web')], [MOUNT], [VOLUME]]);
  const traces = connect({ features: { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { enabled: false } } }).spec;
  expect([traces.containers[0].env!.slice(1), traces.containers[0].volumeMounts]).toEqual([[HOST_ENV, ...origin('web')], undefined]);
});

test('a pod with neither metadata nor init containers gets none of them', () => {
  const bare: any = { spec: { containers: [{ name: 'web' }] } };
  const ports = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } };
  expect(connect({ features: ports }, bare)).toEqual({ spec: { containers: [{ name: 'web', env: [HOST_ENV, ...origin('web')] }] } });
  expect(connect({ features: ports }, bare).spec).not.toHaveProperty('initContainers');
  expect(connect({ features: ports, sidecar: { serviceTags: { env: 'prd' } } }, bare).metadata).toEqual({ labels: { 'tags.datadoghq.com/env': 'prd' } });
});

describe('pods that do not know names of the cluster', () => {
  const given = { features: PORTS, nodeAgent: { hostPorts: { apm: false } } };
  const SERVICE = 'datadog-agent.datadog.svc.cluster.local';
  const pod = (...envs: object[][]): any => ({ spec: { dnsPolicy: 'Default', containers: envs.map((env, at) => ({ name: `c${at}`, env })) } });

  test('one container that is pointed at the Service is enough', () => {
    const own = [{ name: 'DD_AGENT_HOST', value: '10.0.0.1' }];
    expect(() => connect(given, pod(own, []), LEVEL)).toThrow(/^placement\/has-a-way-to-its-agent: 'dnsPolicy' is Default.*, so the DNS of the node answers the pod, which does not know the Service of the Agent there, and/s);
    // The name in another variable is none of ours.
    expect(() => connect(given, pod([...own, { name: 'OTHER', value: SERVICE }]), LEVEL)).not.toThrow();
  });
});

describe('what is told where there is no room', () => {
  const told = (volumes: object[], ...volumeMounts: object[]) => violationOf(() => connect({}, { spec: { containers: [{ name: 'web', volumeMounts }], volumes } } as any));

  test.each<[string, object[], object[], string]>([
    ['a volume of our name', [{ name: 'datadog', hostPath: {} }], [], 'Rename the volume of the pod'],
    ['a mount at our path', [{ name: 'x', emptyDir: {} }, { name: 'y', hostPath: { path: '/y' } }], [{ name: 'x', mountPath: '/var/run/datadog' }], 'Remove that mount, or mount it at another path'],
  ])('%s', (_, volumes, mounts, remedy) => {
    expect(told(volumes, ...mounts).remedy).toBe(remedy);
  });

  test("the host's folder under our name is ours, beside other volumes", () => {
    const volumes = [{ name: 'x', emptyDir: {} }, { name: 'datadog', hostPath: { path: '/var/run/datadog/' } }];
    const spec: any = { containers: [{ name: 'web', volumeMounts: [{ name: 'datadog', mountPath: '/var/run/datadog' }] }], volumes };
    expect(connect({}, { spec } as any).spec.volumes).toEqual(volumes);
  });
});

test('where the node lets no folder be mounted, ports are for such pods alone', () => {
  expect(violationOf(() => connect({}, POD, LEVEL)).remedy)
    .toBe("Set 'features.apm.portEnabled' and 'features.dogstatsd.portEnabled' to true, and leave 'hostPorts' of nodeAgent on: such pods then send to ports of the node, and all others as before");
});
