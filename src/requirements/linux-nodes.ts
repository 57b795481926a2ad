import { ViolationError } from '../base/violation';
import { NODE_OS_LABEL } from '../facts/labels';

/** A nodeSelector that leaves the operating system as it is. `name` says of whose pods. */
export function requireLinuxNodes(name: string, nodeSelector: { readonly [label: string]: string }): { readonly [label: string]: string } {
  const { name: label, linux } = NODE_OS_LABEL;
  const system = nodeSelector[label];
  if (system === undefined || system === linux) return nodeSelector;
  throw new ViolationError({
    rule: 'kubernetes/linux-nodes',
    reason: `'nodeSelector' of ${name} asks for nodes with '${label}: ${system}', and these pods run an image for Linux`,
    remedy: 'Leave that label out: the pods are for Linux nodes anyway',
    link: NODE_OS_LABEL.source,
  });
}
