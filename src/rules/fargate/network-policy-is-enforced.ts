import { FARGATE_HAS_NO_NETWORK_POLICY } from '../../facts/network';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { selectorMatches } from '../../manifest/label-selector';
import { groupOf, Manifest, namespaceOf } from '../../manifest/manifest';
import { takenPods } from '../fargate-pods';
import { Rule, RuleContext } from '../rule';
import { quoted } from '../words';

/** Where each kind says for which pods it is; each but the last is for those of its namespace. */
const POLICIES: { readonly [groupAndKind: string]: 'podSelector' | 'endpointSelector' } = {
  'networking.k8s.io/NetworkPolicy': 'podSelector',
  'cilium.io/CiliumNetworkPolicy': 'endpointSelector',
  'cilium.io/CiliumClusterwideNetworkPolicy': 'endpointSelector',
};

export const networkPolicyIsEnforced: Rule = {
  id: 'fargate/network-policy-is-enforced',
  severity: 'warning',
  title: 'Nobody counts on a network policy for pods on Fargate.',
  link: FARGATE_HAS_NO_NETWORK_POLICY.source,
  check: context => context.manifests.objects
    .filter(({ manifest }) => Object.hasOwn(POLICIES, keyOf(manifest)))
    .flatMap(at => {
      const profiles = profilesUnder(at.manifest, context);
      return context.platform?.nodes !== false && profiles.length === 0 ? [] : [{
        at,
        reason: `nothing enforces it${profiles.length > 0 ? ` for the pods that go to Fargate by ${quoted(profiles)}` : ''}: the VPC CNI plugin applies policies on EC2 nodes alone, and no other CNI plugin can be installed on Fargate`,
        remedy: 'Use security groups for pods (SecurityGroupPolicy), and take the policy out or acknowledge this',
      }];
    }),
};

/** The profiles that take pods which the policy is for, where there are nodes as well. */
function profilesUnder(policy: Manifest, context: RuleContext): string[] {
  const selector: unknown = policy.spec?.[POLICIES[keyOf(policy)]];
  const everywhere = policy.kind === 'CiliumClusterwideNetworkPolicy';
  return [...new Set(takenPods(context)
    .filter(({ at }) => at.manifest.kind !== 'DaemonSet' && (everywhere || namespaceOf(at.manifest) === namespaceOf(policy)))
    .filter(({ at }) => selectorMatches(selector, { labels: podLabelsOf(at), all: true }))
    .map(({ profile }) => profile.name))];
}

function keyOf(manifest: Manifest): string {
  return `${groupOf(manifest)}/${manifest.kind}`;
}
