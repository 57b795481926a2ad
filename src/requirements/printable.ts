import { nameHint } from './secret-name';
import { isPlaceholder, isReference, looksRandom, secretSign } from './secret-value';
import { oneLine } from '../base/one-line';
import { SECRET_SHAPES } from '../facts/secret-shapes';

/** The longest text that an error shows. */
const LONGEST = 80;
/** Options that hold secrets of any name, so that a text in their place is never shown. */
const HOLDERS = new Set(['env', 'secretenv', 'credentials', 'instances', 'initconfig', 'headers', 'values', 'valuesobject']);
const HIDDEN = '...';
/** Digits of a key between other letters and digits, as in `1<key>` or `<key>_x`; a digest of an image is public. */
const HEX = /(?<!sha\d+:[\da-f]*)[\da-f]{32,}/gi;
/** User and password before any host, with or without a scheme: a registry has none. */
const USER = /(^|[\s"'=,(/[]|\/\/)[^\s:/@"'=,(]*:[^\s/@"']+@(?!sha\d+:)(?=[\w.[-])/g;

/**
 * A value for the text of an error. A short text stands in quotes, without control characters. What is or may be a secret, by its name
 * or by its shape, is never shown: its type stands there instead, for example `a string of 32 characters, which may be a secret`. Of
 * objects and lists the type is shown, and of a URL with a password what is around it.
 *
 * @param name name of the option or field; the last part of a path counts
 */
export function printable(name: string, value: unknown): string {
  if (typeof value === 'string') return mayBeSecret(name, value) ? `a string of ${value.length} characters, which may be a secret` : `'${short(withoutSecrets(value))}'`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'number' || typeof value === 'bigint') return nameHint(name) === 'secret' ? 'a number' : String(value);
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function mayBeSecret(name: string, value: string): boolean {
  if (value.trim() === '' || isReference(value) || isPlaceholder(value)) return false;
  if (HOLDERS.has(lastOf(name).toLowerCase()) || nameHint(name) === 'secret' || nameHint(name) === 'perhaps') return true;
  const sign = secretSign(name, value);
  if (sign) return sign.what !== 'a password in a URL';
  // NAME=value may be an env var.
  return looksRandom(value) || /^\w+=\S/.test(value) || /^[\da-f-]{32,}$/i.test(value);
}

function lastOf(name: string): string {
  return name.replace(/\[\d*\]/g, '').split('.').at(-1)!;
}

/**
 * A text from elsewhere (the message of a program, a URL, a line of a file), with `...` in place of every secret in it that
 * has a shape or stands behind a name such as `password:` or `api_key=`.
 */
export function withoutSecrets(text: string): string {
  return withoutShapes(text).replace(/([\w.-]+)("?'?\s*[:=]\s*)("[^"\n]*"|'[^'\n]*'|ENC\[[^\]\n]*\]|[^\s,;}\]]+)/g, (all, name: string, between: string, value: string) =>
    nameHint(name) === 'secret' && !/^["']?(\s*|true|false|null)["']?$/.test(value) && !isReference(value.replace(/^["']|["']$/g, '')) ? `${name}${between}${HIDDEN}` : all);
}

/** A text with `...` in place of every secret that its shape gives away: keys, tokens, private keys, and passwords in URLs. */
export function withoutShapes(text: string): string {
  const noUrls = text.replace(USER, `$1${HIDDEN}@`);
  return SECRET_SHAPES.reduce((rest, { pattern }) => rest.replace(new RegExp(pattern.source, `g${pattern.flags}`), HIDDEN), noUrls).replace(HEX, run => /\d/.test(run) && /[a-f]/i.test(run) ? HIDDEN : run);
}

/**
 * The text of an error on its way to the user: without the secrets that their shape gives away, without values of env vars in
 * `NAME=value`, and without what stands behind a name such as `password` in JSON.
 */
export function withoutUserSecrets(text: string): string {
  return withoutShapes(text)
    .replace(/\b([A-Z][A-Z0-9_]{2,})=[^\s'"]+/g, `$1=${HIDDEN}`)
    .replace(/"([\w.-]+)":(?:"(?:[^"\\]|\\.)*"?|[\d.]+)/g, (all, name: string) => nameHint(name) === 'secret' ? `"${name}":"${HIDDEN}"` : all);
}

/** One short line: what a terminal would obey is written as an escape. */
export function short(text: string): string {
  const plain = oneLine(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}...` : plain;
}
