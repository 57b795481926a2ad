import { EXACT_NUMBERS } from '../../facts/yaml';
import { suspectValues } from '../../manifest/suspect-values';
import { Rule } from '../rule';

export const numbersAreFinite: Rule = {
  id: 'kubernetes/numbers-are-finite',
  severity: 'error',
  title: 'No number of a manifest is NaN or infinite.',
  link: EXACT_NUMBERS.source,
  check: ({ manifests }) => manifests.objects.flatMap(at => {
    const first = suspectValues(at.manifest).numbers.find(({ value }) => !Number.isFinite(value));
    return first === undefined ? [] : [{
      at,
      reason: `'${first.path.join('.')}' is ${first.value}, which JSON does not know, so kubectl refuses the object`,
      remedy: 'Write a number, or quote what is meant as a text. Include reads YAML 1.1, where a single dot without quotes is NaN',
    }];
  }),
};
