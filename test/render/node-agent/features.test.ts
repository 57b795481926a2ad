import type { Container } from 'kubernetes-types/core/v1';
import { nodeAgents } from './node-agents';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { Manifest } from '../../../src/manifest/manifest';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { FeaturesDescription } from '../../../src/model/features-model';
import { nodeAgentManifests } from '../../../src/render/node-agent/manifests';
import { difference, names, permissions } from '../components';
import { clusterModel, leaves } from '../models';

type Given = Omit<Partial<ClusterDescription>, 'platform'>;

const on = { enabled: true };
const off = { enabled: false };

/** Whatever is on by default, turned off. */
const WITHOUT: FeaturesDescription = {
  apm: off,
  dogstatsd: off,
  liveContainers: off,
  processDiscovery: off,
  containerLifecycle: off,
  containerImageCollection: off,
  orchestratorExplorer: off,
  kubeStateMetrics: off,
  clusterChecks: off,
};

const given = ({ features, ...more }: Given) =>
  nodeAgentManifests(clusterModel({ platform: { fact: PLATFORMS.eks }, ...more, features: { ...WITHOUT, ...features } }));

/** What there is of the Agents, as lines. */
function facets(manifests: readonly Manifest[]): string[] {
  const { template } = manifests.find(m => m.kind === 'DaemonSet')!.spec;
  const { initContainers, containers, volumes, ...pod } = template.spec;
  const of = ({ name, env = [], ports = [], volumeMounts = [] }: Container) => [
    name,
    ...env.map(e => `${name} ${e.name}=${e.value ?? 'reference'}`),
    ...ports.map(p => `${name} port ${p.name} ${p.containerPort}${p.hostPort ? ' of the node' : ''}/${p.protocol}`),
    ...volumeMounts.map(m => `${name} mounts ${m.name} at ${m.mountPath}${m.readOnly ? '' : ', writable'}`),
  ];
  return [
    ...[...initContainers, ...containers].flatMap(of),
    ...volumes.map((v: any) => `volume ${v.name}${v.hostPath ? ` ${v.hostPath.path}` : ''}`),
    ...pod.hostPID ? ['the processes of the node'] : [],
    ...names(manifests).filter(name => !name.startsWith('DaemonSet')),
    ...manifests.filter(m => m.kind === 'Service').flatMap(m => m.spec.ports.map((p: any) => `Service port ${p.name} ${p.port}/${p.protocol}`)),
    ...permissions(manifests),
  ];
}

const changed = (name: string, from: boolean, to = !from) => [`- agent ${name}=${from}`, `+ agent ${name}=${to}`];
const added = (...lines: string[]) => lines.map(line => `+ ${line}`);
const SOCKET_FOLDER = (container: string) => added('volume dsdsocket /var/run/datadog', `${container} mounts dsdsocket at /var/run/datadog, writable`, 'the processes of the node');
const SERVICE = (...ports: string[]) => added('Service datadog-agent', ...ports.map(port => `Service port ${port}`));
/** What each feature adds (+) and takes away (-), beside Agents that have all of them off. */
describe.each<[feature: string, features: FeaturesDescription, lines: string[]]>([
  ['metrics by socket', { dogstatsd: {} }, [
    '- agent DD_USE_DOGSTATSD=false',
    ...added('agent DD_DOGSTATSD_NON_LOCAL_TRAFFIC=false', 'agent DD_DOGSTATSD_SOCKET=/var/run/datadog/dsd.socket'),
    ...SOCKET_FOLDER('agent'),
  ]],
  ['metrics by port', { dogstatsd: { socketEnabled: false, portEnabled: true } }, [
    '- agent DD_USE_DOGSTATSD=false',
    ...added('agent DD_DOGSTATSD_NON_LOCAL_TRAFFIC=true', 'agent DD_DOGSTATSD_PORT=8125', 'agent port dogstatsdport 8125 of the node/UDP'),
    ...added('agent mounts own-sockets at /var/run/datadog, writable', 'volume own-sockets'),
    ...SERVICE('dogstatsdport 8125/UDP'),
  ]],
  ['metrics with their origin', { dogstatsd: { originDetection: true, tagCardinality: 'high' } }, [
    '- agent DD_USE_DOGSTATSD=false',
    ...added('agent DD_DOGSTATSD_NON_LOCAL_TRAFFIC=false', 'agent DD_DOGSTATSD_SOCKET=/var/run/datadog/dsd.socket'),
    ...added('agent DD_DOGSTATSD_ORIGIN_DETECTION=true', 'agent DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT=true', 'agent DD_DOGSTATSD_TAG_CARDINALITY=high'),
    ...SOCKET_FOLDER('agent'),
  ]],
  ['OTLP', { otlp: on }, [
    ...added(
      'agent DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT=0.0.0.0:4317', 'agent DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT=0.0.0.0:4318',
      'agent DD_OTLP_CONFIG_LOGS_ENABLED=false', 'agent port otlpgrpcport 4317 of the node/TCP', 'agent port otlphttpport 4318 of the node/TCP',
    ),
    ...SERVICE('otlpgrpcport 4317/TCP', 'otlphttpport 4318/TCP'),
  ]],
  ['logs', { logs: on }, [
    ...changed('DD_LOGS_ENABLED', false),
    ...added(
      'agent DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL=false', 'agent DD_LOGS_CONFIG_K8S_CONTAINER_USE_FILE=true', 'agent DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION=true',
      'agent mounts logpodpath at /var/log/pods', 'agent mounts logscontainerspath at /var/log/containers', 'agent mounts pointerdir at /opt/datadog-agent/run, writable',
      'volume logpodpath /var/log/pods', 'volume logscontainerspath /var/log/containers', 'volume pointerdir /var/lib/datadog-agent/logs',
    ),
    '- agent mounts datadogrun at /opt/datadog-agent/run, writable',
    '- volume datadogrun',
  ]],
  ['live processes', { liveProcesses: on }, [
    ...changed('DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED', false),
    ...added('agent mounts passwd at /etc/passwd', 'volume passwd /etc/passwd', 'the processes of the node'),
  ]],
  ['live containers', { liveContainers: on }, [
    ...changed('DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED', false),
  ]],
  ['discovery of processes', { processDiscovery: on }, [
    ...changed('DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED', false),
    ...added('agent mounts passwd at /etc/passwd', 'volume passwd /etc/passwd'),
  ]],
  ['ends of containers', { containerLifecycle: on }, changed('DD_CONTAINER_LIFECYCLE_ENABLED', false)],
  ['images', { containerImageCollection: on }, changed('DD_CONTAINER_IMAGE_ENABLED', false)],
  ['the resources view', { orchestratorExplorer: on }, [
    ...changed('DD_ORCHESTRATOR_EXPLORER_ENABLED', false), ...changed('DD_ORCHESTRATOR_EXPLORER_KUBELET_CONFIG_CHECK_ENABLED', false),
    ...added('ClusterRole datadog-agent: nodes/configz get'),
  ]],
  ['kube-state-metrics', { kubeStateMetrics: on }, added('agent DD_IGNORE_AUTOCONF=kubernetes_state')],
  ['cluster checks', { clusterChecks: on }, added('agent DD_EXTRA_CONFIG_PROVIDERS=clusterchecks endpointschecks')],
  ['what is annotated for Prometheus', { prometheusScrape: on }, added('agent DD_PROMETHEUS_SCRAPE_ENABLED=true', 'agent DD_PROMETHEUS_SCRAPE_VERSION=2')],
  ['remote configuration', { remoteConfiguration: on }, changed('DD_REMOTE_CONFIGURATION_ENABLED', false)],
  ['tags of Kubernetes objects', { tags: { podLabelsAsTags: { app: 'app' }, nodeLabelsAsTags: { zone: 'zone' } } }, added(
    'agent DD_KUBERNETES_POD_LABELS_AS_TAGS={"app":"app"}', 'agent DD_KUBERNETES_NODE_LABELS_AS_TAGS={"zone":"zone"}',
  )],
  ['events, external metrics and the admission controller', { events: on, admissionController: on }, []],
])('%s', (_, features, lines) => {
  const [without, withIt] = [given({}), given({ features })];

  test('what appears and disappears', () => expect(difference(facets(without), facets(withIt))).toEqual([...lines].sort()));
  test('no field is undefined, so none becomes null', () => {
    expect([...leaves(withIt)].filter(([, value]) => value === undefined || value === null)).toEqual([]);
  });
});

/** The lines of one container. */
function ofContainer(name: string, features: FeaturesDescription, more: Given = {}): string[] {
  return facets(given({ ...more, features })).filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1));
}

const EVERY_AGENT = [
  'KUBERNETES=yes', 'DD_API_KEY=reference', 'DD_SITE=datadoghq.com', 'DD_CLUSTER_NAME=prod-tokyo', 'DD_AUTH_TOKEN_FILE_PATH=/etc/datadog-agent/auth/token',
  'DD_KUBERNETES_KUBELET_HOST=reference', 'DD_REMOTE_CONFIGURATION_ENABLED=false',
];

describe('traces', () => {
  const trace = (features: FeaturesDescription, more: Given = {}) => ofContainer('trace-agent', features, more).filter(line => !EVERY_AGENT.includes(line) && !/ (config|auth-token|varlog|tmpdir|procdir|cgroups|datadog-agent-token) /.test(line));
  const told = (features: FeaturesDescription) => ofContainer('agent', features).filter(line => line.startsWith('DD_APM') || line.startsWith('DD_OTLP'));

  test('off, there is no trace-agent', () => {
    expect(trace({})).toEqual([]);
    expect(told({})).toEqual(['DD_APM_ENABLED=false']);
  });

  test.each<[string, FeaturesDescription, vars: string[], others: string[]]>([
    [
      'by socket', { apm: {} },
      ['DD_APM_ENABLED=true', 'DD_APM_NON_LOCAL_TRAFFIC=false', 'DD_APM_RECEIVER_SOCKET=/var/run/datadog/apm.socket'],
      ['mounts dsdsocket at /var/run/datadog, writable'],
    ],
    [
      'by port', { apm: { socketEnabled: false, portEnabled: true } },
      ['DD_APM_ENABLED=true', 'DD_APM_NON_LOCAL_TRAFFIC=true', 'DD_APM_RECEIVER_PORT=8126'],
      ['port traceport 8126 of the node/TCP', 'mounts own-sockets at /var/run/datadog, writable'],
    ],
  ])('%s', (_, features, vars, others) => {
    expect(trace(features)).toEqual([...vars, ...others]);
    expect(told(features)).toEqual(vars);
  });

  test('that come by OTLP take the way over the core Agent', () => {
    const endpoint = 'DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT=0.0.0.0:4317';
    expect(trace({ apm: {}, otlp: { ...on, httpEnabled: false } })).toContain(endpoint);
    expect(told({ apm: {}, otlp: { ...on, httpEnabled: false } })).toEqual(expect.arrayContaining([endpoint, 'DD_OTLP_CONFIG_LOGS_ENABLED=false']));
  });

  test('a port that is not for the address of the node is for the pod and its Service', () => {
    const features = { apm: { socketEnabled: false, portEnabled: true }, otlp: { ...on, httpEnabled: false } };
    const nodeAgent = { hostPorts: { apm: false, otlp: false } };
    const lines = facets(given({ features, nodeAgent }));
    expect(lines).toEqual(expect.arrayContaining(['trace-agent port traceport 8126/TCP', 'agent port otlpgrpcport 4317/TCP']));
    expect(lines.filter(line => line.startsWith('Service port'))).toEqual(expect.arrayContaining(['Service port traceport 8126/TCP', 'Service port otlpgrpcport 4317/TCP']));
  });
});

describe('the system-probe', () => {
  const DISCOVERY_OFF = 'DD_DISCOVERY_ENABLED=false';
  const SENDS = 'DD_NETWORK_CONFIG_DIRECT_SEND=true';
  const told = (container: string, features: FeaturesDescription) =>
    ofContainer(container, features).filter(line => /^DD_(SYSTEM_PROBE|NETWORK_CONFIG|DISCOVERY|SYSPROBE)/.test(line)).sort();

  test('is not there unless something uses it', () => {
    expect(ofContainer('system-probe', {})).toEqual([]);
    expect(told('agent', {})).toEqual([DISCOVERY_OFF]);
    expect(facets(given({})).filter(line => /sysprobe|seccomp|debugfs|security/.test(line))).toEqual([]);
  });

  test.each<[string, FeaturesDescription, string[]]>([
    ['connections', { networkMonitoring: on }, [DISCOVERY_OFF, SENDS, 'DD_SYSTEM_PROBE_ENABLED=true', 'DD_SYSTEM_PROBE_NETWORK_ENABLED=true']],
    ['requests', { universalServiceMonitoring: on }, [DISCOVERY_OFF, SENDS, 'DD_SYSTEM_PROBE_ENABLED=true', 'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED=true']],
    ['services', { serviceDiscovery: on }, ['DD_DISCOVERY_ENABLED=true']],
    [
      'all of them', { networkMonitoring: on, universalServiceMonitoring: on, serviceDiscovery: on },
      ['DD_DISCOVERY_ENABLED=true', SENDS, 'DD_SYSTEM_PROBE_ENABLED=true', 'DD_SYSTEM_PROBE_NETWORK_ENABLED=true', 'DD_SYSTEM_PROBE_SERVICE_MONITORING_ENABLED=true'],
    ],
  ])('sees %s', (_, features, vars) => {
    const expected = [...vars, 'DD_SYSPROBE_SOCKET=/var/run/sysprobe/sysprobe.sock'].sort();
    expect(told('system-probe', features)).toEqual(expected);
    expect(told('agent', features)).toEqual(expected);
    expect(facets(given({ features }))).toContain('the processes of the node');
  });

  test('grants nothing in the API', () => {
    const all = { networkMonitoring: on, universalServiceMonitoring: on, serviceDiscovery: on };
    expect(permissions(given({ features: all }))).toEqual(permissions(given({})));
  });
});

test('languages of applications', () => {
  const told = (languageDetection: boolean) => ofContainer('agent', { apm: { instrumentation: { ...on, languageDetection } } }).filter(line => line.includes('LANGUAGE'));
  expect(told(false)).toEqual(['DD_LANGUAGE_DETECTION_ENABLED=false']);
  expect(told(true)).toEqual(['DD_LANGUAGE_DETECTION_ENABLED=true', 'DD_LANGUAGE_DETECTION_REPORTING_ENABLED=true']);
});

test('every container mounts what it needs alone', () => {
  const everything = { apm: {}, dogstatsd: {}, logs: on, liveProcesses: on, networkMonitoring: on };
  const sees = (container: string) => ofContainer(container, everything).filter(line => line.startsWith('mounts ')).map(line => line.split(' ')[1]);
  for (const volume of ['passwd', 'logpodpath', 'logscontainerspath', 'pointerdir', 'runtimesocketdir']) {
    expect([volume, ['agent', 'trace-agent', 'system-probe'].filter(container => sees(container).includes(volume))]).toEqual([volume, ['agent']]);
  }
  expect(sees('system-probe')).not.toContain('dsdsocket');
  expect(sees('trace-agent')).not.toContain('debugfs');
});

test('a node without a file of its users has none mounted', () => {
  const lines = facets(given({ features: { liveProcesses: on }, nodeAgent: { operatingSystem: 'bottlerocket' } }));
  expect(lines.filter(line => line.includes('passwd'))).toEqual([]);
});

test('logs of Docker are where the files of Kubernetes lead', () => {
  const lines = facets(given({ features: { logs: on }, nodeAgent: { containerRuntime: 'docker' } }));
  expect(lines).toEqual(expect.arrayContaining(['agent mounts logdockercontainerpath at /var/lib/docker/containers', 'volume logdockercontainerpath /var/lib/docker/containers']));
});

test('runners do cluster checks where there are some', () => {
  const lines = facets(given({ features: { clusterChecks: on }, clusterCheckRunners: on }));
  expect(lines).toContain('agent DD_EXTRA_CONFIG_PROVIDERS=endpointschecks');
});

test('the trace-agent knows whether logs are on, or it drops what the debugger sends', () => {
  const logs = (features: object, more: object = {}) => nodeAgents({ features: { apm: on, ...features }, ...more }).env('trace-agent').DD_LOGS_ENABLED;
  expect(logs({ logs: on })).toBe('true');
  expect(logs({ logs: on, apm: { portEnabled: true, socketEnabled: false } }, { agentVersion: '7.72.0' })).toBe('true');
  expect(logs({})).toBeUndefined();
});

describe('Agents without sockets open their default ones in a folder of their own', () => {
  const own = (features: object, platform = PLATFORMS.eks) => {
    const { mounts, volume, container } = nodeAgents({ features, platform: { fact: platform } });
    return ['agent', 'trace-agent'].filter(name => container(name)).map(name => [name, ...mounts(name).filter((m: string) => m.startsWith('/var/run/datadog'))]
      .concat(volume('own-sockets') ? [JSON.stringify(volume('own-sockets').emptyDir)] : []));
  };
  const folder = '/var/run/datadog: own-sockets rw';
  const host = '/var/run/datadog: dsdsocket rw';

  test.each<readonly [string, object, typeof PLATFORMS[keyof typeof PLATFORMS], string[][]]>([
    ['OpenShift, which has none by default', {}, PLATFORMS.openShift4, [['agent', folder, '{}'], ['trace-agent', folder, '{}']]],
    ['ports alone', { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } }, PLATFORMS.eks, [['agent', folder, '{}'], ['trace-agent', folder, '{}']]],
    ['metrics by port and traces by socket', { dogstatsd: { socketEnabled: false, portEnabled: true } }, PLATFORMS.eks, [['agent', folder, '{}'], ['trace-agent', host, '{}']]],
    ['sockets', {}, PLATFORMS.eks, [['agent', host], ['trace-agent', host]]],
    ['neither traces nor metrics', { apm: { enabled: false }, dogstatsd: { enabled: false } }, PLATFORMS.openShift4, [['agent']]],
  ])('%s', (_, features, platform, expected) => expect(own(features, platform as typeof PLATFORMS.eks)).toEqual(expected));
});

test.each([
  ['7.60.0', 'true'], ['7.77.3', 'true'], ['7.78.0', undefined], ['7.81.1', undefined],
])('the Agent %s runs process checks in the core Agent: a setting for it %s', (agentVersion, expected) => {
  expect(nodeAgents({ agentVersion }).env('agent').DD_PROCESS_CONFIG_RUN_IN_CORE_AGENT_ENABLED).toBe(expected);
});
