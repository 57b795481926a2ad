/** The objects of a list as somebody wrote it by hand: none where it is no list, and nothing that is no object. */
export function objectsIn<T>(list: readonly T[] | null | undefined): T[] {
  return Array.isArray(list) ? list.filter((item): item is T => isObject(item)) : [];
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
