import { requireQualifiedNames } from './label-key';
import { requireLabelValue } from './label-value';
import { requireLinuxNodes } from './linux-nodes';

/** A nodeSelector with values of labels that there can be, and for nodes with Linux. `name` says of whose pods. */
export function requireNodeSelector(name: string, nodeSelector: { readonly [label: string]: string }): { readonly [label: string]: string } {
  requireQualifiedNames(`'nodeSelector' of ${name}`, nodeSelector);
  Object.entries(nodeSelector).forEach(([label, value]) => requireLabelValue(`the label '${label}' in 'nodeSelector' of ${name}`, value));
  return requireLinuxNodes(name, nodeSelector);
}
