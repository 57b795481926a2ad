import { podSize } from '../../../src/rules/fargate/pod-size';
import { check, deployment, finding } from '../fixtures';

const RULE = 'fargate/pod-size';
const web = (cpu: string, memory: string) => deployment('shop/web', { containers: [{ name: 'web', resources: { requests: { cpu, memory } } }] });
const LARGEST = web('16', '119Gi');

test('a size is information', () => {
  expect(podSize.severity).toBe('info');
});

test.each([
  [web('250m', '256Mi'), '0.25 vCPU and 0.5 GB; it requests 0.25 vCPU and 0.5 GB, the 256 MiB of AWS included'],
  [web('1', '8Gi'), '2 vCPU and 9 GB; it requests 1 vCPU and 8.25 GB'],
  [LARGEST, '16 vCPU and 120 GB'],
])('case %#', (manifest, size) => {
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, size)]);
});

test('where there is none, there is nothing to tell, nor for a DaemonSet, nor where there are other nodes', () => {
  expect(check(RULE, [web('17', '1Gi'), { ...LARGEST, kind: 'DaemonSet' }])).toEqual([]);
  expect(check(RULE, [LARGEST], { complete: true })).toEqual([]);
});
