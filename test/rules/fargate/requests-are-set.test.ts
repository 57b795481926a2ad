import { check, deployment, finding } from '../fixtures';

const RULE = 'fargate/requests-are-set';
const BOTH = { cpu: '250m', memory: '256Mi' };
const container = (name: string, requests?: object, limits?: object) => ({ name, resources: { requests, limits } });
const web = (...containers: object[]) => deployment('shop/web', { containers });

test.each([
  ['requests', container('a', BOTH)],
  ['limits alone, which Kubernetes requests then', container('a', undefined, BOTH)],
  ['one of each', container('a', { cpu: '1' }, { memory: '1Gi' })],
])('%s', (_, complying) => {
  expect(check(RULE, [web(complying)])).toEqual([]);
});

test('a workload is told once, with every container that goes on running', () => {
  const initContainers = [{ name: 'init' }, { name: 'proxy', restartPolicy: 'Always' }];
  const manifest = deployment('shop/web', { initContainers, containers: [container('web', { cpu: '1' }), container('full', BOTH)] });
  expect(check(RULE, [manifest])).toEqual([
    finding(RULE, manifest, "the container 'proxy' requests no cpu and no memory, the container 'web' requests no memory; AWS sizes"),
  ]);
});

test('elsewhere nodes have room to spare', () => {
  expect(check(RULE, [web({ name: 'a' })], { complete: true })).toEqual([]);
  expect(check(RULE, [{ ...web({ name: 'a' }), kind: 'DaemonSet' }])).toEqual([]);
});
