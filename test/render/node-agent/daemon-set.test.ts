import { nodeAgents } from './node-agents';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { violationOf } from '../../requirements/violations';
import { deepFreeze, EXISTING, leaves } from '../models';

const DEFAULTS = nodeAgents();
const NO_SOCKETS = { apm: { socketEnabled: false, portEnabled: true }, dogstatsd: { socketEnabled: false, portEnabled: true } };

test('the objects, what others depend on first', () => {
  expect(DEFAULTS.manifests.map(({ kind, metadata }) => `${kind} ${metadata?.namespace ?? '-'}/${metadata?.name}`)).toEqual([
    'ServiceAccount datadog/datadog-node-agent', 'ClusterRole -/datadog-agent', 'ClusterRoleBinding -/datadog-agent', 'DaemonSet datadog/datadog-agent',
  ]);
  expect(DEFAULTS.names).toEqual(['init-volume', 'init-config', 'agent', 'trace-agent']);
});

test('nothing without nodes, and nothing where they are to have no Agent', () => {
  expect(() => nodeAgents({ platform: { fact: PLATFORMS.eksFargate } })).toThrow(TypeError);
  expect(() => nodeAgents({ nodeAgent: { enabled: false } })).toThrow(TypeError);
});

test('the DaemonSet finds its pods and replaces a tenth of them at a time', () => {
  const { spec } = DEFAULTS.daemonSet;
  expect(spec.selector.matchLabels).toEqual({ app: 'datadog-agent' });
  expect(spec.template.metadata.labels).toMatchObject({ 'app': 'datadog-agent', 'agent.datadoghq.com/component': 'agent', 'admission.datadoghq.com/enabled': 'false' });
  expect(spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
  expect(spec.minReadySeconds).toBeUndefined();
  const other = nodeAgents({ nodeAgent: { maxUnavailable: '3', minReadySeconds: 30 } }).daemonSet.spec;
  expect([other.updateStrategy.rollingUpdate.maxUnavailable, other.minReadySeconds]).toEqual([3, 30]);
});

test('the core Agent: command, probes, requests and the folders that it writes to', () => {
  const agent = DEFAULTS.container('agent');
  expect(agent.command).toEqual(['agent', 'run']);
  expect(['startupProbe', 'livenessProbe', 'readinessProbe'].map(probe => [agent[probe].httpGet.path, agent[probe].httpGet.port])).toEqual([
    ['/startup', 5555], ['/live', 5555], ['/ready', 5555],
  ]);
  expect(DEFAULTS.env('agent').DD_HEALTH_PORT).toBe('5555');
  expect(agent.resources).toEqual({ requests: { cpu: '200m', memory: '256Mi' } });
  expect(DEFAULTS.mounts('agent').filter((mount: string) => mount.endsWith(' rw'))).toEqual([
    '/etc/datadog-agent/auth: auth-token rw', '/etc/datadog-agent: config rw', '/opt/datadog-agent/run: datadogrun rw',
    '/tmp: tmpdir rw', '/var/log/datadog: varlog rw', '/var/run/datadog: dsdsocket rw',
  ]);
});

test('what each container sees of the node, and no more', () => {
  const host = (name: string) => DEFAULTS.mounts(name).filter((mount: string) => DEFAULTS.volume(mount.split(/: | rw/)[1]).hostPath);
  expect(host('init-volume')).toEqual([]);
  expect(host('init-config')).toEqual(['/host/proc: procdir']);
  expect(host('agent')).toEqual([
    '/etc/passwd: passwd', '/host/etc/os-release: os-release-file', '/host/proc: procdir', '/host/sys/fs/cgroup: cgroups',
    '/host/var/run/containerd: runtimesocketdir', '/var/run/datadog: dsdsocket rw',
  ]);
  expect(host('trace-agent')).toEqual(['/host/proc: procdir', '/host/sys/fs/cgroup: cgroups', '/var/run/datadog: dsdsocket rw']);
});

test('every volume is mounted by a container, and every mount has a volume', () => {
  const { pod } = nodeAgents({ features: { logs: { enabled: true }, liveProcesses: { enabled: true }, networkMonitoring: { enabled: true } } });
  const mounted = [...pod.initContainers, ...pod.containers].flatMap((c: any) => (c.volumeMounts ?? []).map((m: any) => m.name));
  expect([...new Set(mounted)].sort()).toEqual(pod.volumes.map((v: any) => v.name).sort());
});

test('the token of the Cluster Agent is in the core Agent alone, and no Secret in an init container', () => {
  const secrets = Object.fromEntries(DEFAULTS.names.map((name: string) => [name, Object.entries(DEFAULTS.env(name))
    .flatMap(([variable, value]: [string, any]) => value.secretKeyRef ? [`${variable} ${value.secretKeyRef.name}/${value.secretKeyRef.key}`] : [])]));
  expect(secrets).toEqual({
    'init-volume': [],
    'init-config': [],
    'agent': ['DD_API_KEY datadog-secret/api-key', 'DD_CLUSTER_AGENT_AUTH_TOKEN datadog-secret/token'],
    'trace-agent': ['DD_API_KEY datadog-secret/api-key'],
  });
});

test('root, without what root can do elsewhere', () => {
  expect(DEFAULTS.pod.securityContext).toEqual({ runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } });
  const security = Object.fromEntries(DEFAULTS.names.map((name: string) => [name, DEFAULTS.container(name).securityContext]));
  const hard = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true };
  expect(security).toEqual({
    'init-volume': { ...hard, capabilities: { drop: ['ALL'] } },
    'init-config': { ...hard, capabilities: { drop: ['ALL'] } },
    'agent': { ...hard, capabilities: { drop: ['ALL'], add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] } },
    'trace-agent': { ...hard, capabilities: { drop: ['ALL'], add: ['DAC_OVERRIDE'] } },
  });
});

test('the trace-agent waits for the first trace where the release can', () => {
  const command = (agentVersion: string) => nodeAgents({ agentVersion }).container('trace-agent').command;
  const plain = ['trace-agent', '-config=/etc/datadog-agent/datadog.yaml'];
  expect(command('7.75.0')).toEqual(['trace-loader', '/etc/datadog-agent/datadog.yaml', ...plain]);
  expect(command('7.74.2')).toEqual(plain);
});

test('the trace-agent is asked whether it lives where anybody but the pod itself reaches its port', () => {
  expect(DEFAULTS.container('trace-agent').livenessProbe).toBeUndefined();
  expect(nodeAgents({ features: { apm: { portEnabled: true } } }).container('trace-agent').livenessProbe).toEqual({
    tcpSocket: { port: 8126 }, initialDelaySeconds: 15, periodSeconds: 15, timeoutSeconds: 5,
  });
});

test('processes of the host are seen where sockets, processes or the system-probe need them, or the user says so', () => {
  const hostPID = (description: Parameters<typeof nodeAgents>[0]) => nodeAgents(description).pod.hostPID;
  expect(hostPID({})).toBe(true);
  expect(hostPID({ features: NO_SOCKETS })).toBeUndefined();
  expect(hostPID({ features: { ...NO_SOCKETS, liveProcesses: { enabled: true } } })).toBe(true);
  expect(hostPID({ features: { ...NO_SOCKETS, networkMonitoring: { enabled: true } } })).toBe(true);
  expect(hostPID({ features: NO_SOCKETS, nodeAgent: { hostPid: true } })).toBe(true);
  expect(hostPID({ nodeAgent: { hostPid: false } })).toBeUndefined();
});

test('the network of the host brings the resolver of the cluster with it', () => {
  expect(DEFAULTS.pod).not.toHaveProperty('hostNetwork');
  expect(DEFAULTS.pod).not.toHaveProperty('dnsPolicy');
  expect(nodeAgents({ nodeAgent: { hostNetwork: true } }).pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
  expect(nodeAgents({}, [{ hostNetwork: true }]).pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
});

test('the Agents stay off the nodes of Fargate where there are some, unless the user gives another affinity', () => {
  const fargateProfiles = [{ name: 'jobs', selectors: [{ namespace: 'jobs', labels: {} }] }];
  const mixed = { platform: { fact: PLATFORMS.eks, fargateProfiles } };
  expect(DEFAULTS.pod.affinity).toBeUndefined();
  expect(nodeAgents(mixed).pod.affinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] }] }],
      },
    },
  });
  const affinity = { nodeAffinity: {} };
  expect(nodeAgents({ ...mixed, nodeAgent: { affinity } }).pod.affinity).toEqual(affinity);
});

test('Windows nodes are left out, whatever else is chosen', () => {
  expect(DEFAULTS.pod.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
  expect(nodeAgents({ nodeAgent: { nodeSelector: { pool: 'a' } } }).pod.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux', 'pool': 'a' });
});

test("tolerations are the user's, and those that parts of the pod need, each once", () => {
  const tolerations = [{ key: 'gpu', operator: 'Exists' }];
  const part = { tolerations: [{ key: 'gpu', operator: 'Exists' }, { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }] };
  expect(DEFAULTS.pod.tolerations).toBeUndefined();
  expect(nodeAgents({ nodeAgent: { tolerations } }, [part]).pod.tolerations).toEqual(part.tolerations);
});

test("the user's additions", () => {
  const view = nodeAgents({
    nodeAgent: {
      resources: { cpu: '1', memoryLimit: '1Gi' },
      traceAgentResources: { memory: '512Mi', cpuLimit: '2' },
      priorityClassName: 'system-node-critical',
      podAnnotations: { team: 'ops' },
      podLabels: { team: 'ops' },
      serviceAccountAnnotations: { role: 'arn' },
      imagePullSecrets: ['pull'],
      env: { DD_CHECKS_TAG_CARDINALITY: 'orchestrator', DD_CONTAINER_IMAGE_ENABLED: 'false' },
      secretEnv: [{ name: 'REDIS_PASSWORD', secretName: 'redis', secretKey: 'password' }],
      volumes: [{ name: 'more', emptyDir: {} }],
      volumeMounts: [{ name: 'more', mountPath: '/more' }],
      logLevel: 'debug',
      ignoreAutoConf: ['redisdb'],
    },
  });
  expect(view.container('agent').resources).toEqual({ requests: { cpu: '1', memory: '256Mi' }, limits: { memory: '1Gi' } });
  expect(view.container('trace-agent').resources).toEqual({ requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '2' } });
  expect(view.pod).toMatchObject({ priorityClassName: 'system-node-critical', imagePullSecrets: [{ name: 'pull' }] });
  expect(view.daemonSet.spec.template.metadata).toMatchObject({ annotations: { team: 'ops' }, labels: { team: 'ops' } });
  expect(view.ofKind('ServiceAccount')[0].metadata?.annotations).toEqual({ role: 'arn' });
  for (const name of ['agent', 'trace-agent']) {
    expect(view.env(name)).toMatchObject({
      DD_CHECKS_TAG_CARDINALITY: 'orchestrator',
      DD_CONTAINER_IMAGE_ENABLED: 'false',
      DD_LOG_LEVEL: 'debug',
      REDIS_PASSWORD: { secretKeyRef: { name: 'redis', key: 'password' } },
    });
    expect(view.mounts(name)).toContain('/more: more rw');
  }
  expect(view.mounts('init-config')).not.toContain('/more: more rw');
  expect(view.env('agent').DD_IGNORE_AUTOCONF).toBe('redisdb kubernetes_state');
  expect(view.volume('more')).toEqual({ name: 'more', emptyDir: {} });
});

test('a volume of the user, or a mount, where there is one is an error', () => {
  const broken = (nodeAgent: object) => violationOf(() => nodeAgents({ nodeAgent }));
  expect(broken({ volumes: [{ name: 'procdir', emptyDir: {} }] })).toMatchObject({ rule: 'kubernetes/volumes-are-unique', reason: expect.stringContaining("'procdir'") });
  expect(broken({ volumeMounts: [{ name: 'lost', mountPath: '/lost' }] })).toMatchObject({ rule: 'kubernetes/mounts-have-a-volume', reason: expect.stringContaining("'lost' is mounted at '/lost'") });
  expect(() => nodeAgents({ nodeAgent: { volumeMounts: [{ name: 'procdir', mountPath: '/more' }] } })).not.toThrow();
  expect(broken({ volumeMounts: [{ name: 'more', mountPath: '/tmp/' }] })).toMatchObject({ rule: 'kubernetes/volumes-are-unique', reason: expect.stringContaining("'/tmp'") });
});

test('a new revision of the Secret replaces the pods', () => {
  const annotations = (revision?: string) =>
    nodeAgents({ credentials: { ...EXISTING, ...revision && { revision } } }).daemonSet.spec.template.metadata.annotations;
  expect(annotations()).not.toHaveProperty('cdk8s-datadog/secret-revision');
  expect(annotations('2')).toHaveProperty('cdk8s-datadog/secret-revision', '2');
});

test('rendering changes nothing that it is given, and comes out the same twice', () => {
  const part = deepFreeze({ checkFiles: { 'etcd.yaml': { instances: [{}] } }, tolerations: [{ key: 'a' }] });
  expect(JSON.stringify(nodeAgents({}, [part]).manifests)).toBe(JSON.stringify(nodeAgents({}, [part]).manifests));
});

test('nodes that the platform keeps for itself have an Agent too', () => {
  const { pod } = nodeAgents({ platform: { fact: PLATFORMS.openShift4 } });
  expect(pod.tolerations).toEqual([{ key: 'node-role.kubernetes.io/infra', operator: 'Exists' }]);
  expect(nodeAgents().pod).not.toHaveProperty('tolerations');
});

test('the pod has no field that nothing asks for', () => {
  const { pod } = nodeAgents();
  expect(pod).not.toHaveProperty('imagePullSecrets');
});

test('each kind is of its API, and a list that would be empty is not there', () => {
  const { manifests } = nodeAgents({ features: { networkMonitoring: { enabled: true }, ...NO_SOCKETS } }, [{ checkFiles: { 'my.etcd.d/etcd.yaml': { instances: [{}] } } }]);
  const core = manifests.filter(m => ['ConfigMap', 'Service', 'ServiceAccount'].includes(m.kind));
  expect(new Set(core.map(m => `${m.kind} ${m.apiVersion}`))).toEqual(new Set(['ConfigMap v1', 'Service v1', 'ServiceAccount v1']));
  expect(core.flatMap(m => m.kind === 'ConfigMap' ? Object.keys(m.data) : [])).toContain('my.etcd.etcd.yaml');
  expect([...leaves([...manifests, ...DEFAULTS.manifests])].filter(([, value]) => Array.isArray(value)).map(([path]) => path)).toEqual([]);
});

test.each([['grpc', 'GRPC'], ['http', 'HTTP']])('one protocol of OTLP is opened alone: %s', (name, variable) => {
  const view = nodeAgents({ features: { apm: { enabled: false }, otlp: { enabled: true, grpcEnabled: name === 'grpc', httpEnabled: name === 'http' } } });
  const told = Object.keys(view.env('agent')).filter(key => /OTLP.*ENDPOINT/.test(key));
  expect(told).toEqual([expect.stringContaining(variable)]);
  expect(view.names).not.toContain('trace-agent');
});
