import { ViolationError } from '../base/violation';
import { FARGATE_PROFILE } from '../facts/fargate';

interface Profile {
  readonly name: string;
  readonly selectors: ReadonlyArray<{ readonly namespace: string }>;
}

/** A Fargate profile as EKS takes it: a name, and 1 to 5 selectors with a namespace. */
export function requireFargateProfile<T extends Profile>(profile: T): T {
  const fault = faultOf(profile);
  if (fault) throw new ViolationError({ rule: 'platform/fargate-profile', ...fault, link: FARGATE_PROFILE.source });
  return profile;
}

function faultOf({ name, selectors }: Profile): { readonly reason: string; readonly remedy: string } | undefined {
  const max = FARGATE_PROFILE.maxSelectors;
  if (!name) return { reason: 'a Fargate profile has no name', remedy: 'Write its name in EKS' };
  if (selectors.length === 0 || selectors.length > max) {
    return { reason: `the Fargate profile '${name}' has ${selectors.length} selectors, and EKS takes 1 to ${max}`, remedy: 'Declare it as it is in EKS' };
  }
  return selectors.some(({ namespace }) => !namespace)
    ? { reason: `a selector of the Fargate profile '${name}' has no namespace`, remedy: "Write the namespace; '*' stands for every one" }
    : undefined;
}
