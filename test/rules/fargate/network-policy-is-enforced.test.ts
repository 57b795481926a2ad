import { check, finding, object } from '../fixtures';

const RULE = 'fargate/network-policy-is-enforced';

test.each([
  object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/web', { spec: { podSelector: {} } }),
  object('cilium.io/v2', 'CiliumNetworkPolicy', 'shop/web', { spec: { endpointSelector: {} } }),
  object('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', 'web', { spec: { endpointSelector: {} } }),
])('no pod of a cluster on Fargate alone is kept by $kind', policy => {
  expect(check(RULE, [policy])).toEqual([finding(RULE, policy, 'nothing enforces it')]);
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
