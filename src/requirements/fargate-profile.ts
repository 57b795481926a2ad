import { isQualifiedName } from './label-key';
import { ViolationError } from '../base/violation';
import { FARGATE_PROFILE, FARGATE_PROFILE_NAME } from '../facts/fargate';

interface Profile {
  readonly name: string;
  readonly selectors: ReadonlyArray<{ readonly namespace: string; readonly labels?: { readonly [name: string]: string } }>;
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
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(name)) {
    return {
      reason: `a Fargate profile is called '${name.slice(0, 80)}', and its name is the value of a label on its pods: up to 63 letters, digits, '-', '_' and '.'`,
      remedy: 'Write its name in EKS',
    };
  }
  if (name.startsWith(FARGATE_PROFILE_NAME.reservedPrefix)) {
    return { reason: `a Fargate profile is called '${name}', and EKS keeps names that begin with '${FARGATE_PROFILE_NAME.reservedPrefix}' for itself`, remedy: 'Write the name that it has in EKS' };
  }
  const wrong = selectors.find(({ namespace }) => namespace && !/^(?!-)[a-z0-9*?-]{1,63}(?<!-)$/.test(namespace));
  if (wrong) {
    return { reason: `a selector of the Fargate profile '${name}' has the namespace '${wrong.namespace.slice(0, 80)}', which is not a valid name`, remedy: "Write the name of a namespace, where '*' and '?' stand for other characters" };
  }
  const label = selectors.flatMap(({ labels }) => Object.entries(labels ?? {})).find(([key, value]) => !isQualifiedName(wild(key)) || !/^([A-Za-z0-9*?]([A-Za-z0-9._*?-]{0,61}[A-Za-z0-9*?])?)?$/.test(value));
  if (label) {
    return { reason: `a selector of the Fargate profile '${name}' has the label '${label[0].slice(0, 80)}', and its key or its value is not valid for a label`, remedy: 'Write the label as its pods have it' };
  }
  if (selectors.length === 0 || selectors.length > max) {
    return { reason: `the Fargate profile '${name}' has ${selectors.length} selectors, and EKS takes 1 to ${max}`, remedy: 'Declare it as it is in EKS' };
  }
  return selectors.some(({ namespace }) => !namespace)
    ? { reason: `a selector of the Fargate profile '${name}' has no namespace`, remedy: "Write the namespace; '*' stands for every one" }
    : undefined;
}

/** EKS takes `*` and `?` in selectors. */
function wild(key: string): string {
  return key.replace(/[*?]/g, 'x');
}
