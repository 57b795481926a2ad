import { podRequests, requestOf } from '../../src/manifest/pod-requests';

const container = (cpu?: string, memory?: string, more: object = {}): any => ({ name: 'c', resources: { requests: { cpu, memory } }, ...more });
const SIDECAR = { restartPolicy: 'Always' };
const MI = 2 ** 20;

test('containers add up', () => {
  expect(podRequests({ containers: [container('1', '512Mi'), container('200m', '256Mi')] })).toEqual({ millicores: 1200, bytes: 768 * MI });
});

test('what a container is limited to counts where it requests nothing', () => {
  const limited: any = { name: 'c', resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } } };
  expect([requestOf(limited, 'cpu'), requestOf(limited, 'memory')]).toEqual(['500m', '1Gi']);
});

test('init containers run one at a time, so the largest counts, and only where it is more than all the others', () => {
  const pod = { containers: [container('1', '1Gi')], initContainers: [container('2', '128Mi'), container('500m', '512Mi')] };
  expect(podRequests(pod)).toEqual({ millicores: 2000, bytes: 1024 * MI });
});

test('a native sidecar runs beside the containers, and beside the init containers that come after it', () => {
  const sidecar = container('200m', '256Mi', SIDECAR);
  const init = container('1', '1Gi');
  const main = container('500m', '512Mi');
  expect(podRequests({ containers: [main], initContainers: [sidecar] })).toEqual({ millicores: 700, bytes: 768 * MI });
  expect(podRequests({ containers: [main], initContainers: [sidecar, init] })).toEqual({ millicores: 1200, bytes: 1280 * MI });
  expect(podRequests({ containers: [main], initContainers: [init, sidecar] })).toEqual({ millicores: 1000, bytes: 1024 * MI });
});

test('no requests are nothing', () => {
  expect(podRequests({ containers: [{ name: 'c' }] })).toEqual({ millicores: 0, bytes: 0 });
});
