import { isObject, objectsIn } from './objects-in';

interface Requirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

/** Labels of an object; without `all`, it may have others that nobody knows. */
export interface KnownLabels {
  readonly labels: { readonly [name: string]: string };
  readonly all: boolean;
}

/** True when a label selector matches, or may do so for what is known. An empty selector matches everything. */
export function selectorMatches(selector: unknown, { labels, all }: KnownLabels): boolean {
  if (!isObject(selector)) return false;
  const { matchLabels, matchExpressions } = selector as { matchLabels?: object; matchExpressions?: Requirement[] };
  const equal = Object.entries(isObject(matchLabels) ? matchLabels : {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  return [...equal, ...objectsIn<Requirement>(matchExpressions)].every(({ key = '', operator, values }) => {
    const has = Object.hasOwn(labels, key);
    if (!has && !all) return true;
    const listed = has && Array.isArray(values) && values.includes(labels[key]);
    switch (operator) {
      case 'In': return listed;
      case 'NotIn': return !listed;
      case 'Exists': return has;
      case 'DoesNotExist': return !has;
      default: return false;
    }
  });
}
