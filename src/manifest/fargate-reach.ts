import { FargateProfile, profileFor } from './fargate-profile';
import { namespaceOf } from './manifest';
import { LocatedPods } from './manifest-set';
import { isObject } from './objects-in';
import { FARGATE_OPT_OUT } from '../facts/fargate';

/** Which pods of a cluster run on AWS Fargate. */
export interface FargateReach {
  readonly fargate: 'all' | 'profiles' | 'none';
  /** Those that the user declared. */
  readonly profiles: readonly FargateProfile[];
}

type Workload = Pick<LocatedPods, 'manifest' | 'template'>;
type Template = Pick<LocatedPods, 'template'>;

/** The pods of the workload run on Fargate. A DaemonSet has pods on nodes alone. */
export function runsOnFargate(workload: Workload, { fargate, profiles }: FargateReach): boolean {
  if (workload.manifest.kind === 'DaemonSet') return false;
  return fargate === 'all' || (fargate === 'profiles' && profileOf(workload, profiles) !== undefined);
}

/** The profile that takes the pods of the workload, where there are other nodes as well; undefined where they stay on those. */
export function profileOf(workload: Workload, profiles: readonly FargateProfile[]): FargateProfile | undefined {
  return staysOnNodes(workload) ? undefined : profileFor(namespaceOf(workload.manifest), podLabelsOf(workload), profiles);
}

export function podLabelsOf({ template }: Template): { readonly [name: string]: string } {
  const labels: unknown = template.metadata?.labels;
  return isObject(labels) ? labels as { readonly [name: string]: string } : {};
}

function staysOnNodes({ template }: Template): boolean {
  const annotations: unknown = template.metadata?.annotations;
  return isObject(annotations) && (annotations as { readonly [name: string]: unknown })[FARGATE_OPT_OUT.annotation] === FARGATE_OPT_OUT.value;
}
