/** Something of a name, and where it comes from, for messages. */
export interface NamedItem<T> {
  readonly name: string;
  readonly from: string;
  readonly item: T;
}

/** The items by name, in the order of their first. Throws what `clash` makes where two of a name differ; functions differ unless they are the same one. */
export function itemsByName<T>(given: ReadonlyArray<NamedItem<T>>, clash: (one: NamedItem<T>, other: NamedItem<T>) => Error): Map<string, T> {
  const found = new Map<string, NamedItem<T>>();
  for (const other of given) {
    const one = found.get(other.name);
    if (one && !isSame(one.item, other.item)) throw clash(one, other);
    if (!one) found.set(other.name, other);
  }
  return new Map([...found].map(([name, { item }]) => [name, item]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'function' || typeof other === 'function') return one === other;
  return JSON.stringify(one) === JSON.stringify(other);
}
