import { APP, check, deployment, EC2, MIXED, nodeAgent } from './fixtures';

/** A pod that breaks each rule for pods on Fargate. */
const POD = { containers: [{ ...APP, resources: { requests: { cpu: '32' }, limits: { cpu: '64' } } }] };
const SMALL = { containers: [{ ...APP, resources: { requests: { cpu: '100m', memory: '64Mi' } } }] };

test.each([
  ['fargate/pod-fits', POD], ['fargate/requests-equal-limits', POD], ['fargate/requests-are-set', POD], ['fargate/pod-size', SMALL],
])('where there are nodes and profiles, %s is for the pods that a profile takes', (rule, pod) => {
  const all = [deployment('shop/web', pod), deployment('store/web', pod), deployment('jobs/web', pod), deployment('jobs/api', pod, { run: 'fargate' }), nodeAgent('shop/nodes', pod)];
  expect(check(rule, all, MIXED).map(({ path }) => path)).toEqual(['shop/web', 'jobs/api']);
  expect(check(rule, all, EC2)).toEqual([]);
});
