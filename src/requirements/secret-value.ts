import { nameHint, wordsOf } from './secret-name';
import { ADDITIONAL_ENDPOINTS, PASSWORD_PARAMETER, PUBLIC_TOKEN, SECRET_HANDLE, SECRET_SHAPES, URL_PASSWORD } from '../facts/secret-shapes';

/** Why a value is a secret in clear text. It never holds the value. */
export interface SecretSign {
  /** What the value is, for a sentence: 'a password in a URL', 'an API key of Datadog'. */
  readonly what: string;
  /** False where something harmless may look the same. A rule warns of such a value, and an error never prints it. */
  readonly certain: boolean;
}

/** A secret within an object, a list or a text. */
export interface FoundSecret extends SecretSign {
  /** Where it is, from the outermost name on: `instances[0].password`. */
  readonly path: string;
}

/** What stands for a value that comes from elsewhere: template variables, env vars, addresses of secret stores. */
const REFERENCES = [
  SECRET_HANDLE.pattern,
  /^(%%[^%\s]+%%|\$\([\w.-]+\)|\$\{[^}]+\}|\$[A-Z_]\w*|\{\{[\s\S]*\}\})$/,
  /^(vault:|op:\/\/|ref\+|secretref[+:]|arn:aws[\w-]*:(secretsmanager|ssm):|projects\/[^/]+\/secrets\/)/,
];
/** Placeholders, which open nothing: `<your key>`, `***`, `XXX`. */
const PLACEHOLDER = /^(<[^<>]*>|[*x.]{3,})$/i;
const NO_SECRETS = /^(true|false|yes|no|on|off|null|none|nil|undefined|~)$/i;
const PATH = /^(\/[\w.@-]+){2,}$/;

/** True for a handle of the Agent's secret backend: `ENC[...]` as the whole text. */
export function isSecretHandle(value: unknown): boolean {
  return typeof value === 'string' && SECRET_HANDLE.pattern.test(value);
}

/** True for a text that only names where a value comes from: `ENC[...]`, `%%env_X%%`, `$(X)`, `${X}`, `{{ ... }}`. */
export function isReference(value: string): boolean {
  return REFERENCES.some(pattern => pattern.test(value.trim()));
}

/** True for a text that stands for a value that is still to be written: `<your key>`, `***`, `XXX`. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value.trim());
}

/** True for a text that a person does not type: letters and digits mixed, twelve or more of them in a row. */
export function looksRandom(value: string): boolean {
  return !/\s/.test(value) && value.length >= 16
    && value.split(/[-_.:/]/).some(part => part.length >= 12 && /[A-Za-z]/.test(part) && (part.match(/\d/g) ?? []).length >= 2);
}

/**
 * Tells whether a single value is a secret in clear text, by its shape (keys of Datadog, private keys, JSON Web Tokens, passwords in
 * URLs, bearer tokens) and by the name of its field (password, token, api_key and the like, in any case and spelling). Undefined for
 * empty values, booleans, references (see {@link isReference}), placeholders, client tokens (which are public), regular expressions, paths of files, names of Secrets and keys within them. `name` may be a
 * path such as `instances[0].password`: the last part counts.
 */
export function secretSign(name: string, value: unknown): SecretSign | undefined {
  const hint = nameHint(name);
  if (typeof value === 'number') return hint === 'secret' && !wordsOf(name).includes('tokens') ? { what: whatByName(name), certain: true } : undefined;
  if (typeof value !== 'string' || value.trim() === '' || isReference(value) || isPlaceholder(value) || NO_SECRETS.test(value.trim())) return undefined;
  if (hint === 'pattern' || PUBLIC_TOKEN.pattern.test(value)) return undefined;
  const shape = shapeOf(value, hint === 'digest');
  if (shape?.certain) return shape;
  if (hint === 'secret' && !PATH.test(value)) return { what: shape?.what ?? whatByName(name), certain: true };
  if (hint === 'perhaps' && looksRandom(value) && !PATH.test(value)) return { what: shape?.what ?? whatByName(name), certain: false };
  return shape;
}

/**
 * Every secret in clear text within a value: a text, an object or a list however deep, and JSON within a text. In
 * `additional_endpoints` and its likes (`DD_ADDITIONAL_ENDPOINTS`, `DD_APM_ADDITIONAL_ENDPOINTS`) each text of a list is an API key.
 * A `name` of '' says nothing of the value.
 */
export function secretsIn(name: string, value: unknown): FoundSecret[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => secretsIn(`${name}[${at}]`, item));
  if (typeof value === 'object' && value !== null) {
    if (!name.endsWith(']') && isEndpoints(name)) return endpointKeys(name, value as Record<string, unknown>);
    return Object.entries(value).flatMap(([key, item]) => secretsIn(name === '' ? key : `${name}.${key}`, item));
  }
  const json = typeof value === 'string' ? jsonIn(value) : undefined;
  if (json !== undefined) return secretsIn(name, json);
  const sign = secretSign(name, value);
  return sign ? [{ path: name, ...sign }] : [];
}

function isEndpoints(name: string): boolean {
  return wordsOf(name).join('_').endsWith(ADDITIONAL_ENDPOINTS.suffix);
}

/** A key that does not look like one may be a placeholder: intakes of other makers take any text. */
function endpointKeys(name: string, endpoints: Record<string, unknown>): FoundSecret[] {
  return Object.values(endpoints).flatMap((value, at) => {
    const keys = [value].flat().filter((key): key is string => typeof key === 'string' && key.trim() !== '' && !isReference(key) && !isPlaceholder(key));
    if (keys.length === 0) return [];
    // By its number and not by its URL, which may have a password in it.
    return [{ path: `${name}, entry ${at + 1}`, what: 'an API key', certain: keys.some(key => looksRandom(key) || shapeOf(key, false) !== undefined) }];
  });
}

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

function shapeOf(value: string, isDigest: boolean): SecretSign | undefined {
  const url = URL_PASSWORD.pattern.exec(value);
  if (url && isText(url[3] ?? url[6])) return { what: 'a password in a URL', certain: true };
  const [, parameter = '', text] = PASSWORD_PARAMETER.pattern.exec(value) ?? [];
  if (text !== undefined && isText(text)) return { what: `${whatByName(parameter)} in a parameter`, certain: true };
  const found = SECRET_SHAPES.find(({ pattern, certain }) => certain ? pattern.test(value) : !isDigest && new RegExp(`^(?:${pattern.source})$`).test(value.trim()));
  return found && { what: found.what, certain: found.certain };
}

/** A part of a text that nothing replaces later. */
function isText(part: string): boolean {
  return !isReference(part) && !isPlaceholder(part) && !NO_SECRETS.test(part) && !/%%|\$[({A-Z]|\{\{|ENC\[/.test(part);
}

function whatByName(name: string): string {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (/^pass|^pwd|^pswd/.test(last)) return 'a password';
  if (/token/.test(last)) return 'a token';
  if (/keys?$/.test(last)) return words.includes('api') || /^api/.test(last) ? 'an API key' : words.some(word => /^app/.test(word)) ? 'an application key' : 'a key';
  return 'a secret';
}
