import { FargateProfile, profileFor } from './fargate-profile';
import { namespaceOf } from './manifest';
import { LocatedPods } from './manifest-set';
import { isObject } from './objects-in';

/** Which pods of a cluster run on AWS Fargate. */
export interface FargateReach {
  readonly fargate: 'all' | 'profiles' | 'none';
  /** Those that the user declared. */
  readonly profiles: readonly FargateProfile[];
}

/** The pods of the workload run on Fargate. A DaemonSet has pods on nodes alone. */
export function runsOnFargate({ manifest, template }: Pick<LocatedPods, 'manifest' | 'template'>, { fargate, profiles }: FargateReach): boolean {
  if (manifest.kind === 'DaemonSet') return false;
  return fargate === 'all' || (fargate === 'profiles' && profileFor(namespaceOf(manifest), podLabelsOf({ template }), profiles) !== undefined);
}

export function podLabelsOf({ template }: Pick<LocatedPods, 'template'>): { readonly [name: string]: string } {
  const labels: unknown = template.metadata?.labels;
  return isObject(labels) ? labels as { readonly [name: string]: string } : {};
}
