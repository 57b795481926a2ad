import { RuleContext } from './rule';
import { oncePer } from '../base/once-per';
import { FargateProfile } from '../manifest/fargate-profile';
import { profileOf, runsOnFargate } from '../manifest/fargate-reach';
import { LocatedPods } from '../manifest/manifest-set';

/** The workloads whose pods run on Fargate for certain. A DaemonSet has a rule of its own. */
export const fargatePods = oncePer((context: RuleContext): readonly LocatedPods[] => context.manifests.pods.filter(at => isOnFargate(at, context)));

export function isOnFargate(at: LocatedPods, { platform, fargateProfiles = [] }: RuleContext): boolean {
  return platform !== undefined && runsOnFargate(at, { fargate: platform.fargate, profiles: fargateProfiles });
}

/** A workload and the profile that takes its pods. */
export interface TakenPods {
  readonly at: LocatedPods;
  readonly profile: FargateProfile;
}

/** The workloads, DaemonSets among them, that a profile has a selector for on a cluster that has nodes as well. */
export const takenPods = oncePer(({ manifests, platform, fargateProfiles = [] }: RuleContext): readonly TakenPods[] => {
  if (!platform?.nodes || platform.fargate !== 'profiles') return [];
  return manifests.pods.flatMap(at => {
    const profile = profileOf(at, fargateProfiles);
    return profile ? [{ at, profile }] : [];
  });
});
