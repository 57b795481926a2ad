import { nodeAgents } from './node-agents';
import { mergeParts } from '../../../src/parts/merge-node-agent-parts';
import { violationOf } from '../../requirements/violations';

const volume = (path: string) => ({ name: 'certs', hostPath: { path } });

test('env vars of all Agents and of one, each once', () => {
  const whole = mergeParts([
    { env: { every: [{ name: 'A', value: '1' }], agent: [{ name: 'B', value: '2' }] } },
    { env: { 'every': [{ name: 'A', value: '1' }], 'trace-agent': [{ name: 'C', value: '3' }], 'init-config': [{ name: 'D', value: '4' }] } },
  ]);
  const of = (list: ReadonlyArray<{ name: string }>) => list.map(({ name }) => name);
  expect([of(whole.agentEnv('agent')), of(whole.agentEnv('trace-agent')), of(whole.envOf('init-config'))]).toEqual([['A', 'B'], ['A', 'C'], ['D']]);
});

test('one env var with two values is an error', () => {
  const whole = mergeParts([
    { from: 'features.one', env: { every: [{ name: 'A', value: '1' }] } },
    { from: 'features.two', env: { agent: [{ name: 'A', value: '2' }] } },
  ]);
  expect(violationOf(() => whole.agentEnv('agent'))).toMatchObject({ rule: 'kubernetes/env-is-unique', reason: "features.one and features.two each have a different env var 'A' for the node Agent's pod" });
  expect(whole.agentEnv('trace-agent')).toEqual([{ name: 'A', value: '1' }]);
});

test('volumes of one name and content are one, with the mounts of both', () => {
  const whole = mergeParts([
    { volumes: [{ volume: volume('/pki'), mounts: { agent: [{ mountPath: '/a' }] } }] },
    { volumes: [{ volume: volume('/pki'), mounts: { 'agent': [{ mountPath: '/a' }, { mountPath: '/b', readOnly: true }], 'trace-agent': [{ mountPath: '/a' }] } }] },
  ]);
  expect(whole.volumes).toEqual([volume('/pki')]);
  expect(whole.mountsOf('agent')).toEqual([{ name: 'certs', mountPath: '/a' }, { name: 'certs', mountPath: '/b', readOnly: true }]);
  expect(whole.mountsOf('trace-agent')).toEqual([{ name: 'certs', mountPath: '/a' }]);
});

test('volumes of one name and other content are an error', () => {
  expect(violationOf(() => mergeParts([{ volumes: [{ volume: volume('/a'), mounts: {} }] }, { volumes: [{ volume: volume('/b'), mounts: {} }] }])))
    .toMatchObject({ rule: 'kubernetes/volumes-are-unique', reason: expect.stringContaining("'certs'") });
});

test('what parts of the pod ask for is all in it', () => {
  const view = nodeAgents({}, [{
    env: { agent: [{ name: 'MORE', value: '1' }] },
    ports: { agent: [{ name: 'more', containerPort: 9000, protocol: 'TCP' }] },
    volumes: [
      { volume: volume('/etc/kubernetes/pki'), mounts: { agent: [{ mountPath: '/host/pki', readOnly: true }], copy: [{ mountPath: '/pki', readOnly: true }] } },
      { volume: { name: 'nobodys', emptyDir: {} }, mounts: { 'process-agent': [{ mountPath: '/x' }] } },
    ],
    initContainers: [{ name: 'copy', image: 'busybox' }],
  }]);
  expect(view.env('agent').MORE).toBe('1');
  expect(view.env('trace-agent')).not.toHaveProperty('MORE');
  expect(view.container('agent').ports).toEqual([{ name: 'more', containerPort: 9000, protocol: 'TCP' }]);
  expect(view.ofKind('Service')[0].spec.ports).toEqual([{ name: 'more', port: 9000, targetPort: 9000, protocol: 'TCP' }]);
  expect(view.mounts('agent')).toContain('/host/pki: certs');
  expect(view.container('copy').volumeMounts).toEqual([{ name: 'certs', mountPath: '/pki', readOnly: true }]);
  expect(view.volume('nobodys')).toBeUndefined();
});

test('one name of a check file twice is an error', () => {
  const part = { checkFiles: { 'etcd.yaml': {} } };
  expect(mergeParts([part]).checkFiles).toEqual({ 'etcd.yaml': {} });
  expect(violationOf(() => mergeParts([part, part]))).toMatchObject({ rule: 'node-agent/check-file-is-unique', reason: expect.stringContaining("'etcd.yaml'") });
});

test.each<[string, () => unknown]>([
  ['storage/volumes', () => mergeParts([{ volumes: [{ volume: volume('/a'), mounts: {} }] }, { volumes: [{ volume: volume('/b'), mounts: {} }] }])],
  ['define-environment-variable-container', () => mergeParts([{ env: { every: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] } }]).agentEnv('agent')],
  ['kubernetes/integrations/?tab=file', () => mergeParts([{ checkFiles: { a: {} } }, { checkFiles: { a: {} } }])],
])('what to do is said with the page %s', (page, work) => {
  const { remedy, link } = violationOf(work);
  expect([remedy, link]).toEqual(['Leave one of the two out', expect.stringContaining(page)]);
});

test('a part that asks for nothing', () => {
  const whole = mergeParts([{}]);
  expect([whole.volumes, whole.agentEnv('agent'), whole.mountsOf('agent'), whole.initContainers, whole.tolerations, whole.permissions]).toEqual([[], [], [], [], [], []]);
});
