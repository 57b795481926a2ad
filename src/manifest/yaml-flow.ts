import { YamlCursor } from './yaml-cursor';

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
/** Characters that no value begins with, as YAML 1.2 has it. */
const RESERVED = /^[%@`]/;

/** Goes over a text in quotes, which may go on over lines. How far those are indented matters to few parsers. */
export function skipQuoted(at: YamlCursor): void {
  const opened = at.row;
  const quote = at.line[at.col];
  at.col += 1;
  for (;;) {
    if (at.col >= at.line.length) {
      continueOn(at, -1, () => at.fault('opens a quote that is never closed', opened));
      continue;
    }
    const [char, next] = [at.line[at.col], at.line[at.col + 1]];
    const isEnd = char === quote && !(quote === "'" && next === quote);
    if (quote === '"' && char === '\\') at.col += escapeLength(at);
    else at.col += char === quote && !isEnd ? 2 : 1;
    if (isEnd) return;
  }
}

function escapeLength(at: YamlCursor): number {
  const text = at.line.slice(at.col + 1);
  if (text === '') return 1;
  const [escape] = /^([0abtnvfre "/\\N_LP\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/.exec(text) ?? [];
  if (escape === undefined) at.fault("has a '\\' between double quotes that begins no escape of YAML: write '\\\\', or use single quotes");
  return escape.length + 1;
}

/** Goes to the next line of a text or a collection that may have several. */
function continueOn(at: YamlCursor, outer: number, unclosed: () => never, closer?: string): void {
  do {
    at.nextLine();
    if (at.row >= at.lines.length) unclosed();
    if (at.ended) at.doubt();
  } while (/^\s*$/.test(at.line));
  at.col = at.indent;
  const first = at.line[at.col];
  if (at.indent <= outer && first !== '#' && first !== closer && first !== '\t') unclosed();
}

/** Goes over a collection in brackets or braces. */
export function skipFlow(at: YamlCursor, outer: number): void {
  const opened = at.row;
  const open = at.line[at.col];
  const closer = CLOSERS[open];
  if (at.rest.startsWith('{{')) at.doubt();
  const unclosed = () => at.fault(`opens a '${open}' that is never closed`, opened);
  const toNext = () => {
    at.skipSpace();
    while (at.col >= at.line.length || (at.line[at.col] === '#' && /\s/.test(at.line[at.col - 1] ?? ' '))) {
      continueOn(at, outer, unclosed, closer);
      at.skipSpace();
    }
  };
  at.col += 1;
  for (;;) {
    toNext();
    if (at.line[at.col] === closer) break;
    skipItem(at, outer, toNext);
    toNext();
    const char = at.line[at.col];
    if (char === closer) break;
    if (char !== ',') at.fault(`has something other than a comma or '${closer}' after an entry between '${open}' and '${closer}'`);
    at.col += 1;
  }
  at.col += 1;
}

function skipItem(at: YamlCursor, outer: number, toNext: () => void): void {
  const adjacent = skipNode(at, outer, toNext);
  toNext();
  if (at.line[at.col] !== ':' || !(adjacent || /^:([\s,[\]{}]|$)/.test(at.rest))) return;
  at.col += 1;
  toNext();
  if (!/^[,\]}]/.test(at.rest)) skipNode(at, outer, toNext);
}

/** Whether a colon right behind it makes it a key. */
function skipNode(at: YamlCursor, outer: number, toNext: () => void): boolean {
  at.skipProperties();
  toNext();
  const char = at.line[at.col];
  if (char === '"' || char === "'") {
    skipQuoted(at);
    return true;
  }
  if (char in CLOSERS) {
    skipFlow(at, outer);
    return true;
  }
  if (char === '*') at.skipAlias();
  else if (/^([?-]([\s,[\]{}]|$)|[|>!&]|:)/.test(at.rest)) at.doubt();
  else if (RESERVED.test(char)) at.fault(`has a value that begins with '${char}', which YAML takes only in quotes`);
  else if (/^[,\]}]/.test(char)) at.fault(`has a '${char}' where an entry or the other bracket belongs`);
  else skipPlain(at, toNext);
  return false;
}

function skipPlain(at: YamlCursor, toNext: () => void): void {
  for (;;) {
    const [text] = /^(?:[^\s,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<!\s)#|[ \t]+(?![\s#,[\]{}]|$))*/.exec(at.rest)!;
    at.col += text.length;
    if (!/^\s*$/.test(at.rest)) return;
    toNext();
    if (/^[,[\]{}:#]/.test(at.rest)) return;
  }
}
