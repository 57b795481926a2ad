import { isObject } from './objects-in';

/** A text somewhere in an object: a value, or the last key of the path. */
export interface FoundText {
  /** Keys and positions from the object to the text. */
  readonly path: readonly string[];
  readonly isKey: boolean;
}

/** The first text of the object, however deep, for which the test holds. */
export function firstTextIn(json: object, wanted: (text: string) => boolean): FoundText | undefined {
  for (const [key, member] of Object.entries(json) as Array<[string, unknown]>) {
    if (wanted(key)) return { path: [key], isKey: true };
    if (typeof member === 'string' && wanted(member)) return { path: [key], isKey: false };
    const inside = isObject(member) ? firstTextIn(member, wanted) : undefined;
    if (inside) return { ...inside, path: [key, ...inside.path] };
  }
  return undefined;
}
