import { Fact } from './fact';

/** Namespaces that every cluster has from the start. */
export const SYSTEM_NAMESPACES: Fact & { readonly names: readonly string[] } = {
  names: ['default', 'kube-system', 'kube-public', 'kube-node-lease'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
  checkedOn: '2026-11-21',
};
