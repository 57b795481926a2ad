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

/** Profiles that are declared: at least one, for without any no pod would run, and one of a name. */
export function requireFargateProfiles<T extends Profile>(profiles: readonly T[]): readonly T[] {
  const names = profiles.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (profiles.length > 0 && twice === undefined) return profiles.map(requireFargateProfile);
  throw new ViolationError({
    rule: 'platform/fargate-profile',
    reason: twice === undefined
      ? "'fargateProfiles' is empty, and without a Fargate profile no pod runs"
      : `there are two Fargate profiles '${twice}', and EKS has one of a name`,
    remedy: twice === undefined
      ? 'Declare at least one, or leave the option out: every namespace is then taken to have one'
      : 'Declare it once, with all its selectors',
    link: FARGATE_PROFILE.source,
  });
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
