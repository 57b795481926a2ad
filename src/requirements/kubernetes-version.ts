import { isAtLeast } from '../base/versions';
import { ViolationError } from '../base/violation';
import { KUBERNETES_FEATURES } from '../facts/kubernetes-versions';
import { PlatformFact } from '../facts/platforms/platform-fact';

/** major.minor; what is newer than the facts is taken for the newest that they know. */
export function requireKubernetesVersion(version: string, platform: PlatformFact): string {
  // A number would have lost the zero of 1.30.
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) {
    throw new ViolationError({
      rule: 'platform/kubernetes-version',
      reason: `'${version}' is no Kubernetes version`,
      remedy: `Write major and minor, for example '${platform.newestKubernetes}'`,
      link: platform.source.split(';')[0],
    });
  }
  const needed = KUBERNETES_FEATURES.endpointSlices;
  const { leastKubernetes } = platform;
  if (!isAtLeast(version, leastKubernetes ?? needed.since)) {
    throw new ViolationError({
      rule: 'platform/kubernetes-version',
      reason: leastKubernetes === undefined
        ? `Kubernetes ${version} has no ${needed.name}, which came with ${needed.since} and which Agents read`
        : `${platform.name} has no Kubernetes ${version} that this library writes manifests for`,
      remedy: `Write the version of the cluster, ${leastKubernetes ?? needed.since} or newer, for example '${platform.newestKubernetes}'`,
      link: platform.source.split(';')[0],
    });
  }
  return version;
}
