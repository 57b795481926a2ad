import { FARGATE_PROFILE, FARGATE_PROFILE_LABEL } from '../../facts/fargate';
import { FargateProfile, profileFor } from '../../manifest/fargate-profile';
import { podLabelsOf } from '../../manifest/fargate-reach';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods } from '../../manifest/manifest-set';
import { fargatePods } from '../fargate-pods';
import { nearestInWords, noSelectorInWords, podsInWords } from '../profile-words';
import { Rule } from '../rule';

export const profileMatches: Rule = {
  id: 'fargate/profile-matches',
  severity: 'error',
  title: 'Every pod matches one of the declared Fargate profiles; any other would stay Pending.',
  link: FARGATE_PROFILE.source,
  check: context => {
    const { fargateProfiles = [] } = context;
    return fargateProfiles.length === 0 ? [] : fargatePods(context)
      .filter(at => !profileFor(namespaceOf(at.manifest), podLabelsOf(at), fargateProfiles))
      .map(at => ({
        at,
        reason: describe(at, fargateProfiles),
        remedy: `Add a selector for the namespace '${namespaceOf(at.manifest)}' in EKS and in 'fargateProfiles' of the platform, or change the namespace or the pod's labels`,
      }));
  },
};

function describe(at: LocatedPods, profiles: readonly FargateProfile[]): string {
  const wanted = podLabelsOf(at)[FARGATE_PROFILE_LABEL.name];
  const none = wanted ? `'${wanted}', the Fargate profile of their label, has no selector for ${podsInWords(at)}` : noSelectorInWords(at, profiles);
  return `${none}, so they stay Pending${nearestInWords(at, profiles)}`;
}
