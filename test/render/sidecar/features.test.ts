import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { PodTemplate } from '../../../src/manifest/pod-template';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterModel } from '../models';

type Given = Pick<ClusterDescription, 'features' | 'sidecar' | 'clusterAgentTls' | 'agentVersion'>;

const POD: PodTemplate = {
  metadata: { labels: { app: 'web' } },
  spec: { initContainers: [{ name: 'migrate', image: 'shop/migrate:1' }], containers: [{ name: 'web', image: 'shop/web:1' }] },
};

function inject(given: Given, pod = POD, runsToCompletion = false) {
  const template = injectSidecar(pod, clusterModel(given), { runsToCompletion, defaultServiceAccount: 'datadog-agent' });
  const { spec } = template;
  const all = [...spec.initContainers ?? [], ...spec.containers];
  return { template, spec, agent: all.find(c => c.name === 'datadog-agent-injected')!, web: spec.containers[0], migrate: all.find(c => c.name === 'migrate')! };
}

/** What a feature adds and takes away, as lines. */
function facets(given: Given): string[] {
  const { template, spec, agent } = inject(given);
  const env = (of: string, c: Container) => (c.env ?? []).map(e => `${of} ${e.name}=${e.value ?? e.valueFrom?.fieldRef?.fieldPath ?? `${e.valueFrom?.secretKeyRef?.name}/${e.valueFrom?.secretKeyRef?.key}`}`);
  const mounts = (of: string, c: Container) => (c.volumeMounts ?? []).map(m => `${of} mounts ${m.name} at ${m.mountPath}`);
  return [
    ...[...spec.initContainers ?? [], ...spec.containers].flatMap(c => [...env(c.name, c), ...mounts(c.name, c)]),
    ...(agent.ports ?? []).map(p => `port ${p.containerPort}/${p.protocol}`),
    ...Object.keys(agent).filter(k => k.endsWith('Probe')),
    ...agent.securityContext?.readOnlyRootFilesystem ? ['read-only root filesystem'] : [],
    ...agent.restartPolicy ? [`restarts ${agent.restartPolicy}`] : [],
    ...(spec.volumes ?? []).map(v => `volume ${v.name}`),
    ...Object.entries(template.metadata?.labels ?? {}).map(([k, v]) => `label ${k}=${v}`),
  ].map(line => line.replace('datadog-agent-injected', 'agent'));
}

const BASE = facets({});

describe.each<[name: string, given: Given, appears: string[], disappears: string[]]>([
  ['traces through the port beside the socket', { features: { apm: { portEnabled: true } } }, ['port 8126/TCP'], []],
  [
    'traces through the port alone', { features: { apm: { socketEnabled: false, portEnabled: true } } },
    ['port 8126/TCP', 'web DD_TRACE_AGENT_URL=http://127.0.0.1:8126', 'migrate DD_TRACE_AGENT_URL=http://127.0.0.1:8126'],
    ['agent DD_APM_RECEIVER_SOCKET=/var/run/datadog/apm.socket', 'web DD_TRACE_AGENT_URL=unix:///var/run/datadog/apm.socket', 'migrate DD_TRACE_AGENT_URL=unix:///var/run/datadog/apm.socket'],
  ],
  [
    'no traces', { features: { apm: { enabled: false } } },
    ['agent DD_APM_ENABLED=false'],
    ['agent DD_APM_RECEIVER_SOCKET=/var/run/datadog/apm.socket', 'web DD_TRACE_AGENT_URL=unix:///var/run/datadog/apm.socket', 'migrate DD_TRACE_AGENT_URL=unix:///var/run/datadog/apm.socket'],
  ],
  ['metrics through the port beside the socket', { features: { dogstatsd: { portEnabled: true } } }, ['port 8125/UDP'], []],
  [
    'no intake at all', { features: { apm: { enabled: false }, dogstatsd: { enabled: false } } },
    ['agent DD_APM_ENABLED=false', 'agent DD_USE_DOGSTATSD=false'],
    [
      'agent DD_APM_RECEIVER_SOCKET=/var/run/datadog/apm.socket', 'agent DD_DOGSTATSD_SOCKET=/var/run/datadog/dsd.socket', 'volume ddsockets',
      ...['web', 'migrate'].flatMap(c => [`${c} DD_TRACE_AGENT_URL=unix:///var/run/datadog/apm.socket`, `${c} DD_DOGSTATSD_URL=unix:///var/run/datadog/dsd.socket`]),
      ...['web', 'migrate', 'agent'].map(c => `${c} mounts ddsockets at /var/run/datadog`),
    ],
  ],
  ['live processes', { features: { liveProcesses: { enabled: true } } }, ['agent DD_PROCESS_CONFIG_PROCESS_COLLECTION_ENABLED=true'], []],
  [
    'logs', { features: { logs: { enabled: true } } },
    [
      'agent DD_LOGS_ENABLED=true', 'agent DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API=true', 'agent DD_LOGS_CONFIG_RUN_PATH=/opt/datadog-agent/run',
      'agent DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION=true', 'agent mounts agent-option at /opt/datadog-agent/run', 'volume agent-option',
    ], [],
  ],
  [
    'logs of every container, line by line', { features: { logs: { enabled: true, containerCollectAll: true, autoMultiLineDetection: false } } },
    [
      'agent DD_LOGS_ENABLED=true', 'agent DD_LOGS_CONFIG_K8S_CONTAINER_USE_KUBELET_API=true', 'agent DD_LOGS_CONFIG_RUN_PATH=/opt/datadog-agent/run',
      'agent DD_LOGS_CONFIG_CONTAINER_COLLECT_ALL=true', 'agent mounts agent-option at /opt/datadog-agent/run', 'volume agent-option',
    ], [],
  ],
  [
    'origins of metrics', { features: { dogstatsd: { originDetection: true, tagCardinality: 'orchestrator' } } },
    ['agent DD_DOGSTATSD_ORIGIN_DETECTION=true', 'agent DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT=true', 'agent DD_DOGSTATSD_TAG_CARDINALITY=orchestrator'], [],
  ],
  [
    'OTLP, for the containers of the pod alone', { features: { otlp: { enabled: true } } },
    ['agent DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT=127.0.0.1:4317', 'agent DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT=127.0.0.1:4318'], [],
  ],
  [
    'OTLP by HTTP', { features: { otlp: { enabled: true, grpcEnabled: false } } },
    ['agent DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT=127.0.0.1:4318'], [],
  ],
  ['no containers', { features: { liveContainers: { enabled: false } } }, ['agent DD_PROCESS_CONFIG_CONTAINER_COLLECTION_ENABLED=false'], []],
  ['no discovery of processes', { features: { processDiscovery: { enabled: false } } }, ['agent DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED=false'], []],
  ['no ends of containers', { features: { containerLifecycle: { enabled: false } } }, ['agent DD_CONTAINER_LIFECYCLE_ENABLED=false'], []],
  ['no images', { features: { containerImageCollection: { enabled: false } } }, ['agent DD_CONTAINER_IMAGE_ENABLED=false'], []],
  [
    'tags of Kubernetes objects',
    { features: { tags: { podLabelsAsTags: { app: 'app' }, podAnnotationsAsTags: { owner: 'owner' }, nodeLabelsAsTags: { zone: 'zone' }, namespaceLabelsAsTags: { '*': '%%label%%' } } } },
    [
      'agent DD_KUBERNETES_POD_LABELS_AS_TAGS={"app":"app"}', 'agent DD_KUBERNETES_POD_ANNOTATIONS_AS_TAGS={"owner":"owner"}',
      'agent DD_KUBERNETES_NODE_LABELS_AS_TAGS={"zone":"zone"}', 'agent DD_KUBERNETES_NAMESPACE_LABELS_AS_TAGS={"*":"%%label%%"}',
    ], [],
  ],
  [
    'probes', { sidecar: { probes: true } },
    ['agent DD_HEALTH_PORT=5555', 'startupProbe', 'livenessProbe', 'readinessProbe'], [],
  ],
  [
    'a read-only root filesystem', { sidecar: { readOnlyRootFilesystem: true } },
    [
      'read-only root filesystem', 'init-copy-agent-config mounts agent-config at /agent-config',
      ...[['agent-config', '/etc/datadog-agent'], ['agent-option', '/opt/datadog-agent/run'], ['agent-tmp', '/tmp'], ['agent-log', '/var/log/datadog']]
        .flatMap(([name, at]) => [`agent mounts ${name} at ${at}`, `volume ${name}`]),
    ], [],
  ],
  [
    'verification of the Cluster Agent', { clusterAgentTls: { secretName: 'ca' } },
    [
      'agent DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION=true',
      'agent DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH=/etc/datadog-agent/certificates/ca.crt',
      'agent mounts agent-ca-cert at /etc/datadog-agent/certificates', 'volume agent-ca-cert',
    ], [],
  ],
  ['a native sidecar', { sidecar: { placement: 'native' } }, ['restarts Always'], []],
  [
    'unified service tags', { sidecar: { serviceTags: { env: 'prod', service: 'shop-web', version: '1.2' } } },
    [
      'label tags.datadoghq.com/env=prod', 'label tags.datadoghq.com/service=shop-web', 'label tags.datadoghq.com/version=1.2',
      ...['web', 'migrate'].flatMap(c => [
        `${c} DD_ENV=metadata.labels['tags.datadoghq.com/env']`,
        `${c} DD_SERVICE=metadata.labels['tags.datadoghq.com/service']`,
        `${c} DD_VERSION=metadata.labels['tags.datadoghq.com/version']`,
      ]),
    ], [],
  ],
])('%s', (_, given, appears, disappears) => {
  const on = facets(given);
  test('what appears', () => expect(on.filter(f => !BASE.includes(f)).sort()).toEqual([...appears].sort()));
  test('what disappears', () => expect(BASE.filter(f => !on.includes(f)).sort()).toEqual([...disappears].sort()));
});

test('a native sidecar stands before the init containers of the pod, behind the copy of its configuration', () => {
  const { spec } = inject({ sidecar: { placement: 'native', readOnlyRootFilesystem: true } });
  expect(spec.initContainers!.map(c => c.name)).toEqual(['init-copy-agent-config', 'datadog-agent-injected', 'migrate']);
  expect(spec.containers.map(c => c.name)).toEqual(['web']);
});

test('in a pod that ends, an ordinary sidecar is told to end and a native one is not', () => {
  const told = (given: Given) => inject(given, POD, true).agent.env!.some(e => e.name === 'DD_AUTO_EXIT_NOPROCESS_ENABLED');
  expect(told({})).toBe(true);
  expect(told({ sidecar: { placement: 'native' } })).toBe(false);
});

test('service tags that the pod has win', () => {
  const pod: PodTemplate = {
    metadata: { labels: { 'tags.datadoghq.com/env': 'staging' } },
    spec: { containers: [{ name: 'web', image: 'w', env: [{ name: 'DD_SERVICE', value: 'own' }] }] },
  };
  const { template, web } = inject({ sidecar: { serviceTags: { env: 'prod', service: 'shop' } } }, pod);
  expect(template.metadata!.labels!['tags.datadoghq.com/env']).toBe('staging');
  expect(web.env!.filter(e => e.name === 'DD_SERVICE')).toEqual([{ name: 'DD_SERVICE', value: 'own' }]);
});

test.each<[Given]>([
  [{ sidecar: { placement: 'native', readOnlyRootFilesystem: true } }],
  [{ features: { logs: { enabled: true } }, sidecar: { probes: true, serviceTags: { env: 'prod' } } }],
])('twice changes nothing: %j', given => {
  const once = inject(given).template;
  expect(inject(given, once).template).toBe(once);
});

test('a port that the Agent does not open is free', () => {
  const pod = { spec: { containers: [{ name: 'web', image: 'w', ports: [{ containerPort: 8126 }] }] } as PodSpec };
  expect(() => inject({}, pod)).toThrow('sidecar/port-is-free');
  expect(() => inject({ features: { apm: { enabled: false } } }, pod)).not.toThrow();
});

test('a port for OTLP that the Agent opens is taken, also where the user moved it', () => {
  const pod = (containerPort: number) => ({ spec: { containers: [{ name: 'web', image: 'w', ports: [{ containerPort }] }] } as PodSpec });
  const otlp: Given = { features: { otlp: { enabled: true, httpEnabled: false } } };
  const moved: Given = { ...otlp, sidecar: { env: { DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT: '127.0.0.1:14317' } } };
  expect(() => inject(otlp, pod(4317))).toThrow("sidecar/port-is-free: the container 'web' listens on 4317/TCP, and so does the container 'datadog-agent-injected' (OTLP by gRPC)");
  expect(() => inject(otlp, pod(4318))).not.toThrow();
  expect(() => inject({}, pod(4317))).not.toThrow();
  expect(() => inject(moved, pod(4317))).not.toThrow();
  expect(() => inject(moved, pod(14317))).toThrow('sidecar/port-is-free');
});

test.each<[string, Given, string]>([
  ['logs on an old Agent', { agentVersion: '7.70.0', features: { logs: { enabled: true } } }, 'agent/has-feature: the Agent 7.70.0 has no log collection through the kubelet API, which came with 7.71'],
  ['verification on an old Agent', { agentVersion: '7.77.0', clusterAgentTls: { secretName: 'ca' } }, 'agent/has-feature: the Agent 7.77.0'],
  ['a private key in the place of the certificate', { clusterAgentTls: { secretName: 'ca', caCertificate: '-----BEGIN PRIVATE KEY-----' } }, 'cluster-agent/certificate-is-pem'],
  ['a tag that is no label', { sidecar: { serviceTags: { env: 'pröd' } } }, "kubernetes/label-value: the service tag 'env' is 'pröd'"],
])('%s is refused', (_, given, message) => {
  expect(() => clusterModel(given)).toThrow(message);
});

test('a native sidecar needs Kubernetes 1.29', () => {
  const { platform } = clusterModel({});
  const on = (kubernetesVersion: string) => () => clusterModel({ platform: { fact: platform.fact, kubernetesVersion }, sidecar: { placement: 'native' } });
  expect(on('1.28')).toThrow('kubernetes/has-feature: Kubernetes 1.28 has no init containers with restartPolicy Always, which came with 1.29');
  expect(on('1.29')).not.toThrow();
});

test('an Agent with a read-only root and no sockets opens its default ones in a folder of its own', () => {
  const byPort = { socketEnabled: false, portEnabled: true };
  const folders = (given: Given) => {
    const { agent, web, spec } = inject(given);
    const at = (c: Container) => (c.volumeMounts ?? []).filter(m => m.mountPath === '/var/run/datadog').map(m => m.name);
    return [at(agent), at(web), (spec.volumes ?? []).filter(v => at(agent).includes(v.name))];
  };
  const sidecar = { readOnlyRootFilesystem: true };
  expect(folders({ sidecar, features: { apm: byPort, dogstatsd: byPort } })).toEqual([['agent-sockets'], [], [{ name: 'agent-sockets', emptyDir: {} }]]);
  expect(folders({ sidecar, features: { apm: byPort, dogstatsd: { enabled: false } } })[0]).toEqual(['agent-sockets']);
  expect(folders({ sidecar, features: { apm: byPort } })[0]).toEqual(['ddsockets']);
  expect(folders({ features: { apm: byPort, dogstatsd: byPort } })[0]).toEqual([]);
  expect(folders({ sidecar, features: { apm: { enabled: false }, dogstatsd: { enabled: false } } })[0]).toEqual([]);
});
