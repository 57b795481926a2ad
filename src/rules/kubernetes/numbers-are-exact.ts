import { EXACT_NUMBERS } from '../../facts/yaml';
import { suspectValues } from '../../manifest/suspect-values';
import { Rule } from '../rule';

export const numbersAreExact: Rule = {
  id: 'kubernetes/numbers-are-exact',
  severity: 'warning',
  title: 'Whole numbers beyond 2^53 are written as they are meant.',
  link: EXACT_NUMBERS.source,
  check: ({ manifests }) => manifests.objects.flatMap(at => {
    const first = suspectValues(at.manifest).numbers.find(({ value }) => isRounded(value));
    return first === undefined ? [] : [{
      at,
      reason: `'${first.path.join('.')}' is written as ${first.value}; JavaScript rounds whole numbers beyond 2^53, so this is likely not the number that was meant`,
      remedy: 'Where the field takes a text, quote the number; else choose one below 9007199254740992, or add the object by other means, such as kubectl',
    }];
  }),
};

/** What JavaScript writes differs from what it holds: it rounded the number when it read it, or it does when it writes it. */
function isRounded(value: number): boolean {
  return Math.abs(value) <= EXACT_NUMBERS.largest && BigInt(value).toString() !== String(value);
}
