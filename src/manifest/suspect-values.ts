import { Manifest } from './manifest';
import { isObject } from './objects-in';
import { oncePer } from '../base/once-per';
import { OCTAL_TEXTS, UNREADABLE_CHARACTERS } from '../facts/yaml';

/** A value somewhere in an object. */
interface Found {
  /** Keys and positions from the object to the value. */
  readonly path: readonly string[];
}

export interface FoundNumber extends Found {
  readonly value: number;
}

export interface FoundText extends Found {
  /** The text is the last key of the path, and not the value there. */
  readonly isKey: boolean;
}

/** Values of an object, however deep, that a reader of its YAML may take for others. Each list is in the order of the object. */
export interface SuspectValues {
  /** Numbers that JavaScript may have changed: those that are not finite, and whole ones beyond 2^53. */
  readonly numbers: readonly FoundNumber[];
  /** Texts with characters that kubectl does not read as cdk8s writes them. */
  readonly unreadable: readonly FoundText[];
  /** Texts that readers of YAML 1.2 take for octal numbers. */
  readonly octal: readonly FoundText[];
}

/** One walk for all rules that ask: most of the time goes into the walk. */
export const suspectValues = oncePer((manifest: Manifest): SuspectValues => {
  const numbers: FoundNumber[] = [];
  const unreadable: FoundText[] = [];
  const octal: FoundText[] = [];
  const look = (text: string, parent: readonly string[], key: string, isKey: boolean) => {
    if (UNREADABLE_CHARACTERS.pattern.test(text)) unreadable.push({ path: [...parent, key], isKey });
    if (OCTAL_TEXTS.pattern.test(text)) octal.push({ path: [...parent, key], isKey });
  };
  const walk = (json: object, path: readonly string[]) => {
    for (const [key, value] of Object.entries(json) as Array<[string, unknown]>) {
      look(key, path, key, true);
      if (typeof value === 'string') look(value, path, key, false);
      else if (typeof value === 'number' && isSuspect(value)) numbers.push({ path: [...path, key], value });
      else if (isObject(value)) walk(value, [...path, key]);
    }
  };
  walk(manifest, []);
  return { numbers, unreadable, octal };
});

function isSuspect(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
