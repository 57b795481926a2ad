import { check, deployment, finding } from '../fixtures';

const RULE = 'fargate/requests-equal-limits';
const container = (name: string, requests?: object, limits?: object) => ({ name, resources: { requests, limits } });
const web = (...containers: object[]) => deployment('shop/web', { containers });

test.each([
  ['the same amounts', container('a', { cpu: '1', memory: '1Gi' }, { cpu: '1', memory: '1Gi' })],
  ['the same amounts in other words', container('a', { cpu: '1000m', memory: '1024Mi' }, { cpu: 1, memory: '1Gi' })],
  ['no limits', container('a', { cpu: '1' })],
  ['limits alone, which Kubernetes requests then', container('a', undefined, { cpu: '1' })],
  ['nothing', container('a')],
])('%s', (_, complying) => {
  expect(check(RULE, [web(complying)])).toEqual([]);
});

test('a workload is told once, with all its containers, init containers first', () => {
  const plus = container('web', { cpu: '1000m', memory: '512Mi' }, { cpu: '1500m', memory: '2048Mi' });
  const manifest = deployment('shop/web', { containers: [plus], initContainers: [container('init', { memory: '1Gi' }, { memory: '2Gi' })] });
  expect(check(RULE, [manifest])).toEqual([
    finding(RULE, manifest, "the container 'init' requests memory 1Gi of 2Gi, the container 'web' requests cpu 1000m of 1500m and memory 512Mi of 2048Mi; AWS wants"),
  ]);
});

test('elsewhere they may differ', () => {
  const manifest = web(container('a', { cpu: '1' }, { cpu: '2' }));
  expect(check(RULE, [manifest], { complete: true })).toEqual([]);
  expect(check(RULE, [{ ...manifest, kind: 'DaemonSet' }])).toEqual([]);
});
