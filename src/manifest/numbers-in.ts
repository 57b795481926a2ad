import { Manifest } from './manifest';
import { isObject } from './objects-in';
import { oncePer } from '../base/once-per';

/** A number somewhere in an object. */
export interface FoundNumber {
  /** Keys and positions from the object to the number. */
  readonly path: readonly string[];
  readonly value: number;
}

/** The numbers of the object, however deep, that JavaScript may have changed: those that are not finite, and whole ones beyond 2^53. */
export const suspectNumbers = oncePer((manifest: Manifest): readonly FoundNumber[] => {
  const found: FoundNumber[] = [];
  const walk = (json: object, path: readonly string[]) => {
    for (const [key, value] of Object.entries(json) as Array<[string, unknown]>) {
      if (typeof value === 'number') {
        if (isSuspect(value)) found.push({ path: [...path, key], value });
      } else if (isObject(value)) {
        walk(value, [...path, key]);
      }
    }
  };
  walk(manifest, []);
  return found;
});

function isSuspect(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
