import { isObject } from './objects-in';

/** A number somewhere in an object. */
export interface FoundNumber {
  /** Keys and positions from the object to the number. */
  readonly path: readonly string[];
  readonly value: number;
}

/** The numbers of the object, however deep, for which the test holds. */
export function numbersIn(json: unknown, wanted: (value: number) => boolean): FoundNumber[] {
  const found: FoundNumber[] = [];
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'number') {
      if (wanted(value)) found.push({ path, value });
    } else if (isObject(value)) {
      for (const [key, member] of Object.entries(value) as Array<[string, unknown]>) {
        // Most values are texts: a path is made for those alone that may lead to a number.
        if (typeof member === 'number' ? wanted(member) : isObject(member)) walk(member, [...path, key]);
      }
    }
  };
  walk(json, []);
  return found;
}
