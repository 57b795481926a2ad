import { PlatformFact } from '../../src/facts/platforms/platform-fact';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../src/model/cluster-description';
import { clusterModel } from '../render/models';
import { violationOf } from '../requirements/violations';

type Given = Partial<ClusterDescription>;

const on = { enabled: true };
const off = { enabled: false };
const EC2: Given = { platform: { fact: PLATFORMS.eks } };
const MIXED: Given = { platform: { fact: PLATFORMS.eks, fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] }] } };
const agent = (given: Given) => clusterModel(given).features;

test.each<[string, Given]>([['Fargate alone', {}], ['nodes', EC2], ['both', MIXED]])('the defaults with %s are those of the Helm chart, without a system-probe', (_, given) => {
  expect(agent(given)).toMatchObject({
    apm: { socket: true, port: false },
    dogstatsd: { socket: true, port: false, originDetection: false },
    liveProcesses: false,
    liveContainers: true,
    processDiscovery: true,
    containerLifecycle: true,
    containerImageCollection: true,
    tags: { podLabels: {}, podAnnotations: {}, nodeLabels: {}, namespaceLabels: {} },
    networkMonitoring: false,
    universalServiceMonitoring: false,
    serviceDiscovery: false,
  });
});

describe('where only privileged pods may have sockets', () => {
  const on4 = (features: Given['features'], fact: PlatformFact = PLATFORMS.openShift4) => {
    const { apm, dogstatsd: { socket, port } } = agent({ platform: { fact }, features });
    return { apm, dogstatsd: { socket, port } };
  };
  const ports = { socket: false, port: true };

  test('they are off, and ports are on', () => {
    expect(on4({})).toEqual({ apm: ports, dogstatsd: ports });
    expect(on4({}, PLATFORMS.openShift3)).toEqual({ apm: ports, dogstatsd: ports });
    expect(on4({}, PLATFORMS.aks)).toEqual({ apm: { socket: true, port: false }, dogstatsd: { socket: true, port: false } });
  });

  test('what the user says is done, each for itself', () => {
    expect(on4({ apm: { socketEnabled: true }, dogstatsd: { socketEnabled: true, portEnabled: false } }))
      .toEqual({ apm: { socket: true, port: true }, dogstatsd: { socket: true, port: false } });
    expect(on4({ apm: off })).toEqual({ apm: { socket: false, port: false }, dogstatsd: ports });
  });

  test('a row without the fact has sockets, whatever it is called', () => {
    const { noSockets, ...without } = PLATFORMS.openShift4;
    expect(noSockets).toMatchObject({ reason: expect.any(String), source: expect.stringContaining('#Openshift') });
    expect(on4({}, without)).toEqual({ apm: { socket: true, port: false }, dogstatsd: { socket: true, port: false } });
  });
});

describe('what the system-probe does', () => {
  test.each<[feature: string, since: string, older: string]>([
    ['networkMonitoring', '7.81.0', '7.80.3'],
    ['universalServiceMonitoring', '7.81.0', '7.80.3'],
    ['serviceDiscovery', '7.78.0', '7.77.1'],
  ])('%s is for nodes, and for Agents from %s on', (feature, since, older) => {
    const features = { [feature]: on };
    for (const given of [EC2, MIXED]) {
      expect(agent({ ...given, features, agentVersion: since })).toHaveProperty(feature, true);
      expect(violationOf(() => agent({ ...given, features, agentVersion: older })).rule).toBe('agent/has-feature');
    }
    expect(agent({ features: { [feature]: off } })).toHaveProperty(feature, false);
    for (const given of [{}, { ...EC2, nodeAgent: off }]) {
      expect(violationOf(() => agent({ ...given, features }))).toMatchObject({
        rule: 'fargate/no-host-features',
        reason: expect.stringContaining('system-probe of node Agents'),
        remedy: expect.stringContaining(`Leave features.${feature} out`),
      });
    }
  });
});

describe('processes and containers', () => {
  const given = (agentVersion: string, more: Given): Given => ({ ...more, agentVersion });

  test('with nodes and an Agent whose core cannot collect them, are none', () => {
    expect(agent(given('7.59.1', EC2))).toMatchObject({ liveProcesses: false, liveContainers: false, processDiscovery: false });
    expect(agent(given('7.60.0', EC2))).toMatchObject({ liveContainers: true, processDiscovery: true });
    expect(agent(given('7.59.1', {}))).toMatchObject({ liveContainers: true, processDiscovery: true });
  });

  test.each(['liveProcesses', 'liveContainers', 'processDiscovery'])('%s of such an Agent is refused', feature => {
    expect(violationOf(() => agent(given('7.59.1', { ...EC2, features: { [feature]: on } })))).toMatchObject({
      rule: 'agent/has-feature', reason: expect.stringContaining('without a container of its own'),
    });
    expect(() => agent(given('7.59.1', { features: { [feature]: on } }))).not.toThrow();
  });
});

test('logs take a new Agent where pods have one of their own, and none where nodes have', () => {
  const given = { features: { logs: on }, agentVersion: '7.70.0' };
  expect(violationOf(() => agent(given)).rule).toBe('agent/has-feature');
  expect(violationOf(() => agent({ ...given, ...MIXED })).rule).toBe('agent/has-feature');
  expect(agent({ ...given, ...EC2 }).logs).toEqual({ collectAll: false, multiLine: true });
});

test.each<[string, Given, object | undefined]>([
  ['both protocols', { features: { otlp: on } }, { grpc: true, http: true, logs: false }],
  ['one of them', { features: { otlp: { ...on, grpcEnabled: false } } }, { grpc: false, http: true, logs: false }],
  ['logs too', { features: { otlp: { ...on, logsEnabled: true }, logs: on } }, { grpc: true, http: true, logs: true }],
  ['nothing', { features: { otlp: { enabled: false, grpcEnabled: false, httpEnabled: false } } }, undefined],
])('OTLP: %s', (_, given, expected) => expect(agent(given).otlp).toEqual(expected));

test.each<[refused: string, given: Given, rule: string, reason: string]>([
  ['OTLP by no protocol', { features: { otlp: { ...on, grpcEnabled: false, httpEnabled: false } } }, 'otlp/has-a-protocol', 'both of its protocols are off'],
  ['logs by OTLP without log collection', { features: { otlp: { ...on, logsEnabled: true } } }, 'otlp/logs-are-collected', 'which is off'],
  ['logs by OTLP of an old Agent', { ...EC2, agentVersion: '7.47.1', features: { logs: on, otlp: { ...on, logsEnabled: true } } }, 'agent/has-feature', 'logs by OTLP'],
  ['a label without a name', { features: { tags: { podLabelsAsTags: { '': 'x' } } } }, 'tags/source', "'podLabelsAsTags' of features.tags has an entry without a name"],
  ['a label without a tag', { features: { tags: { nodeLabelsAsTags: { zone: ' ' } } } }, 'tags/source', "has no tag for 'zone'"],
  ['a tag that is no text', { features: { tags: { namespaceLabelsAsTags: { team: 1 as any } } } }, 'kubernetes/string-values', "'team' in 'namespaceLabelsAsTags' of features.tags"],
])('%s is refused', (_, given, rule, reason) => {
  expect(violationOf(() => clusterModel(given))).toMatchObject({ rule, reason: expect.stringContaining(reason) });
});

test('every label may become a tag', () => {
  expect(agent({ features: { tags: { podLabelsAsTags: { '*': 'k8s_%%label%%' } } } }).tags.podLabels).toEqual({ '*': 'k8s_%%label%%' });
});
