import { ViolationError } from '../base/violation';

/** A name that Kubernetes takes for a namespace. */
export function requireNamespace(namespace: string): string {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace)) {
    throw new ViolationError({
      rule: 'kubernetes/namespace-name',
      reason: `'${namespace}' is no name for a namespace: Kubernetes takes 1 to 63 lowercase letters, digits and hyphens, beginning and ending with a letter or digit`,
      remedy: "Write another name, for example 'datadog'",
      link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    });
  }
  return namespace;
}
