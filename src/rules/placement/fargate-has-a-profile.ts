import { FARGATE_PROFILE, FARGATE_PROFILE_LABEL } from '../../facts/fargate';
import { FargateProfile } from '../../manifest/fargate-profile';
import { FargateRequest, fargateRequestOf } from '../../manifest/fargate-reach';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods } from '../../manifest/manifest-set';
import { isOnFargate } from '../fargate-pods';
import { nearestInWords, noSelectorInWords, podsInWords } from '../profile-words';
import { Rule } from '../rule';

export const fargateHasAProfile: Rule = {
  id: 'placement/fargate-has-a-profile',
  severity: 'error',
  title: 'Where there are nodes, a pod that asks for Fargate, by a label or a nodeSelector, has a profile that takes it.',
  link: FARGATE_PROFILE.source,
  check: context => {
    const { manifests, platform, fargateProfiles = [] } = context;
    if (!platform?.nodes || platform.fargate !== 'profiles') return [];
    return manifests.pods.filter(at => !isOnFargate(at, context)).flatMap(at => {
      const request = fargateRequestOf(at);
      return request === undefined ? [] : [{
        at,
        reason: reasonOf(at, request, fargateProfiles),
        remedy: `Add a selector for the namespace '${namespaceOf(at.manifest)}' to the profile, in EKS and in 'fargateProfiles' of the platform; or change the namespace or the pod's labels, or take out what asks for Fargate`,
      }];
    });
  },
};

function reasonOf(at: LocatedPods, request: FargateRequest, profiles: readonly FargateProfile[]): string {
  if (at.manifest.kind === 'DaemonSet') return 'it asks for Fargate, and a DaemonSet has no pods there';
  const near = nearestInWords(at, profiles);
  if ('profile' in request) {
    const label = `the label '${FARGATE_PROFILE_LABEL.name}' of its pods names the Fargate profile '${request.profile}'`;
    return profiles.some(({ name }) => name === request.profile)
      ? `${label}, which has no selector for ${podsInWords(at)}, so they do not run on Fargate${near}`
      : `${label}, which the platform does not declare, so they do not run on Fargate`;
  }
  const none = profiles.length > 0 ? noSelectorInWords(at, profiles) : 'the platform declares no Fargate profile';
  return `its nodeSelector asks for Fargate, and ${none}, so its pods stay Pending${near}`;
}
