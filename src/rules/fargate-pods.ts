import { RuleContext } from './rule';
import { runsOnFargate } from '../manifest/fargate-reach';
import { LocatedPods } from '../manifest/manifest-set';

/** The workloads whose pods run on Fargate for certain. A DaemonSet has a rule of its own. */
export function fargatePods({ manifests, platform, fargateProfiles = [] }: RuleContext): LocatedPods[] {
  if (!platform) return [];
  const reach = { fargate: platform.fargate, profiles: fargateProfiles };
  return manifests.pods.filter(at => runsOnFargate(at, reach));
}
