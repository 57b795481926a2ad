import { envText } from './clear-text-env';
import { objectText } from './clear-text-objects';
import { oncePer } from '../base/once-per';
import { Located } from '../manifest/manifest';
import { ManifestSet } from '../manifest/manifest-set';

/** A secret in clear text in a finished manifest. It never holds the value. */
export interface ClearText {
  readonly at: Located;
  /** Where in the object it is, and what is there, as the beginning of a sentence. */
  readonly where: string;
  /** What to write in its place, as a sentence without its full stop. */
  readonly remedy: string;
  /** False where it only looks like a secret. */
  readonly certain: boolean;
  /** An env var of a container of a workload. */
  readonly inPod: boolean;
}

/** Every secret in clear text that concerns Datadog. Secrets themselves are not looked at. */
export const clearTexts: (manifests: ManifestSet) => readonly ClearText[] = oncePer((manifests: ManifestSet): readonly ClearText[] =>
  [...envText(manifests), ...objectText(manifests)].filter(({ at }) => !at.delivered));
