import { quoted } from './words';
import { FargateProfile } from '../manifest/fargate-profile';
import { podLabelsOf } from '../manifest/fargate-reach';
import { namespaceOf } from '../manifest/manifest';
import { LocatedPods } from '../manifest/manifest-set';
import { nearestProfile } from '../manifest/nearest-profile';

/** The pods of a workload as a profile sees them, for a sentence. */
export function podsInWords(at: LocatedPods): string {
  const labels = Object.entries(podLabelsOf(at)).map(([name, value]) => `${name}=${value}`);
  return `pods in the namespace '${namespaceOf(at.manifest)}' with ${labels.length > 0 ? `the labels ${labels.join(', ')}` : 'no labels'}`;
}

/** That no profile has a selector for the pods, for a sentence. */
export function noSelectorInWords(at: LocatedPods, profiles: readonly FargateProfile[]): string {
  const none = profiles.length === 1 ? `the Fargate profile '${profiles[0].name}' has no selector` : `none of the Fargate profiles ${quoted(profiles.map(p => p.name))} has a selector`;
  return `${none} for ${podsInWords(at)}`;
}

/** The selector that one change of the pods would satisfy, as the end of a sentence; nothing where there is none. */
export function nearestInWords(at: LocatedPods, profiles: readonly FargateProfile[]): string {
  const near = nearestProfile(namespaceOf(at.manifest), podLabelsOf(at), profiles);
  return near ? `; a selector of '${near.profile}' wants but ${near.wants}` : '';
}
