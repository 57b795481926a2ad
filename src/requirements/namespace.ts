import { ViolationError } from '../base/violation';

/** True for a name that Kubernetes takes for a namespace. */
export function isNamespaceName(name: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
}

/** A name that Kubernetes takes for a namespace. */
export function requireNamespace(namespace: string): string {
  if (!isNamespaceName(namespace)) {
    throw new ViolationError({
      rule: 'kubernetes/namespace-name',
      reason: `'${namespace}' is no name for a namespace: Kubernetes takes 1 to 63 lowercase letters, digits and hyphens, beginning and ending with a letter or digit`,
      remedy: "Write another name, for example 'datadog'",
      link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    });
  }
  return namespace;
}
