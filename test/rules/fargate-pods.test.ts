import { APP, check, deployment, EC2, FARGATE, manifestSet, MIXED, nodeAgent } from './fixtures';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { takenPods } from '../../src/rules/fargate-pods';

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

test.each([
  ['nodes and Fargate', MIXED.platform, 1], ['Fargate alone', FARGATE.platform, 0], ['no Fargate', PLATFORMS.kubeadm, 0], ['nobody knows what', undefined, 0],
])('profiles take pods where there are %s: %#', (_, platform, count) => {
  expect(takenPods({ ...MIXED, platform, manifests: manifestSet([deployment('shop/web', SMALL)]) })).toHaveLength(count);
});
