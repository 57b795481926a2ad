import { oncePer } from '../base/once-per';
import { FARGATE_PROFILE_LABEL } from '../facts/fargate';

/** Pods that AWS takes for Fargate. */
export interface FargateProfile {
  readonly name: string;
  readonly selectors: readonly FargateSelector[];
}

export interface FargateSelector {
  readonly namespace: string;
  readonly labels: Labels;
}

type Labels = { readonly [name: string]: string };

/** The profile that a pod runs by; undefined where none takes it. */
export function profileFor(namespace: string, labels: Labels, profiles: readonly FargateProfile[]): FargateProfile | undefined {
  const wanted = Object.hasOwn(labels, FARGATE_PROFILE_LABEL.name) ? labels[FARGATE_PROFILE_LABEL.name] : undefined;
  return inOrder(profiles)
    .filter(({ name }) => wanted === undefined || name === wanted)
    .find(({ selectors }) => selectors.some(selector => matchesSelector(namespace, labels, selector)));
}

const inOrder = oncePer((profiles: readonly FargateProfile[]): readonly FargateProfile[] => [...profiles].sort((a, b) => a.name < b.name ? -1 : 1));

/** The namespace and every label, with `*` for any characters and `?` for one, in names of labels too. */
export function matchesSelector(namespace: string, labels: Labels, selector: FargateSelector): boolean {
  const wanted = patternsOf(selector);
  return wanted.namespace.test(namespace) && wanted.labels.every(([name, value]) =>
    Object.entries(labels).some(label => name.test(label[0]) && value.test(String(label[1]))));
}

const patternsOf = oncePer(({ namespace, labels }: FargateSelector) => ({
  namespace: patternOf(namespace),
  labels: Object.entries(labels).map(([name, value]) => [patternOf(name), patternOf(value)]),
}));

function patternOf(text: string): RegExp {
  const source = text.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
