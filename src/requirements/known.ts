import { ViolationError } from '../base/violation';

/**
 * One of the values that there are. Other languages have an enum for it, and JavaScript has not. `option` says where it is given.
 */
export function requireKnown<T extends string>(option: string, given: string, known: readonly T[], link: string): T {
  const value = known.find(name => name === given);
  if (value !== undefined) return value;
  throw new ViolationError({
    rule: 'options/value-is-known',
    reason: `${option} is '${given}', and the library knows ${known.map(name => `'${name}'`).join(', ')}`,
    remedy: 'Write one of them, or leave the option out',
    link,
  });
}
