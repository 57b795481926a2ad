import { Fact } from './fact';

/**
 * Annotations by which Reflector copies a Secret to other namespaces. A list is of regular expressions that must match
 * the whole name, with commas between them. An empty list, and an absent one, stands for every namespace.
 */
export const REFLECTOR = {
  allowed: 'reflector.v1.k8s.emberstack.com/reflection-allowed',
  allowedNamespaces: 'reflector.v1.k8s.emberstack.com/reflection-allowed-namespaces',
  autoEnabled: 'reflector.v1.k8s.emberstack.com/reflection-auto-enabled',
  autoNamespaces: 'reflector.v1.k8s.emberstack.com/reflection-auto-namespaces',
  source: 'https://github.com/emberstack/kubernetes-reflector#usage',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;
