import { isDnsSubdomain } from './dns-subdomain';
import { ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';

/** A name that Kubernetes takes for a Secret: a DNS subdomain. `option` is where it is written. */
export function requireSecretName(option: string, name: string): string {
  if (isDnsSubdomain(name)) return name;
  throw new ViolationError({
    rule: 'kubernetes/secret-name',
    reason: `'${option}' is '${name}', which is no name for a Secret: Kubernetes takes up to 253 lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit`,
    remedy: "Write another name, for example 'datadog-secret'",
    link: PAGES.objectNames.source,
  });
}

/** A key that Kubernetes takes within a Secret; `option` is where it is written. */
export function requireSecretKey(option: string, key: string): string {
  if (key.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(key)) return key;
  throw new ViolationError({
    rule: 'kubernetes/secret-key',
    reason: `'${option}' is '${key}', which is no key of a Secret: Kubernetes takes up to 253 letters, digits, '-', '_' and '.'`,
    remedy: "Write another key, for example 'api-key'",
    link: PAGES.secrets.source,
  });
}
