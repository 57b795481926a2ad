import { FargateProfile, FargateSelector, matchesSelector } from './fargate-profile';
import { FARGATE_PROFILE_LABEL } from '../facts/fargate';

type Labels = { readonly [name: string]: string };

/** A selector that one change of the pods would satisfy. */
export interface NearMiss {
  readonly profile: string;
  /** What it asks for and the pods have not, for a sentence. */
  readonly wants: string;
}

/** The first profile, by name, with a selector that differs from the pods in their namespace, or in one label, alone. */
export function nearestProfile(namespace: string, labels: Labels, profiles: readonly FargateProfile[]): NearMiss | undefined {
  const named = Object.hasOwn(labels, FARGATE_PROFILE_LABEL.name) ? labels[FARGATE_PROFILE_LABEL.name] : undefined;
  return [...profiles]
    .filter(({ name }) => named === undefined || name === named)
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(({ name, selectors }) => selectors.map(selector => differences(namespace, labels, selector))
      .filter(wants => wants.length === 1)
      .map(([wants]) => ({ profile: name, wants })))[0];
}

function differences(namespace: string, labels: Labels, selector: FargateSelector): string[] {
  const isMet = (part: Partial<FargateSelector>) => matchesSelector(namespace, labels, { namespace: '*', labels: {}, ...part });
  return [
    ...isMet({ namespace: selector.namespace }) ? [] : [`the namespace '${selector.namespace}'`],
    ...Object.entries(selector.labels).filter(([name, value]) => !isMet({ labels: { [name]: value } })).map(([name, value]) => `the label ${name}=${value}`),
  ];
}
