import type { PodSpec } from 'kubernetes-types/core/v1';
import { selectorMatches } from './label-selector';
import { isObject, objectsIn } from './objects-in';

interface Expression {
  readonly key?: string;
}

/** The pod goes to no node that has the value for these labels, by what it says of them; of other labels nothing is known. */
export function choosesOtherThan({ nodeSelector, affinity }: PodSpec, keys: readonly string[], value: string): boolean {
  const labels = Object.fromEntries(keys.map(key => [key, value]));
  const selector: unknown = nodeSelector;
  const chosen = isObject(selector) ? Object.entries(selector).filter(([key]) => keys.includes(key)) : [];
  if (chosen.some(([, wanted]) => wanted !== value)) return true;
  const terms = objectsIn(affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms);
  // One of the terms is enough for a node.
  return terms.length > 0 && terms.every(({ matchExpressions }) => {
    const expressions = objectsIn<Expression>(matchExpressions).filter(({ key }) => keys.includes(key ?? ''));
    return expressions.length > 0 && !selectorMatches({ matchExpressions: expressions }, { labels, all: true });
  });
}
