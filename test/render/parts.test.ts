import { components } from './components';
import { clusterModel } from './models';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { signingTls } from '../../src/render/cluster-agent-tls';
import { isAbove, isAt, isReadOnly } from '../../src/render/mount-paths';
import { agentNamespace, namespaceManifest } from '../../src/render/namespace';
import { probes } from '../../src/render/probes';
import { withSafeToEvict } from '../../src/render/safe-to-evict';
import { hostReadingContainer, hostReadingPod, restricted, restrictedContainer, restrictedPod, restrictedPodOfPlatform } from '../../src/render/security-context';
import { requireRoomForVolumes } from '../../src/render/volume-room';
import { violationOf } from '../requirements/violations';

const IMAGE = { uid: 100, gid: 0 } as Parameters<typeof restricted>[0];
const RUNTIME = { type: 'RuntimeDefault' };
const LABELS = { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' };

test('what containers and pods may do, and no more', () => {
  const least = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  expect(restricted(IMAGE)).toEqual({ ...least, runAsNonRoot: true, runAsUser: 100, runAsGroup: 0, seccompProfile: RUNTIME });
  expect(restrictedContainer()).toEqual({ ...least, readOnlyRootFilesystem: true });
  expect(restrictedPod(IMAGE)).toEqual({ runAsNonRoot: true, runAsUser: 100, runAsGroup: 0, fsGroup: 0, seccompProfile: RUNTIME });
  expect(restrictedPodOfPlatform()).toEqual({ runAsNonRoot: true, seccompProfile: RUNTIME });
  expect(hostReadingPod()).toEqual({ runAsUser: 0, seccompProfile: RUNTIME });
  expect(hostReadingContainer()).toEqual({ ...restrictedContainer(), capabilities: { drop: ['ALL'], add: ['DAC_READ_SEARCH'] } });
});

test('certificates are signed by the Secret that is mounted for reading', () => {
  const { env, volumes, volumeMounts } = signingTls(clusterModel({ clusterAgentTls: { secretName: 'authority' } }));
  const [{ name, mountPath }] = volumeMounts;
  expect(env).toEqual([
    { name: 'DD_CLUSTER_TRUST_CHAIN_ENABLE_TLS_VERIFICATION', value: 'true' },
    { name: 'DD_CLUSTER_TRUST_CHAIN_CA_CERT_FILE_PATH', value: `${mountPath}/tls.crt` },
    { name: 'DD_CLUSTER_TRUST_CHAIN_CA_KEY_FILE_PATH', value: `${mountPath}/tls.key` },
  ]);
  expect([volumes, volumeMounts]).toEqual([[{ name, secret: { secretName: 'authority' } }], [{ name, mountPath, readOnly: true }]]);
  expect(signingTls(clusterModel())).toEqual({ env: [], volumes: [], volumeMounts: [] });
});

test('three probes of one port', () => {
  const { startupProbe, livenessProbe, readinessProbe } = probes(5555);
  const paths = ['/startup', '/live', '/ready'];
  expect([startupProbe, livenessProbe, readinessProbe].map(probe => probe.httpGet)).toEqual(paths.map(path => ({ path, port: 5555, scheme: 'HTTP' })));
  for (const { httpGet, ...times } of [startupProbe, livenessProbe, readinessProbe]) {
    expect(Object.values(times)).toEqual(Array(5).fill(expect.any(Number)));
  }
});

test('a namespace, and that of Agents which look at their nodes', () => {
  expect(namespaceManifest('shop', { team: 'shop' })).toEqual({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { ...LABELS, team: 'shop' } } });
  const of = (platform: keyof typeof PLATFORMS) => agentNamespace(clusterModel({ platform: { fact: PLATFORMS[platform] } })).metadata;
  expect(of('eks')).toEqual({ name: 'datadog', labels: LABELS });
  expect(of('talos')).toEqual({ name: 'datadog', labels: { ...LABELS, 'pod-security.kubernetes.io/enforce': 'privileged' } });
  expect(of('openShift4')!.annotations).toEqual(PLATFORMS.openShift4.namespaceAnnotations);
});

test('volumes that may be lost are noted beside those that are noted already', () => {
  const name = 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes';
  expect(withSafeToEvict(['a', 'b'])).toEqual({ [name]: 'a,b' });
  expect(withSafeToEvict(['a', 'b'], { [name]: ' b, c ,', other: 'x' })).toEqual({ [name]: 'b,c,a' });
});

test('where a mount lies', () => {
  const at = (mountPath: string) => ({ name: 'x', mountPath });
  expect(['/a/b', '/a/b/', '/a'].map(path => isAt(at(path), '/a/b'))).toEqual([true, true, false]);
  expect(['/a', '/a/', '/', '/a/b', '/b'].map(path => isAbove(at(path), '/a/b'))).toEqual([true, true, true, false, false]);
});

test.each<[string, object, object, boolean]>([
  ['a mount that says so', { emptyDir: {} }, { readOnly: true }, true],
  ['a ConfigMap', { configMap: {} }, {}, true],
  ['a Secret', { secret: {} }, {}, true],
  ['several sources', { projected: {} }, {}, true],
  ['fields of the pod', { downwardAPI: {} }, {}, true],
  ['an empty folder', { emptyDir: {} }, {}, false],
])('%s: %j, %j, cannot be written to: %j', (_, volume, mount, readOnly) => {
  const pod: any = { volumes: [{ name: 'other', secret: {} }, { name: 'x', ...volume }] };
  expect(isReadOnly(pod, { name: 'x', mountPath: '/x', ...mount })).toBe(readOnly);
});

test.each<[object, object, string, string]>([
  [{ volumes: [{ name: 'a' }] }, { volumes: [{ name: 'a' }] }, "the pod has a volume 'a' already", 'Give the volume another name'],
  [{ volumeMounts: [{ name: 'a', mountPath: '/a' }] }, { volumes: [{ name: 'b' }], volumeMounts: [{ name: 'b', mountPath: '/a//' }] }, "the container has something mounted at '/a' already", 'Mount the volume at another path'],
  [{ volumes: [{ name: 'a' }] }, { volumeMounts: [{ name: 'b', mountPath: '/b' }] }, "the volume 'b' is mounted at '/b', and the pod has no volume of that name", "Add it to 'volumes', or mount a volume that is there"],
])('no room in %j for %j', (pod, more, reason, remedy) => {
  const none = { volumes: [], volumeMounts: [] };
  expect(violationOf(() => requireRoomForVolumes({ ...none, ...pod }, { ...none, ...more })))
    .toMatchObject({ reason, remedy, link: 'https://kubernetes.io/docs/concepts/storage/volumes/' });
});

test('a Deployment finds its pods, replaces one at a time, and prefers a node of its own for each', () => {
  const { spec, metadata } = components({ platform: { fact: PLATFORMS.eks } }).find(m => m.kind === 'Deployment')!;
  expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
  expect(spec.selector).toEqual({ matchLabels: { app: 'datadog-cluster-agent' } });
  const component = { 'agent.datadoghq.com/component': 'cluster-agent' };
  const labels = { ...LABELS, ...component, 'app.kubernetes.io/component': 'cluster-agent' };
  expect(metadata!.labels).toEqual(labels);
  expect(spec.template.metadata.labels).toEqual({ ...labels, 'app': 'datadog-cluster-agent', 'admission.datadoghq.com/enabled': 'false' });
  expect(spec.template.spec.automountServiceAccountToken).toBe(true);
  expect(spec.template.spec.affinity).toEqual({
    podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 50, podAffinityTerm: { labelSelector: { matchLabels: component }, topologyKey: 'kubernetes.io/hostname' } }] },
  });
});
