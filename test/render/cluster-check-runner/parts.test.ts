import { PermissionFact } from '../../../src/facts/permission';
import { mergeRunnerParts, RunnerPart } from '../../../src/parts/runner-part';
import { runnerManifests } from '../../../src/render/cluster-check-runner/manifests';
import { permissions } from '../components';
import { clusterModel } from '../models';

const READ = { source: 'https://example.com', checkedOn: '2026-11-21' };
const permission = (resource: string): PermissionFact =>
  ({ scope: 'cluster', apiGroups: [''], resources: [resource], verbs: ['get'], ...READ }) as PermissionFact;

const ETCD: RunnerPart = {
  volumes: [{ name: 'certs', secret: { secretName: 'etcd-client' } }],
  volumeMounts: [{ name: 'certs', mountPath: '/certs', readOnly: true }],
  ignoreAutoConf: ['etcd', 'kube_scheduler'],
  permissions: [permission('widgets')],
  nodeSelector: { role: 'etcd' },
  tolerations: [{ key: 'etcd', operator: 'Exists' }],
};
const SCHEDULER: RunnerPart = { volumes: [], volumeMounts: [], ignoreAutoConf: ['kube_scheduler'], permissions: [permission('gadgets')] };

const runner = (...parts: RunnerPart[]) => {
  const manifests = runnerManifests(clusterModel({ clusterCheckRunners: { nodeSelector: { pool: 'a' }, tolerations: [{ key: 'pool', operator: 'Exists' }] } }), parts);
  const pod = manifests.find(m => m.kind === 'Deployment')!.spec.template.spec;
  return { manifests, pod, container: pod.containers[0] };
};

test('parts as one: lists of all, no check twice, and nothing where there is none', () => {
  expect(mergeRunnerParts([ETCD, SCHEDULER])).toEqual({
    ...ETCD,
    permissions: [...ETCD.permissions, ...SCHEDULER.permissions],
  });
  expect(mergeRunnerParts([])).toEqual({ volumes: [], volumeMounts: [], ignoreAutoConf: [], permissions: [], nodeSelector: {}, tolerations: [] });
});

test('the pods of the runners have what their parts ask for, beside what the user asks for', () => {
  const { manifests, pod, container } = runner(ETCD, SCHEDULER);
  expect(container.env).toContainEqual({ name: 'DD_IGNORE_AUTOCONF', value: 'etcd kube_scheduler' });
  expect(container.volumeMounts).toContainEqual(ETCD.volumeMounts[0]);
  expect(pod.volumes).toContainEqual(ETCD.volumes[0]);
  expect(pod.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux', 'pool': 'a', 'role': 'etcd' });
  expect(pod.tolerations).toEqual([{ key: 'pool', operator: 'Exists' }, { key: 'etcd', operator: 'Exists' }]);
  expect(permissions(manifests)).toEqual(expect.arrayContaining(['widgets', 'gadgets'].map(r => `ClusterRole datadog-cluster-checks: ${r} get`)));
});

test('an init container has no mount of theirs', () => {
  for (const { volumeMounts } of runner(ETCD).pod.initContainers) expect(volumeMounts).not.toContainEqual(ETCD.volumeMounts[0]);
});

test('without parts there is no env var for checks to leave alone', () => {
  const { container, pod } = runner();
  expect(container.env.map((e: any) => e.name)).not.toContain('DD_IGNORE_AUTOCONF');
  expect(pod.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux', 'pool': 'a' });
});
