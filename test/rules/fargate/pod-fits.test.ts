import { check, deployment, finding } from '../fixtures';

const RULE = 'fargate/pod-fits';
const web = (cpu: string, memory: string) => deployment('shop/web', { containers: [{ name: 'web', resources: { requests: { cpu, memory } } }] });
const TOO_MUCH_CPU = web('17', '1Gi');
const TOO_MUCH_MEMORY = web('1', '120Gi');

test('up to the largest size', () => {
  expect(check(RULE, [web('16', '119Gi'), deployment('shop/plain', { containers: [{ name: 'x' }] })])).toEqual([]);
});

test('not beyond', () => {
  expect(check(RULE, [TOO_MUCH_CPU])).toEqual([
    finding(RULE, TOO_MUCH_CPU, 'requests 17 vCPU and 1.25 GB, the 256 MiB of AWS included, and the largest Fargate size is 16 vCPU and 120 GB'),
  ]);
  expect(check(RULE, [TOO_MUCH_MEMORY])).toEqual([finding(RULE, TOO_MUCH_MEMORY, 'requests 1 vCPU and 120.25 GB')]);
});

test('beyond it, where there are other nodes', () => {
  expect(check(RULE, [TOO_MUCH_CPU], { complete: true })).toEqual([]);
});
