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
  return [...profiles]
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .filter(({ name }) => wanted === undefined || name === wanted)
    .find(({ selectors }) => selectors.some(selector => matchesSelector(namespace, labels, selector)));
}

/** The namespace and every label, with `*` for any characters and `?` for one, in names of labels too. */
export function matchesSelector(namespace: string, labels: Labels, selector: FargateSelector): boolean {
  return matches(namespace, selector.namespace) && Object.entries(selector.labels).every(([name, value]) =>
    Object.entries(labels).some(label => matches(label[0], name) && matches(String(label[1]), value)));
}

function matches(text: string, pattern: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
