/**
 * What a name says of its value: `secret` for any text, `perhaps` only for a text that looks random, `digest` for long
 * and harmless texts, `pattern` for regular expressions that secrets are found by.
 */
export type NameHint = 'secret' | 'perhaps' | 'digest' | 'pattern' | undefined;

/** Last words of names whose values are secrets, whatever the text is. */
const SECRET_WORDS = new Set([
  'password', 'passwords', 'passwd', 'pwd', 'pswd', 'pass', 'passphrase', 'passcode', 'token', 'tokens',
  'apikey', 'apikeys', 'appkey', 'appkeys', 'authtoken', 'accesstoken', 'privatekey', 'privkey', 'authkey', 'clientsecret',
]);
/** Words before `key` that make it one. */
const SECRET_KEYS = new Set(['api', 'app', 'application', 'private', 'priv', 'authentication', 'privacy', 'encryption', 'signing', 'account', 'license']);
/** Words before `secret` that make it a value and not the name of a Secret. */
const SECRET_SECRETS = new Set(['client', 'consumer', 'token', 'shared', 'webhook']);
/** Last words of names that hold secrets and harmless texts alike. */
const PERHAPS_WORDS = new Set(['secret', 'secrets', 'credential', 'credentials', 'auth', 'authorization', 'cookie', 'community', 'dsn', 'key', 'keys', 'secretkey', 'accesskey']);
/** Words of names whose values are long and harmless: digests, commits, ids. */
const DIGEST_WORDS = new Set(['sha', 'sha1', 'sha256', 'md5', 'digest', 'hash', 'checksum', 'commit', 'revision', 'version', 'id', 'uid', 'uuid', 'tag', 'tags', 'image', 'build', 'release', 'fingerprint']);

/** `api`, `key` of `DD_API_KEY`'s end, `apiKey`, `api-key` and `x.y[0].api_key`. */
export function wordsOf(name: string): string[] {
  const last = name.replace(/\[\d*\]/g, '').split('.').filter(part => part !== '').at(-1) ?? '';
  return last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');
}

/** What a name says of its value. Names of what only points to a secret (`secretName`, `tokenPath`, `passwordKey`) say nothing. */
export function nameHint(name: string): NameHint {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (/^(regexp?|pattern)s?$/.test(last)) return 'pattern';
  if (SECRET_WORDS.has(last)) return 'secret';
  if (last === 'key' || last === 'keys') {
    if (SECRET_KEYS.has(before) || (before === 'access' && words.includes('secret'))) return 'secret';
    // A key within a Secret: passwordKey, apiKeyKey, tokenKey.
    return SECRET_WORDS.has(before) || before === 'key' ? undefined : 'perhaps';
  }
  if ((last === 'secret' && SECRET_SECRETS.has(before)) || (/^strings?$/.test(last) && before === 'community')) return 'secret';
  if (PERHAPS_WORDS.has(last)) return 'perhaps';
  return words.some(word => DIGEST_WORDS.has(word)) ? 'digest' : undefined;
}
