import { requireStrings } from './strings';
import { ViolationError } from '../base/violation';

/** Labels or annotations by the tags that they become. `*` stands for every name, with `%%label%%` or `%%annotation%%` in the tag. */
export function requireTagSource<T extends { readonly [name: string]: string }>(option: string, tags: T): T {
  const part = `'${option}' of features.tags`;
  const empty = Object.entries(requireStrings(part, tags)).find(([name, tag]) => name === '' || tag.trim() === '');
  if (!empty) return tags;
  throw new ViolationError({
    rule: 'tags/source',
    reason: empty[0] === '' ? `${part} has an entry without a name, which no object carries` : `${part} has no tag for '${empty[0]}'`,
    remedy: "Write the name of a label or annotation and the key of the tag, for example { 'app.kubernetes.io/part-of': 'system' }",
    link: 'https://docs.datadoghq.com/containers/kubernetes/tag/',
  });
}
