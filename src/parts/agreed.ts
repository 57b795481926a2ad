/** Values by name, and which feature gives them, for messages. */
export interface Named<T> {
  readonly from: string;
  readonly values: { readonly [name: string]: T };
}

/**
 * The values of all features by name. What several of them share they say alike, functions by the same function. Two different values are a
 * mistake in the features, and no cluster can cause it.
 */
export function agreed<T>(what: string, given: ReadonlyArray<Named<T>>): { readonly [name: string]: T } {
  const found = new Map<string, { readonly from: string; readonly value: T }>();
  for (const { from, values } of given) {
    for (const [name, value] of Object.entries(values)) {
      const known = found.get(name);
      if (known && !isSame(known.value, value)) throw new Error(`${known.from} and ${from} say different things of ${what} '${name}'`);
      if (!known) found.set(name, { from, value });
    }
  }
  return Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'function' || typeof other === 'function') return one === other;
  return JSON.stringify(one) === JSON.stringify(other);
}
