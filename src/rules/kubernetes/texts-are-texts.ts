import { TEXT_FIELDS } from '../../facts/yaml';
import { brokenMaps, otherThanTexts } from '../../manifest/text-fields';
import { Rule } from '../rule';

export const textsAreTexts: Rule = {
  id: 'kubernetes/texts-are-texts',
  severity: 'error',
  title: 'Labels, annotations, arguments, env vars and the values of ConfigMaps are texts.',
  link: TEXT_FIELDS.source,
  check: ({ manifests }) => manifests.objects.flatMap(at => {
    const [broken] = brokenMaps(at.manifest);
    if (broken !== undefined) {
      return [{
        at,
        reason: `${broken} are no names with values, so the API server refuses the object`,
        remedy: "Write 'name: value', with a space behind the colon",
      }];
    }
    const others = otherThanTexts(at.manifest);
    if (others.length === 0) return [];
    const [first] = others;
    return [{
      at,
      reason: `${first.where} is ${kindOf(first.value)}${others.length > 1 ? `, and ${others.length - 1} more of its fields are no texts either` : ''}, and the API server takes a text there alone`,
      remedy: "Quote it, as in '\"true\"'. Include reads YAML 1.1, where 09:30 is the number 570, yes is true, and a single dot is NaN",
    }];
  }),
};

/** The value itself may be a secret. */
function kindOf(value: unknown): string {
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN, which is not a number that JSON knows' : 'a number';
  if (typeof value === 'boolean') return 'true or false without quotes';
  return Array.isArray(value) ? 'a list' : 'an object';
}
