import { RuleContext } from './rule';
import { LocatedPods } from '../manifest/manifest-set';

/** The workloads whose pods run on Fargate for certain: all, where there is nothing else. A DaemonSet has a rule of its own. */
export function fargatePods({ manifests, platform }: RuleContext): LocatedPods[] {
  return platform?.onlyFargate ? manifests.pods.filter(({ manifest }) => manifest.kind !== 'DaemonSet') : [];
}
