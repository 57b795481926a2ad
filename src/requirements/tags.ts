import { requireStrings } from './strings';
import { ViolationError } from '../base/violation';

/** Datadog tags, `key:value`, sorted by key. */
export function requireTags(tags: { readonly [key: string]: string }): string[] {
  return Object.keys(requireStrings("'tags'", tags)).sort().map(key => {
    if (!/^\p{L}/u.test(key) || /[:\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(key)) {
      throw new ViolationError({
        rule: 'datadog/tag-key',
        reason: `'${key}' is no key of a Datadog tag: it begins with a letter, and has no colon and no control character`,
        remedy: "Write another key, for example 'env'",
        link: 'https://docs.datadoghq.com/getting_started/tagging/#define-tags',
      });
    }
    return `${key}:${tags[key]}`;
  });
}
