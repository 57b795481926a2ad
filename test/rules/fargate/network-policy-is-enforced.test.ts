import { APP, check, deployment, finding, MIXED, nodeAgent, object } from '../fixtures';

const RULE = 'fargate/network-policy-is-enforced';

test.each([
  object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/web', { spec: { podSelector: {} } }),
  object('cilium.io/v2', 'CiliumNetworkPolicy', 'shop/web', { spec: { endpointSelector: {} } }),
  object('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', 'web', { spec: { endpointSelector: {} } }),
])('no pod of a cluster on Fargate alone is kept by $kind', policy => {
  expect(check(RULE, [policy])).toEqual([finding(RULE, policy, 'nothing enforces it: the VPC CNI plugin')]);
});

test.each([
  object('vpcresources.k8s.aws/v1beta1', 'SecurityGroupPolicy', 'shop/web', { spec: { podSelector: {} } }),
  object('example.com/v1', 'NetworkPolicy', 'shop/web'),
])('$apiVersion $kind is something else', policy => {
  expect(check(RULE, [policy])).toEqual([]);
});

test('elsewhere, something may enforce it', () => {
  expect(check(RULE, [object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/web', {})], { complete: true })).toEqual([]);
});

describe('where there are nodes and Fargate profiles', () => {
  const web = deployment('shop/web', { containers: [APP] });
  const policy = (fullName: string, podSelector: object) => object('networking.k8s.io/v1', 'NetworkPolicy', fullName, { spec: { podSelector } });

  test.each([
    policy('shop/web', {}),
    policy('shop/web', { matchLabels: { app: 'web' } }),
    object('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', 'web', { spec: { endpointSelector: { matchLabels: { app: 'web' } } } }),
  ])('$kind for a pod that a profile takes', manifest => {
    expect(check(RULE, [manifest, web], MIXED)).toEqual([finding(RULE, manifest, "nothing enforces it for the pods that go to Fargate by 'shop'")]);
  });

  test('a DaemonSet has no pods there', () => {
    expect(check(RULE, [policy('shop/web', {}), nodeAgent('shop/nodes')], MIXED)).toEqual([]);
  });

  test.each([policy('store/web', {}), policy('shop/web', { matchLabels: { app: 'api' } }), policy('shop/web', { matchLabels: { tier: 'front' } })])('of the others something may', manifest => {
    expect(check(RULE, [manifest, web, deployment('store/web', { containers: [APP] })], MIXED)).toEqual([]);
  });
});
