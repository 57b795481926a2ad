import { ViolationError } from '../base/violation';

const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** True for a key that Kubernetes takes for a label or an annotation: a name of up to 63 characters, and a DNS subdomain with a slash before it or not. */
export function isQualifiedName(key: string): boolean {
  const [name, prefix, ...more] = key.split('/').reverse();
  return more.length === 0 && NAME.test(name) && (prefix === undefined || (prefix.length <= 253 && PREFIX.test(prefix)));
}

/** Keys that Kubernetes takes; `of` names the option that has them, for the error. */
export function requireQualifiedNames<T extends { readonly [name: string]: string }>(of: string, values: T): T {
  const wrong = Object.keys(values).find(key => !isQualifiedName(key));
  if (wrong === undefined) return values;
  throw new ViolationError({
    rule: 'kubernetes/qualified-name',
    reason: `'${wrong.slice(0, 80)}' in ${of} is not a valid key: Kubernetes takes up to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit, and before a slash a domain in lowercase`,
    remedy: "Write another key, for example 'acme.example/team'",
    link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  });
}
