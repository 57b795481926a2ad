import { AGENT_PORTS } from '../../../src/facts/agent-ports';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { violationOf } from '../../requirements/violations';
import { clusterModel } from '../models';

const APP = { name: 'web', image: 'shop/web:1' };

function inject(spec: any, sidecar?: ClusterDescription['sidecar']) {
  const injected = injectSidecar({ spec }, clusterModel({ sidecar }), { runsToCompletion: false, defaultServiceAccount: 'datadog-agent' });
  return injected.spec.containers.map(c => c.name);
}

const BOTH = ['web', 'datadog-agent-injected'];
const SOCKETS = '/var/run/datadog';

describe.each<[what: string, rule: string, spec: any, names: string[]]>([
  [
    'the name of a container', 'sidecar/container-name-is-free',
    { containers: [APP, { name: 'datadog-agent-injected', image: 'shop/other:2' }] },
    ["'datadog-agent-injected' of image 'shop/other:2'", "the Agent's container"],
  ],
  [
    'the name of an init container', 'sidecar/container-name-is-free',
    { initContainers: [{ name: 'datadog-agent-injected', image: 'shop/init:1' }], containers: [APP] },
    ["'datadog-agent-injected' of image 'shop/init:1'", "the Agent's container"],
  ],
  [
    'the name of a volume', 'sidecar/volume-name-is-free',
    { containers: [APP], volumes: [{ name: 'ddsockets', emptyDir: {} }] },
    ["the pod has a volume 'ddsockets'", "the Agent's volume"],
  ],
  [
    'the name of the token volume', 'sidecar/volume-name-is-free',
    { automountServiceAccountToken: false, containers: [APP], volumes: [{ name: 'datadog-agent-token', emptyDir: {} }] },
    ["the pod has a volume 'datadog-agent-token'", "the Agent's volume"],
  ],
  [
    'the path of the sockets', 'sidecar/socket-path-is-free',
    { containers: [{ ...APP, volumeMounts: [{ name: 'own', mountPath: SOCKETS }] }], volumes: [{ name: 'own', emptyDir: {} }] },
    ["the container 'web' mounts a volume of its own at /var/run/datadog", "the Agent's volume 'ddsockets'"],
  ],
  [
    'the path of the sockets, with a slash, in an init container', 'sidecar/socket-path-is-free',
    { initContainers: [{ ...APP, name: 'init', volumeMounts: [{ name: 'own', mountPath: `${SOCKETS}/` }] }], containers: [APP] },
    ["the container 'init'", "'ddsockets'"],
  ],
  [
    'a port', 'sidecar/port-is-free',
    { containers: [{ ...APP, ports: [{ containerPort: 5001 }] }] },
    ["the container 'web' listens on 5001/TCP", "the container 'datadog-agent-injected' (IPC API)", "DD_CMD_PORT: '<another port>'"],
  ],
])('%s in use', (_, rule, spec, names) => {
  test('is an error that names both', () => {
    const error = (() => { try { return inject(spec); } catch (e) { return e as Error; } })() as Error;
    expect(error).toMatchObject({ name: 'ViolationError', violation: { rule } });
    for (const name of names) expect(error.message).toContain(name);
    expect(error.message).toMatch(/ See https:\/\/\S+$/);
  });
});

describe('what is no conflict', () => {
  test.each<[what: string, spec: any]>([
    ['a volume of the name that this pod needs no token volume for', { serviceAccountName: 'web', containers: [APP], volumes: [{ name: 'datadog-agent-token', emptyDir: {} }] }],
    ['a mount above the sockets that can be written', { containers: [{ ...APP, volumeMounts: [{ name: 'run', mountPath: '/var/run' }] }] }],
    ['a mount beside the sockets', { containers: [{ ...APP, volumeMounts: [{ name: 'run', mountPath: `${SOCKETS}-logs` }] }] }],
    ['the port of DogStatsD, for TCP', { containers: [{ ...APP, ports: [{ containerPort: 8125 }] }] }],
    ['a port that no Agent listens on', { containers: [{ ...APP, ports: [{ containerPort: 8080 }, { containerPort: 53, protocol: 'UDP' }] }] }],
  ])('%s', (_, spec) => {
    expect(inject(spec)).toEqual(BOTH);
  });
});

describe.each(AGENT_PORTS.filter(fact => !fact.openedBy).map(fact => [`${fact.port}/${fact.protocol} (${fact.purpose})`, fact] as const))('the port %s', (_, fact) => {
  const spec = { containers: [{ ...APP, ports: [{ containerPort: fact.port, protocol: fact.protocol }] }] };

  test('is free once the Agent is moved away from it, as the error says', () => {
    expect(() => inject(spec)).toThrow(new RegExp(`listens on ${fact.port}/${fact.protocol}.*sidecar\\.env: \\{ ${fact.movedBy}: `, 's'));
    expect(inject(spec, { env: { [fact.movedBy]: '15999' } })).toEqual(BOTH);
  });

  test('is taken where the Agent is moved to it', () => {
    const moved = { containers: [{ ...APP, ports: [{ containerPort: 15999, protocol: fact.protocol }] }] };
    expect(() => inject(moved, { env: { [fact.movedBy]: '15999' } })).toThrow(/sidecar\/port-is-free: the container 'web' listens on 15999/);
  });
});

test.each([
  ['5555, where the Agent has probes', { containers: [{ ...APP, ports: [{ containerPort: 5555 }] }] }, 'sidecar/port-is-free'],
  ['a port of a native sidecar', { initContainers: [{ ...APP, name: 'proxy', restartPolicy: 'Always', ports: [{ containerPort: 5001 }] }], containers: [APP] }, 'sidecar/port-is-free'],
  ['a read-only volume above the sockets', { containers: [{ ...APP, volumeMounts: [{ name: 'run', mountPath: '/var/run' }] }], volumes: [{ name: 'run', configMap: { name: 'run' } }] }, 'sidecar/socket-path-is-free'],
])('%s is a conflict', (_, spec, rule) => {
  expect(() => inject(spec, { probes: true })).toThrow(rule);
});

test('5555 is free where the Agent has no probes', () => {
  expect(inject({ containers: [{ ...APP, ports: [{ containerPort: 5555 }] }] })).toEqual(BOTH);
});

test('applications are pointed at the ports that the user moved', () => {
  const features = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } };
  const model = clusterModel({ features, sidecar: { env: { DD_APM_RECEIVER_PORT: '9126', DD_DOGSTATSD_PORT: '9125' } } });
  const [web, agent] = injectSidecar({ spec: { containers: [APP] } }, model, { runsToCompletion: false, defaultServiceAccount: 'a' }).spec.containers;
  expect(web.env).toEqual([{ name: 'DD_TRACE_AGENT_URL', value: 'http://127.0.0.1:9126' }, { name: 'DD_DOGSTATSD_URL', value: 'udp://127.0.0.1:9125' }]);
  expect(agent.ports!.map(p => p.containerPort)).toEqual([9126, 9125]);
});

test.each<[rule: string, spec: any, reason: string, remedy: string]>([
  ['container-name-is-free', { containers: [APP, { name: 'datadog-agent-injected', image: 'x' }] }, 'has that name too', 'Rename the container, or leave the workload out of instrument(...) if that one is the Agent'],
  ['volume-name-is-free', { containers: [APP], volumes: [{ name: 'ddsockets', emptyDir: {} }] }, 'has that name too', 'Rename the volume of the pod'],
  [
    'socket-path-is-free',
    { containers: [{ ...APP, volumeMounts: [{ name: 'run', mountPath: '/var/run' }] }], volumes: [{ name: 'run', configMap: { name: 'run' } }] },
    "the container 'web' mounts a read-only volume at /var/run, and", 'Remove that mount, or mount it at another path',
  ],
  ['port-is-free', { containers: [{ ...APP, ports: [{ containerPort: 5555 }] }] }, '(health)', "Move the container's port, or leave 'probes' off"],
  [
    'port-name-is-free', { containers: [{ ...APP, ports: [{ containerPort: 80 }, { containerPort: 9999, name: 'traceport' }] }] },
    "the container 'web' has a port named 'traceport', and so does the container 'datadog-agent-injected'", 'Rename the port of the container',
  ],
])('%s tells what to do', (rule, spec, reason, remedy) => {
  const model = clusterModel({ sidecar: { probes: true }, features: { apm: { portEnabled: true } } });
  const violation = violationOf(() => injectSidecar({ spec }, model, { runsToCompletion: false, defaultServiceAccount: 'a' }));
  expect(violation).toMatchObject({ rule: `sidecar/${rule}`, reason: expect.stringContaining(reason), remedy });
});

test('ports of other names, and an init container that ends, are no conflict', () => {
  const ports = [{ containerPort: 80, name: 'http' }, { containerPort: 81 }];
  const initContainers = [{ name: 'init', image: 'i', ports: [{ containerPort: 5001 }] }];
  const model = clusterModel({ features: { apm: { portEnabled: true } } });
  const { spec } = injectSidecar({ spec: { initContainers, containers: [{ ...APP, ports }] } }, model, { runsToCompletion: false, defaultServiceAccount: 'a' });
  expect(spec.containers.map(c => c.name)).toEqual(BOTH);
});

test('the path of the sockets is free where there are none', () => {
  const features = { apm: { enabled: false }, dogstatsd: { socketEnabled: false, portEnabled: true } };
  const spec = { automountServiceAccountToken: false, containers: [{ ...APP, volumeMounts: [{ name: 'own', mountPath: SOCKETS }] }], volumes: [{ name: 'own', emptyDir: {} }] };
  const injected = injectSidecar({ spec }, clusterModel({ features }), { runsToCompletion: false, defaultServiceAccount: 'a' });
  expect(injected.spec.volumes!.map(v => v.name)).toEqual(['own', 'datadog-agent-token']);
});
