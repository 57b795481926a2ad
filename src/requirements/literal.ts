import { ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';

/** A key that stands in the code. Never shows it. */
export function requireLiteralKey(option: string, key: string): string {
  return usable(option, typeof key === 'string' && key.trim() !== '' ? undefined : 'has no text', key);
}

/** A token that stands in the code: no end of a line, no space, for Agents send it in a header. Never shows it. */
export function requireLiteralToken(option: string, token: string): string {
  const fault = typeof token !== 'string' ? 'has no text' : /\s/.test(token) ? 'has a space or the end of a line in it' : undefined;
  return usable(option, fault, token);
}

function usable(option: string, fault: string | undefined, value: string): string {
  if (!fault) return value;
  throw new ViolationError({
    rule: 'credentials/literal-value-is-usable',
    reason: `the value of '${option}' ${fault}`,
    remedy: 'Give the value alone; of one that is read from a file or the environment, see that it is there, and without spaces around it',
    link: PAGES.secrets.source,
  });
}
