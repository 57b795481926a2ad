import { REFLECTOR } from '../../facts/reflector';

/** Annotations by which Reflector copies a Secret to the namespaces. */
export function reflectorAnnotations(namespaces: readonly string[]): { [name: string]: string } {
  // An empty list would be every namespace of the cluster.
  if (namespaces.length === 0) return { [REFLECTOR.allowed]: 'false', [REFLECTOR.autoEnabled]: 'false' };
  const list = [...namespaces].sort().join(',');
  return {
    [REFLECTOR.allowed]: 'true',
    [REFLECTOR.allowedNamespaces]: list,
    [REFLECTOR.autoEnabled]: 'true',
    [REFLECTOR.autoNamespaces]: list,
  };
}

/** Their names. */
export const REFLECTOR_ANNOTATIONS: readonly string[] = [
  REFLECTOR.allowed,
  REFLECTOR.allowedNamespaces,
  REFLECTOR.autoEnabled,
  REFLECTOR.autoNamespaces,
];
