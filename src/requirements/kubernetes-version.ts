import { ViolationError } from '../base/violation';
import { PlatformFact } from '../facts/platforms';

/** major.minor; what is newer than the facts is taken for the newest that they know. */
export function requireKubernetesVersion(version: string, platform: PlatformFact): string {
  if (!/^\d+\.\d+$/.test(version)) {
    throw new ViolationError({
      rule: 'platform/kubernetes-version',
      reason: `'${version}' is no Kubernetes version`,
      remedy: `Write major and minor, for example '${platform.newestKubernetes}'`,
      link: platform.source.split(';')[0],
    });
  }
  return version;
}
