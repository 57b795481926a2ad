import { isSecretHandle } from './secret-value';
import { ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';

/** A key or a token that stands in the code: no end of a line and no space, for Agents send it in a header. Never shows it. */
export function requireLiteral(option: string, value: string): string {
  if (isSecretHandle(value)) return value;
  const fault = typeof value !== 'string' || value.trim() === '' ? 'has no text' : /\s/.test(value) ? 'has a space or the end of a line in it' : undefined;
  if (!fault) return value;
  throw new ViolationError({
    rule: 'credentials/literal-value-is-usable',
    reason: `the value of '${option}' ${fault}`,
    remedy: 'Write the value alone. Where it is read from a file or from the environment, make sure that it is there, and remove the spaces around it',
    link: PAGES.secrets.source,
  });
}
