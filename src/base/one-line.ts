/**
 * What a terminal takes for a command or does not show: control characters (with line breaks and the escape of ANSI sequences),
 * separators of lines, halves of characters, and the marks that change the direction of a text or have no width.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const SHORT: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as one line that shows every character: what could change the terminal is written as an escape of JavaScript. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, char => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
