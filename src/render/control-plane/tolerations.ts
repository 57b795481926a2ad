import type { Toleration } from 'kubernetes-types/core/v1';
import { TaintFact } from '../../facts/control-plane/control-plane-fact';

/** Whatever the taint's value: some distributions give it one. */
export function tolerations(taints: readonly TaintFact[]): Toleration[] {
  return taints.map(({ key, effect }) => ({ key, operator: 'Exists', effect }));
}
