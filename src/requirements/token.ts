import { isSecretHandle } from './secret-value';
import { ViolationError } from '../base/violation';
import { TOKEN_LENGTH } from '../facts/secrets';

/** Why the Agents would not accept the token, or undefined where they do. Never shows it. */
export function tokenFault(token: string): string | undefined {
  if (isSecretHandle(token)) return undefined;
  if (/[\r\n]/.test(token)) return 'the Cluster Agent token has the end of a line in it, and the Agents send it in a header';
  return token.length < TOKEN_LENGTH.min
    ? `the Cluster Agent token has ${token.length} characters and the Agents refuse one of fewer than ${TOKEN_LENGTH.min}`
    : undefined;
}

export const TOKEN_REMEDY = `Make one with at least ${TOKEN_LENGTH.min}, for example with 'openssl rand -hex 32'`;

export function requireToken(token: string): string {
  const reason = tokenFault(token);
  if (reason) throw new ViolationError({ rule: 'credentials/token-length', reason, remedy: TOKEN_REMEDY, link: TOKEN_LENGTH.source });
  return token;
}
