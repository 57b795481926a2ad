import { UNREADABLE_CHARACTERS } from '../../facts/yaml';
import { FoundText, suspectValues } from '../../manifest/suspect-values';
import { Rule } from '../rule';

export const textsAreReadable: Rule = {
  id: 'kubernetes/texts-are-readable',
  severity: 'error',
  title: 'Texts have only characters that kubectl reads as cdk8s writes them.',
  link: UNREADABLE_CHARACTERS.source,
  check: ({ manifests }) => manifests.objects.flatMap(at => {
    const [found] = suspectValues(at.manifest).unreadable;
    return found === undefined ? [] : [{
      at,
      reason: `${placeOf(found)} has a control character, a line separator or half of a character pair. cdk8s does not escape it, so kubectl refuses the whole file or reads another text`,
      remedy: 'Remove the character, which often comes with pasted text, or put the text into the binaryData of a ConfigMap',
    }];
  }),
};

/** A key is not shown: it has the character. */
function placeOf({ path, isKey }: FoundText): string {
  if (!isKey) return `the text at '${path.join('.')}'`;
  return path.length > 1 ? `a key at '${path.slice(0, -1).join('.')}'` : 'a key';
}
