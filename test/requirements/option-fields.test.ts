import { violationOf } from './violations';
import { OPTION_FIELDS, requireField } from '../../src/requirements/option-fields';
import { OptionsName, shapeOf } from '../../src/requirements/option-shape';
import { OPTION_SHAPES } from '../../src/requirements/option-shapes';
import { requireOptions } from '../../src/requirements/options';
import { requireTolerations } from '../../src/requirements/tolerations';
import { requireVolumeMounts, requireVolumes } from '../../src/requirements/volumes';

const STRUCTS = Object.keys(OPTION_SHAPES) as OptionsName[];
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** For each kind of field: a value that Kubernetes takes, and some that it refuses. */
const VALUES: { readonly [kind: string]: { readonly good: unknown; readonly bad: readonly unknown[] } } = {
  namespace: { good: 'shop', bad: ['Shop', '', 'shop.eu', 'a'.repeat(64), 'x;id'] },
  secret: { good: 'datadog.tls', bad: ['Datadog', '', 'a b', 'a'.repeat(254)] },
  object: { good: 'datadog.tls', bad: ['Datadog', '', 'a/b', '-a'] },
  service: { good: 'datadog-cluster-agent', bad: ['1agent', 'agent.datadog', 'Agent', ''] },
  key: { good: 'acme.example/team', bad: ['two words', '', 'a/b/c', '-team'] },
  labels: { good: { 'acme.example/team': 'shop', 'empty': '' }, bad: [{ 'a b': 'x' }, { team: 'two words' }, { team: 'a'.repeat(64) }] },
  annotations: { good: { 'acme.example/why': 'two words, and more' }, bad: [{ 'a b': 'x' }, { '': 'x' }] },
  affinity: { good: { nodeAffinity: {} }, bad: ['zone', { podAffinity: { [REQUIRED]: [{}] } }] },
  spread: { good: { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }, bad: [{ maxSkew: 1 }, 'zone'] },
};

const rows = STRUCTS.flatMap(of => shapeOf(of).map(({ name, type }) => ({ of, name, type, kind: OPTION_FIELDS[`${of}.${name}`] ?? OPTION_FIELDS[name] }))).filter(({ kind }) => kind !== undefined);

test('every row of the table is an option that the library has', () => {
  const found = new Set(rows.flatMap(({ of, name }) => [`${of}.${name}`, name]));
  expect(Object.keys(OPTION_FIELDS).filter(row => !found.has(row))).toEqual([]);
});

test.each(rows)('$of.$name refuses what the API server refuses ($kind)', ({ of, name, type, kind }) => {
  const { good, bad } = VALUES[kind];
  const list = type.endsWith('[]');
  const given = (value: unknown) => requireField(of, name, name, list ? [good, value] : value);
  expect(() => requireField(of, name, name, list ? [good] : good)).not.toThrow();
  bad.forEach(value => expect(violationOf(() => given(value)).rule).toMatch(/^kubernetes\//));
});

/** Options whose names say that Kubernetes reads them, and that rules of their own check. */
const CHECKED_ELSEWHERE = new Set([
  'namespace', 'argoCdNamespace', 'controlPlaneNamespace', 'secretNamespaces', 'namespaces', 'agentNamespaces', 'egressNamespaces', 'enabledNamespaces', 'disabledNamespaces',
  'podLabels', 'podAnnotations', 'serviceAccountAnnotations', 'nodeSelector', 'priorityClassName', 'imagePullSecrets', 'tolerations', 'volumes', 'volumeMounts', 'secretEnv', 'env',
  'secretName', 'secretKey', 'appKeySecretName', 'matchLabels', 'labels', 'serviceAccounts', 'taints', 'selectors',
]);
/** Options of these names that are no fields of Kubernetes. */
const NO_FIELDS = new Set([
  'namespaceSelector', 'podSelector', 'selector', 'annotations', 'includeMutationWebhook', 'createNamespace', 'namespaceLabelsAsTags', 'nodeLabelsAsTags', 'podAnnotationsAsTags', 'podLabelsAsTags',
  'podLabelsKey', 'collectSecrets', 'parserNamespaces', 'ignoreDifferences', 'mutateUnlabelled',
]);

test('an option with the name of a field of Kubernetes is in the table, or has a rule of its own', () => {
  const named = STRUCTS.flatMap(of => shapeOf(of).map(({ name }) => ({ of, name })))
    .filter(({ name }) => /namespace|label|annotation|selector|affinity|secret|serviceAccount|configMapName|serviceName|toleration|taint|volume|topology|priorityClass/i.test(name));
  const open = named.filter(({ of, name }) => OPTION_FIELDS[`${of}.${name}`] === undefined && OPTION_FIELDS[name] === undefined && !CHECKED_ELSEWHERE.has(name) && !NO_FIELDS.has(name));
  expect(open).toEqual([]);
});

test('the options of a construct go through the table, with the path in the error', () => {
  expect(violationOf(() => requireOptions('ClusterAgentTls', { secretName: 'Agent TLS' })).rule).toBe('kubernetes/secret-name');
  expect(violationOf(() => requireOptions('NetworkPolicyOptions', { dnsPods: { namespace: 'kube-system', labels: { 'k8s app': 'dns' } } }))).toMatchObject({
    rule: 'kubernetes/qualified-name', reason: expect.stringContaining("'dnsPods.labels' has 'k8s app'"),
  });
});

const term = (condition: object) => ({ nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions: [condition] }] } } });
test.each<[object, string]>([
  [term({ key: 'a b', operator: 'Exists' }), 'nodeSelectorTerms[0].matchExpressions[0].key'],
  [term({ key: 'zone', operator: 'Within', values: ['a'] }), 'matchExpressions[0].operator'],
  [term({ key: 'zone', operator: 'In' }), "has no values, which the operator 'In' needs"],
  [term({ key: 'zone', operator: 'NotIn', values: [] }), 'has no values'],
  [term({ key: 'zone', operator: 'Exists', values: ['a'] }), 'has values'],
  [term({ key: 'cpus', operator: 'Gt', values: ['many'] }), 'exactly one whole number'],
  [term({ key: 'cpus', operator: 'Lt', values: [4] }), 'is not the value of a label'],
  [term({ operator: 'Exists' }), "has no 'key'"],
  [{ nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [] } } }, 'is an empty list'],
  [{ nodeAffinity: { [REQUIRED]: {} } }, "has no 'nodeSelectorTerms'"],
  [{ nodeAffinity: { [PREFERRED]: [{ weight: 101, preference: {} }] } }, 'is not a whole number from 1 to 100'],
  [{ nodeAffinity: { [PREFERRED]: { weight: 1 } } }, 'is not a list'],
  [{ podAntiAffinity: { [REQUIRED]: [{ labelSelector: { matchLabels: { app: 'web' } } }] } }, "has no 'topologyKey'"],
  [{ podAntiAffinity: { [PREFERRED]: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'two words' } } } }] } }, 'matchLabels.app'],
  [{ podAffinity: { [REQUIRED]: [{ topologyKey: 'zone', namespaces: ['Shop'] }] } }, 'namespaces[0]'],
  [{ podAffinity: { [REQUIRED]: [{ topologyKey: 'zone', labelSelector: { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] } }] } }, 'operator'],
])('the affinity %j is refused', (affinity, reason) => {
  expect(violationOf(() => requireOptions('ClusterAgentOptions', { affinity }))).toMatchObject({ rule: 'kubernetes/affinity', reason: expect.stringContaining(reason) });
});

test('affinities that Kubernetes takes are taken, also those that cdk8s makes late', () => {
  const late = { produce: () => ({}) };
  const affinities = [
    term({ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }), term({ key: 'cpus', operator: 'Gt', values: ['4'] }), late, { nodeAffinity: late }, { nodeAffinity: null },
    { podAntiAffinity: { [PREFERRED]: [{ weight: 100, podAffinityTerm: { topologyKey: 'topology.kubernetes.io/zone', namespaces: ['shop'], namespaceSelector: {}, labelSelector: { matchLabels: { app: 'web' } } } }] } },
  ];
  affinities.forEach(affinity => expect(() => requireOptions('NodeAgentOptions', { affinity })).not.toThrow());
});

test.each<[object, string]>([
  [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }, "[0].maxSkew' is not a whole number from 1"],
  [{ maxSkew: 1, topologyKey: 'a zone', whenUnsatisfiable: 'DoNotSchedule' }, '[0].topologyKey'],
  [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'Maybe' }, "is none of 'DoNotSchedule', 'ScheduleAnyway'"],
  [{ maxSkew: 1, topologyKey: 'zone' }, "has no 'whenUnsatisfiable'"],
  [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { 'a b': 'x' } } }, 'labelSelector.matchLabels'],
])('the spread %j is refused', (constraint, reason) => {
  expect(violationOf(() => requireOptions('ClusterCheckRunnerOptions', { topologySpreadConstraints: [constraint] }))).toMatchObject({ rule: 'kubernetes/topology-spread', reason: expect.stringContaining(reason) });
});

test.each<[any, string]>([
  [null, 'an object'], ['dedicated', 'an object'], [['dedicated'], 'an object'], [{ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 'long' }, 'whole number'],
])('the toleration %j is refused and does not break the check', (toleration, reason) => {
  expect(violationOf(() => requireTolerations('the runners', [toleration]))).toMatchObject({ rule: 'kubernetes/tolerations', reason: expect.stringContaining(reason) });
});

test.each<[object, string]>([
  [{ name: 'certs', secrets: { secretName: 'x' } }, "Write 'secret'"],
  [{ name: 'certs', hostpath: { path: '/x' } }, "Write 'hostPath'"],
  [{ name: 'certs', hostPath: {} }, "hostPath: { path: '/etc/certs' }"],
  [{ name: 'certs', hostPath: { path: '/etc/../root' } }, 'hostPath: {'],
  [{ name: 'certs', hostPath: '/etc' }, 'hostPath: {...}'],
  [{ name: 'certs', secret: { name: 'x' } }, "secret: { secretName: 'certs' }"],
  [{ name: 'certs', configMap: { name: 'Certs' } }, "configMap: { name: 'certs' }"],
  [{ name: 'certs', persistentVolumeClaim: {} }, "persistentVolumeClaim: { claimName: 'certs' }"],
])('the volume %j is refused', (volume, remedy) => {
  expect(violationOf(() => requireVolumes('the runners', [volume]))).toMatchObject({ rule: 'kubernetes/volume', remedy: expect.stringContaining(remedy) });
});

test.each(['/certs', '../certs', 'a/../../b', 7])('the path %j in a volume is refused', subPath => {
  expect(violationOf(() => requireVolumeMounts('the runners', [{ name: 'certs', mountPath: '/etc/certs', subPath }])).reason).toContain("'subPath'");
});

test('volumes and mounts that Kubernetes takes are taken', () => {
  const volumes = [{ name: 'a', hostPath: { path: '/etc/..data' } }, { name: 'b', secret: { secretName: 'b' } }, { name: 'c', projected: { sources: [] } }, { name: 'd', csi: { driver: 'x' } }];
  expect(requireVolumes('the runners', volumes)).toBe(volumes);
  const mounts = [{ name: 'a', mountPath: '/a', subPath: 'b/..data' }];
  expect(requireVolumeMounts('the runners', mounts)).toBe(mounts);
});
