import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { APP, check, deployment, EC2, FARGATE, finding, MIXED, nodeAgent } from '../fixtures';

const RULE = 'placement/fargate-has-a-profile';
const POD = { containers: [APP] };
const FARGATE_NODES = { ...POD, nodeSelector: { 'eks.amazonaws.com/compute-type': 'fargate' } };
const label = (profile: string) => ({ 'eks.amazonaws.com/fargate-profile': profile });

test('pods that ask and are taken, and pods that do not ask', () => {
  expect(check(RULE, [
    deployment('shop/web', POD, label('shop')),
    deployment('shop/api', FARGATE_NODES),
    deployment('store/web', POD),
    deployment('store/gpu', { ...POD, nodeSelector: { 'eks.amazonaws.com/compute-type': 'auto' } }),
  ], MIXED)).toEqual([]);
});

test('a label that names a profile without a selector for the pods', () => {
  const web = deployment('store/web', POD, label('shop'));
  expect(check(RULE, [web], MIXED)).toEqual([finding(RULE, web, "names the Fargate profile 'shop', which has no selector for pods in the namespace 'store'")]);
  expect(check(RULE, [web], MIXED)[0].reason).toMatch(/; a selector of 'shop' wants but the namespace 'shop'$/);
});

test('a label that names a profile of which the platform knows nothing, also without any', () => {
  const web = deployment('shop/web', POD, label('old'));
  for (const context of [MIXED, EC2]) {
    expect(check(RULE, [web], context)).toEqual([finding(RULE, web, "names the Fargate profile 'old', which the platform does not declare")]);
  }
});

test('a nodeSelector that no profile meets', () => {
  const web = deployment('store/web', FARGATE_NODES);
  expect(check(RULE, [web], MIXED)).toEqual([finding(RULE, web, "its nodeSelector asks for Fargate, and none of the Fargate profiles 'shop' and 'jobs' has a selector for pods in the namespace 'store'")]);
  expect(check(RULE, [web], EC2)).toEqual([finding(RULE, web, 'and the platform declares no Fargate profile, so its pods stay Pending')]);
});

test('a DaemonSet asks in vain', () => {
  const nodes = nodeAgent('shop/nodes', { nodeSelector: FARGATE_NODES.nodeSelector });
  expect(check(RULE, [nodes], MIXED)).toEqual([finding(RULE, nodes, 'a DaemonSet has no pods there')]);
});

test('on Fargate alone, fargate/profile-matches says it', () => {
  const asking = [deployment('store/web', POD, label('shop')), nodeAgent('shop/nodes', { nodeSelector: FARGATE_NODES.nodeSelector })];
  expect(check(RULE, asking, { ...FARGATE, fargateProfiles: MIXED.fargateProfiles })).toEqual([]);
});

test.each([['no platform is known', undefined], ['the platform has no Fargate', PLATFORMS.kubeadm]])('nothing to tell where %s', (_, platform) => {
  expect(check(RULE, [deployment('store/web', POD, label('shop'))], { ...MIXED, platform })).toEqual([]);
});
