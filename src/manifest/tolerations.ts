import type { Toleration } from 'kubernetes-types/core/v1';

/** A taint of a node. */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** The pod may be on nodes with the taint. @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
export function toleratesTaint({ key, operator = 'Equal', value = '', effect }: Toleration, taint: Taint): boolean {
  if (effect && effect !== taint.effect) return false;
  if (!key) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || value === taint.value);
}

/** Every taint that the second toleration is for, the first is for as well. */
export function tolerationCovers({ key, operator = 'Equal', value = '', effect }: Toleration, other: Toleration): boolean {
  if (effect && effect !== other.effect) return false;
  if (!key) return operator === 'Exists';
  return key === other.key && (operator === 'Exists' || (other.operator !== 'Exists' && value === (other.value ?? '')));
}

/** A toleration for a sentence. */
export function describeToleration({ key, operator, value, effect }: Toleration): string {
  return `{ key: '${key}', ${operator === 'Exists' ? "operator: 'Exists'" : `value: '${value ?? ''}'`}${effect ? `, effect: '${effect}'` : ''} }`;
}
