import { FARGATE_HAS_NO_NETWORK_POLICY } from '../../facts/network';
import { groupOf } from '../../manifest/manifest';
import { Rule } from '../rule';

const POLICIES: readonly string[] = ['networking.k8s.io/NetworkPolicy', 'cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy'];

export const networkPolicyIsEnforced: Rule = {
  id: 'fargate/network-policy-is-enforced',
  severity: 'warning',
  title: 'Where every pod is on Fargate, nobody counts on a network policy.',
  link: FARGATE_HAS_NO_NETWORK_POLICY.source,
  check: ({ manifests, platform }) => platform?.nodes !== false ? [] : manifests.objects
    .filter(({ manifest }) => POLICIES.includes(`${groupOf(manifest)}/${manifest.kind}`))
    .map(at => ({
      at,
      reason: 'nothing enforces it: the VPC CNI plugin applies policies on EC2 nodes alone, and no other CNI plugin can be installed on Fargate',
      remedy: 'Use security groups for pods (SecurityGroupPolicy), and take the policy out or acknowledge this',
    })),
};
