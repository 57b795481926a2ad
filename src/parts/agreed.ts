import { itemsByName } from './items-by-name';

/** Values by name, and which feature gives them, for messages. */
export interface Named<T> {
  readonly from: string;
  readonly values: { readonly [name: string]: T };
}

/**
 * The values of all features by name. Where several of them give a value for a name, it is the same value, and a function is the same function.
 * Two different values are a mistake in the features, and no cluster can cause it.
 */
export function agreed<T>(what: string, given: ReadonlyArray<Named<T>>): { readonly [name: string]: T } {
  const items = given.flatMap(({ from, values }) => Object.entries(values).map(([name, item]) => ({ name, from, item })));
  return Object.fromEntries(itemsByName(items, (one, other) =>
    new Error(`${one.from} and ${other.from} say different things of ${what} '${one.name}'`)));
}
