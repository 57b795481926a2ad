import { isAtLeast } from '../base/versions';
import { ViolationError } from '../base/violation';
import { KubernetesFeatureFact } from '../facts/kubernetes-versions';

/** Something that Kubernetes of this minor version can do without a feature gate. */
export function requireKubernetesFeature(kubernetesVersion: string, fact: KubernetesFeatureFact): void {
  if (isAtLeast(kubernetesVersion, fact.since)) return;
  throw new ViolationError({
    rule: 'kubernetes/has-feature',
    reason: `Kubernetes ${kubernetesVersion} has no ${fact.name}, which came with ${fact.since}`,
    remedy: `Set 'kubernetesVersion' of the platform to ${fact.since} or newer if the cluster is, or leave that out`,
    link: fact.source.split(';')[0],
  });
}
