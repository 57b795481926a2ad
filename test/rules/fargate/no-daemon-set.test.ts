import { APP, check, deployment, finding, object } from '../fixtures';

const RULE = 'fargate/no-daemon-set';
const AGENTS = object('apps/v1', 'DaemonSet', 'datadog/agents', { spec: { template: { spec: { containers: [APP] } } } });

test('other workloads are fine', () => {
  expect(check(RULE, [deployment('shop/web', { containers: [APP] })])).toEqual([]);
});

test('a DaemonSet is not', () => {
  expect(check(RULE, [AGENTS])).toEqual([finding(RULE, AGENTS, 'a DaemonSet has no pods on Fargate')]);
});

test('a DaemonSet is, where there are other nodes', () => {
  expect(check(RULE, [AGENTS], { complete: true })).toEqual([]);
});
