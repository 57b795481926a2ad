import { ClusterDescription } from '../../../src/model/cluster-description';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterModel } from '../models';

const APP = { name: 'web', image: 'shop/web:1' };
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

function inject(spec: any = { containers: [APP] }, more: { cluster?: Partial<ClusterDescription>; ends?: boolean; patch?: (c: any) => any } = {}) {
  const { cluster, ends = false, patch } = more;
  const options = { runsToCompletion: ends, defaultServiceAccount: 'datadog-agent', patch };
  const pod: any = injectSidecar({ spec }, clusterModel(cluster), options).spec;
  const agent = pod.containers.find((c: any) => c.name === 'datadog-agent-injected');
  return { pod, agent, env: Object.fromEntries(agent.env.map((e: any) => [e.name, e.value ?? e.valueFrom])) };
}

describe('in a pod that ends', () => {
  test('the Agent ends with it', () => {
    expect(inject(undefined, { ends: true }).env.DD_AUTO_EXIT_NOPROCESS_ENABLED).toBe('true');
    expect(inject().env).not.toHaveProperty('DD_AUTO_EXIT_NOPROCESS_ENABLED');
  });
});

describe('the ServiceAccount', () => {
  test.each([
    ['of the pod stays', { serviceAccountName: 'web' }, 'web'],
    ['under its old name stays', { serviceAccount: 'web' }, 'web'],
    ['of both names is the new one', { serviceAccountName: 'new', serviceAccount: 'old' }, 'new'],
    ['of a pod without one is the one of the Agents', {}, 'datadog-agent'],
    ['of a pod with an empty one is the one of the Agents', { serviceAccountName: '' }, 'datadog-agent'],
  ])('%s', (_, spec, expected) => {
    expect(inject({ containers: [APP], ...spec }).pod.serviceAccountName).toBe(expected);
  });
});

describe('a pod that turns its token off', () => {
  const spec = { automountServiceAccountToken: false, containers: [APP], initContainers: [{ name: 'init', image: 'shop/init:1' }] };

  test('keeps it off, and the Agent alone has one', () => {
    const { pod, agent } = inject(spec);
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(agent.volumeMounts).toContainEqual({ name: 'datadog-agent-token', mountPath: TOKEN_PATH, readOnly: true });
    for (const other of [...pod.initContainers, ...pod.containers.filter((c: any) => c !== agent)]) {
      expect(other.volumeMounts).toEqual([{ name: 'ddsockets', mountPath: '/var/run/datadog' }]);
    }
  });

  test('has it projected as Kubernetes itself does', () => {
    expect(inject(spec).pod.volumes.find((v: any) => v.name === 'datadog-agent-token')).toEqual({
      name: 'datadog-agent-token',
      projected: {
        defaultMode: 420,
        sources: [
          { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
          { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
        ],
      },
    });
  });
});

test.each<[what: string, spec: object]>([
  ['an account of its own that mounts its token', { serviceAccountName: 'web' }],
  ['a token that it asks for', { automountServiceAccountToken: true }],
])('a pod with %s keeps it as it is', (_, spec) => {
  const { pod } = inject({ ...spec, containers: [{ name: 'web', image: 'w' }] });
  expect(pod.automountServiceAccountToken).toBe((spec as any).automountServiceAccountToken);
  expect(pod.volumes.map((v: any) => v.name)).toEqual(['ddsockets']);
});

test('in a pod that says nothing, the account is ours and its token is for the Agent alone', () => {
  const { pod, agent } = inject({ containers: [{ name: 'web', image: 'w' }] });
  expect(pod).toMatchObject({ serviceAccountName: 'datadog-agent', automountServiceAccountToken: false });
  expect(agent.volumeMounts.map((m: any) => m.name)).toEqual(['ddsockets', 'datadog-agent-token']);
  expect(pod.containers[0].volumeMounts.map((m: any) => m.name)).toEqual(['ddsockets']);
});

describe('the env of the Agent', () => {
  test('is what the cluster says', () => {
    const cluster: Partial<ClusterDescription> = { site: 'datadoghq.eu', clusterName: 'osaka', namespace: 'monitoring', tags: { team: 'a b', env: 'prod' } };
    expect(inject(undefined, { cluster }).env).toMatchObject({
      DD_SITE: 'datadoghq.eu',
      DD_CLUSTER_NAME: 'osaka',
      DD_CLUSTER_AGENT_URL: 'https://datadog-cluster-agent.monitoring.svc.cluster.local:5005',
      DD_TAGS: '["env:prod","team:a b"]',
    });
  });

  test('reads its keys from the Secret of the credentials', () => {
    const secret = { name: 'dd', apiKey: 'a', appKey: 'b', token: 't' };
    const { env, agent } = inject(undefined, { cluster: { credentials: { secret, source: { kind: 'existing' } } } });
    expect(env.DD_API_KEY).toEqual({ secretKeyRef: { name: 'dd', key: 'a' } });
    expect(env.DD_CLUSTER_AGENT_AUTH_TOKEN).toEqual({ secretKeyRef: { name: 'dd', key: 't' } });
    expect(agent.env.filter((e: any) => e.valueFrom?.secretKeyRef)).toHaveLength(2);
  });

  test('without tags has no DD_TAGS', () => {
    expect(inject().env).not.toHaveProperty('DD_TAGS');
  });

  test('of the user wins and comes behind ours, by name', () => {
    const names = (agent: any) => agent.env.map((e: any) => e.name);
    const { agent, env } = inject(undefined, { cluster: { sidecar: { env: { DD_LANGUAGE_DETECTION_ENABLED: 'proxy', DD_ZED: 'z', DD_LOG_LEVEL: 'debug' } } } });
    expect(env).toMatchObject({ DD_LANGUAGE_DETECTION_ENABLED: 'proxy', DD_ZED: 'z', DD_LOG_LEVEL: 'debug' });
    expect(names(agent)).toEqual([
      ...names(inject().agent).filter((name: string) => name !== 'DD_LANGUAGE_DETECTION_ENABLED'), 'DD_LANGUAGE_DETECTION_ENABLED', 'DD_LOG_LEVEL', 'DD_ZED',
    ]);
  });

  test('has every name once', () => {
    const names = inject(undefined, { ends: true }).agent.env.map((e: any) => e.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('image and resources are what the cluster says', () => {
  const { agent } = inject(undefined, { cluster: { agentVersion: '7.70.2', registry: 'mirror.example.com/dd', sidecar: { cpu: '300m', memory: '512Mi' } } });
  expect(agent.image).toBe('mirror.example.com/dd/agent:7.70.2');
  expect(agent.resources).toEqual({ requests: { cpu: '300m', memory: '512Mi' }, limits: { cpu: '300m', memory: '512Mi' } });
});

test('the last word on the container is the patch, and twice is once with it too', () => {
  const patch = (container: any) => ({ ...container, image: 'patched:1' });
  const { pod, agent } = inject(undefined, { patch });
  expect(agent.image).toBe('patched:1');
  expect(inject(pod, { patch }).pod).toBe(pod);
});

/** The same with the keys of each object in the order of the alphabet, as some tools write them. */
function sorted(json: any): any {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.keys(json).sort().map(key => [key, sorted(json[key])]));
}

test('twice is once whatever the order of keys', () => {
  const { pod } = inject();
  const rewritten = sorted(pod);
  expect(JSON.stringify(rewritten)).not.toBe(JSON.stringify(pod));
  expect(inject(rewritten).pod).toBe(rewritten);
  const changed = { ...pod, containers: pod.containers.map((c: any) => ({ ...c, env: [...c.env].reverse() })) };
  expect(() => inject(changed)).toThrow('sidecar/container-name-is-free');
});

describe('the metadata of the pod', () => {
  const metadataOf = (template: any, cluster?: Partial<ClusterDescription>, runsToCompletion = false) =>
    injectSidecar({ spec: { containers: [APP] }, ...template }, clusterModel(cluster), { runsToCompletion, defaultServiceAccount: 'datadog-agent' }).metadata;
  const revised: Partial<ClusterDescription> = { credentials: { ...clusterModel().credentials, revision: 'r1' } };
  const evict = { 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': 'ddsockets' };
  const noSockets: Partial<ClusterDescription> = { features: { apm: { enabled: false }, dogstatsd: { enabled: false } } };

  test('notes the volumes that are lost with the pod, and no others', () => {
    expect(metadataOf({})).toEqual({ annotations: evict });
  });

  test('is left alone where there is nothing to note', () => {
    expect(metadataOf({}, noSockets)).toEqual({});
    expect(metadataOf({ metadata: { labels: { app: 'web' } } }, noSockets)).toEqual({ labels: { app: 'web' } });
  });

  test('has the revision of the Secret where the pod goes on', () => {
    expect(metadataOf({}, revised)!.annotations).toEqual({ ...evict, 'cdk8s-datadog/secret-revision': 'r1' });
    expect(metadataOf({}, revised, true)!.annotations).toEqual(evict);
  });

  test('has the tags of the service, and what the user wrote wins', () => {
    const cluster = { sidecar: { serviceTags: { env: 'prod', service: 'shop' } } };
    const labels = { 'tags.datadoghq.com/env': 'prod', 'tags.datadoghq.com/service': 'shop' };
    expect(metadataOf({}, cluster)!.labels).toEqual(labels);
    expect(metadataOf({ metadata: { labels: { 'tags.datadoghq.com/env': 'test' } } }, cluster)!.labels).toEqual({ ...labels, 'tags.datadoghq.com/env': 'test' });
  });
});

test('where no socket and no token is needed, there is neither volume nor mount nor variable', () => {
  const features = { apm: { enabled: false }, dogstatsd: { enabled: false } };
  const { pod, agent } = inject({ serviceAccountName: 'web', containers: [APP] }, { cluster: { features } });
  expect(pod).not.toHaveProperty('volumes');
  expect(agent).not.toHaveProperty('volumeMounts');
  expect(pod.containers[0]).toEqual(APP);
});

test('the folder of the Agent is filled by a container with as few rights as the Agent', () => {
  const { pod, agent } = inject(undefined, { cluster: { sidecar: { readOnlyRootFilesystem: true } } });
  const [copy] = pod.initContainers;
  expect(copy).toMatchObject({ name: 'init-copy-agent-config', command: ['sh', '-c', 'cp -R /etc/datadog-agent/* /agent-config/'], image: agent.image });
  expect(copy.securityContext).toEqual(agent.securityContext);
  expect(copy.securityContext.readOnlyRootFilesystem).toBe(true);
});

test('the authority of the Cluster Agent is mounted for reading alone', () => {
  const { pod, agent } = inject(undefined, { cluster: { clusterAgentTls: { secretName: 'tls', configMapName: 'authority' } } });
  expect(pod.volumes).toContainEqual({ name: 'agent-ca-cert', configMap: { name: 'authority' } });
  expect(agent.volumeMounts).toContainEqual({ name: 'agent-ca-cert', mountPath: '/etc/datadog-agent/certificates', readOnly: true });
});

test('an application that sets one variable of ours gets the others', () => {
  const { pod } = inject({ containers: [{ ...APP, env: [{ name: 'DD_TRACE_AGENT_URL', value: 'http://elsewhere' }] }] });
  expect(pod.containers[0].env).toEqual([{ name: 'DD_TRACE_AGENT_URL', value: 'http://elsewhere' }, { name: 'DD_DOGSTATSD_URL', value: 'unix:///var/run/datadog/dsd.socket' }]);
});

test('the resources view is off in the Agent where it is off in the cluster', () => {
  expect(inject().env.DD_ORCHESTRATOR_EXPLORER_ENABLED).toBe('true');
  expect(inject(undefined, { cluster: { features: { orchestratorExplorer: { enabled: false } } } }).env.DD_ORCHESTRATOR_EXPLORER_ENABLED).toBe('false');
});

test('logs that come by OTLP', () => {
  const features = (logsEnabled: boolean) => ({ logs: { enabled: true }, otlp: { enabled: true, grpcEnabled: true, logsEnabled } });
  const otlp = (logs: boolean) => inject(undefined, { cluster: { features: features(logs) } }).env.DD_OTLP_CONFIG_LOGS_ENABLED;
  expect([otlp(true), otlp(false)]).toEqual(['true', undefined]);
});
