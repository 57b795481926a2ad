/** What no shell takes for anything but itself, wherever it stands in a command. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** Controls, line separators and marks of direction: a terminal or a page would show something else than there is. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * A text as one word of a command for bash or zsh: as it is where that is safe, otherwise in quotes. What is not seen is written by its
 * number, so that a word never breaks a line.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text) && !text.startsWith('=')) return text;
  if (!UNSEEN.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${[...text].map(character => UNSEEN.test(character) ? escaped(character) : character.replace(/['\\]/, '\\$&')).join('')}'`;
}

/** A command of a program and its arguments, each one word whatever it contains. */
export function shellCommand(...words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/**
 * The value of a variable as one word. A shell whose variable is unset or empty stops before it runs the command.
 *
 * @param hint what to put into it, for the message of the shell
 */
export function shellVariable(name: string, hint?: string): string {
  return `"\${${name}:?${(hint ?? '').replace(/[^\w ./-]/g, '')}}"`;
}

function escaped(character: string): string {
  return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
}
