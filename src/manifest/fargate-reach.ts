import { FargateProfile, profileFor } from './fargate-profile';
import { namespaceOf } from './manifest';
import { LocatedPods } from './manifest-set';
import { isObject } from './objects-in';
import { FARGATE_NODE, FARGATE_OPT_OUT, FARGATE_PROFILE_LABEL } from '../facts/fargate';

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

/** How the pods of a workload ask for Fargate: by the profile that a label names, or by a label of nodes. */
export type FargateRequest = { readonly profile: string } | { readonly nodeSelector: true };

export function fargateRequestOf(workload: Pick<LocatedPods, 'template' | 'pod'>): FargateRequest | undefined {
  const profile: unknown = podLabelsOf(workload)[FARGATE_PROFILE_LABEL.name];
  if (typeof profile === 'string') return { profile };
  const selector: unknown = workload.pod.nodeSelector;
  const asks = isObject(selector) && (selector as { readonly [label: string]: unknown })[FARGATE_NODE.key] === FARGATE_NODE.value;
  return asks ? { nodeSelector: true } : undefined;
}

function staysOnNodes({ template }: Template): boolean {
  const annotations: unknown = template.metadata?.annotations;
  return isObject(annotations) && (annotations as { readonly [name: string]: unknown })[FARGATE_OPT_OUT.annotation] === FARGATE_OPT_OUT.value;
}
