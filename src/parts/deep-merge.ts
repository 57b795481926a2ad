import { isMap } from '../base/is-map';

/** A tree of options, and which feature writes it, for messages. */
export interface Tree {
  readonly from: string;
  readonly tree: { readonly [key: string]: any };
}

/** Trees as one. What two of them say alike is there once. Two values of one key are a mistake in the features, and no cluster can cause it. */
export function deepMerge(trees: readonly Tree[]): { readonly [key: string]: any } {
  const merged: { [key: string]: any } = {};
  const writers = new Map<string, string>();
  trees.forEach(({ from, tree }) => add(merged, tree, '', from, writers));
  return merged;
}

function add(into: { [key: string]: any }, tree: { readonly [key: string]: any }, path: string, from: string, writers: Map<string, string>): void {
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (isMap(value) && (into[key] === undefined || isMap(into[key]))) {
      into[key] ??= {};
      add(into[key], value, here, from, writers);
    } else if (Object.hasOwn(into, key) && JSON.stringify(into[key]) !== JSON.stringify(value)) {
      throw new Error(`${writers.get(here) ?? 'another feature'} and ${from} write different values of ${here}`);
    } else {
      into[key] = value;
    }
    if (!writers.has(here)) writers.set(here, from);
  }
}
