import { requireLabelValue } from './label-value';
import { requireStrings } from './strings';
import { isMap } from '../base/is-map';
import { ViolationError } from '../base/violation';
import { EKS_CLUSTER_NAME, UPDATE_ADD_ON } from '../facts/eks-add-ons';

interface Labels {
  readonly [name: string]: string;
}

const LABELS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
const NAME = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

export function requireEksClusterName(name: string): string {
  if (EKS_CLUSTER_NAME.pattern.test(name)) return name;
  throw new ViolationError({
    rule: 'eks-add-on/cluster-name',
    reason: `'${name}' is no name of an EKS cluster: up to 100 letters, digits, hyphens and underscores, the first of them a letter or a digit`,
    remedy: 'Write the name by which AWS knows the cluster: aws eks list-clusters shows it',
    link: EKS_CLUSTER_NAME.source,
  });
}

/** Name of an add-on, which stands in commands. */
export function requireAddOnName(name: string): string {
  if (/^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/.test(name)) return name;
  throw new ViolationError({
    rule: 'eks-add-on/name',
    reason: `'${name}' is no name of an add-on: letters, digits, hyphens and underscores`,
    remedy: 'Write the name by which AWS knows it: aws eks describe-addon-versions shows all',
    link: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html',
  });
}

/** Keys of a configuration, the outermost first. */
export function requireKeys(addOn: string, text: string): string[] {
  const keys = text.split('.');
  if (keys.every(key => /^\S+$/.test(key))) return keys;
  throw new ViolationError({
    rule: 'eks-add-on/configuration',
    reason: `'${text}' is no place in the configuration of the add-on ${addOn}: keys with dots between them`,
    remedy: "Write it like 'podLabels' or 'controller.podLabels'",
    link: UPDATE_ADD_ON.source,
  });
}

/** Labels for the pods of an add-on, beside those that it has anyway. */
export function requireAddOnLabels(addOn: string, labels: Labels, own: Labels = {}): Labels {
  requireStrings(`'podLabels' of the add-on ${addOn}`, labels);
  for (const [name, value] of Object.entries(labels)) {
    requireLabelValue(`'${name}' of the add-on ${addOn}`, value);
    const reason = !NAME.test(name)
      ? `'${name}' in 'podLabels' of the add-on ${addOn} is no name of a label`
      : Object.hasOwn(own, name) ? `the pods of the add-on ${addOn} have the label '${name}' already, and its Service finds them by it` : undefined;
    if (reason !== undefined) throw new ViolationError({ rule: 'eks-add-on/pod-label', reason, remedy: "Write a label of your own, for example 'compute-type'", link: LABELS });
  }
  return labels;
}

/** The rest of an add-on's configuration, which says nothing of what options say. */
export function requireAddOnConfiguration(addOn: string, configuration: unknown, taken: readonly string[]): { readonly [key: string]: any } {
  const twice = isMap(configuration) ? taken.find(key => Object.hasOwn(configuration, key)) : undefined;
  if (isMap(configuration) && twice === undefined) return configuration;
  throw new ViolationError({
    rule: 'eks-add-on/configuration',
    reason: twice === undefined ? `'configuration' of the add-on ${addOn} is no object` : `'configuration' of the add-on ${addOn} has '${twice}', which an option says`,
    remedy: twice === undefined ? "Write it as the add-on's schema has it, for example { replicaCount: 3 }" : `Leave '${twice}' out of 'configuration'`,
    link: UPDATE_ADD_ON.source,
  });
}

/** Pods of an add-on on Fargate are taken by a profile. */
export function requireAddOnProfile(
  addOn: string,
  { namespace, labels }: { readonly namespace: string; readonly labels: Labels },
  isTaken: boolean,
): void {
  if (isTaken) return;
  throw new ViolationError({
    rule: 'eks-add-on/has-a-profile',
    reason: `no Fargate profile of the platform takes pods of ${namespace} with ${JSON.stringify(labels)}, so those of the add-on ${addOn} stay Pending`,
    remedy: "Declare a profile with a selector for them, or give them its labels with 'podLabels'",
    link: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
  });
}
