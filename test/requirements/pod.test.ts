import { violationOf } from './violations';
import { requirePod } from '../../src/requirements/pod';

const container = { name: 'web', image: 'web:1' };

test.each<[path: string, pod: any]>([
  ['metadata', { metadata: [], spec: { containers: [] } }],
  ['metadata.labels', { metadata: { labels: { a: 1 } }, spec: { containers: [] } }],
  ['metadata.annotations', { metadata: { annotations: 'a' }, spec: { containers: [] } }],
  ['spec.containers', { spec: { containers: 'web' } }],
  ['spec.containers', { spec: { containers: [null] } }],
  ['spec.initContainers', { spec: { containers: [], initContainers: {} } }],
  ['spec.volumes', { spec: { containers: [], volumes: ['a'] } }],
  ['spec.containers[0].env', { spec: { containers: [{ ...container, env: { A: 'b' } }] } }],
  ['spec.initContainers[0].volumeMounts', { spec: { containers: [], initContainers: [{ ...container, volumeMounts: '/a' }] } }],
  ['spec.containers[0].volumeMounts', { spec: { containers: [{ ...container, volumeMounts: [{ name: 'a' }] }] } }],
])('%s that is something else is refused', (path, pod) => {
  expect(violationOf(() => requirePod(pod))).toMatchObject({ rule: 'kubernetes/pod-is-one', reason: expect.stringContaining(`'${path}' of`) });
});

test.each<[string, any]>([
  ['the least', { spec: { containers: [] } }],
  ['all of it', { metadata: { labels: { a: 'b' }, annotations: {} }, spec: { containers: [{ ...container, env: [], ports: [{}], volumeMounts: null }], volumes: [], securityContext: {} } }],
])('%s is taken', (_, pod) => {
  expect(() => requirePod(pod)).not.toThrow();
});
