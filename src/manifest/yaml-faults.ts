import { YamlCursor, YamlDoubt, YamlFault } from './yaml-cursor';
import { skipFlow, skipQuoted } from './yaml-flow';

export { YamlFault } from './yaml-cursor';

/**
 * The first fault of the first document, or undefined: where it has none, and where it has a form that is not read here.
 * It decides less than a parser, and never against one: `docs/decisions/0020-yaml-faults.md`.
 */
export function yamlFault(text: string): YamlFault | undefined {
  const at = new YamlCursor(text.replace(/^\uFEFF/, '').split(/\r?\n/));
  try {
    document(at);
  } catch (error) {
    if (error instanceof YamlFault) return error;
    if (!(error instanceof YamlDoubt)) throw error;
  }
  return undefined;
}

function document(at: YamlCursor): void {
  at.skipEmpty();
  if (at.row < at.lines.length && at.line.startsWith('---')) {
    at.col = 3;
    if (!/^(\s|$)/.test(at.rest) || !at.atLineEnd) at.doubt();
    at.nextLine();
    at.skipEmpty();
  }
  if (at.ended) return;
  if (at.line.startsWith('%')) at.doubt();
  node(at, -1);
  at.skipEmpty();
  if (!at.ended) misplaced(at);
}

/** A node that begins on a line of its own. */
function node(at: YamlCursor, outer: number): void {
  noTab(at);
  if (at.rest.startsWith('{{')) at.doubt();
  value(at, outer, true);
}

function noTab(at: YamlCursor): void {
  if (at.line[at.col] !== '\t') return;
  if (/^[ \t]*(- |[\w.-]+:)/.test(at.line)) at.fault('has a tab before it, where YAML takes spaces alone');
  at.doubt();
}

function misplaced(at: YamlCursor): never {
  noTab(at);
  if (/^(\{|[?:](\s|$))/.test(at.rest)) at.doubt();
  at.fault('is indented as nothing before it is, or stands where a list or a mapping cannot go on');
}

/** What stands at the cursor, with `outer` for the indentation of what holds it. `compact` where a list or a mapping may begin on the line. */
function value(at: YamlCursor, outer: number, compact: boolean): void {
  const { col, row } = at;
  if (/^\?(\s|$)/.test(at.rest)) at.doubt();
  if (/^-(\s|$)/.test(at.rest)) {
    if (!compact) at.fault("has '-' behind a key: a list begins on the next line");
    return sequence(at);
  }
  if (compact && skipKey(at) !== undefined) {
    Object.assign(at, { row, col });
    return mapping(at);
  }
  at.skipProperties();
  if (at.atLineEnd) return below(at, outer, !compact);
  const char = at.line[at.col];
  if (char === '|' || char === '>') return blockScalar(at, outer);
  if (at.rest.startsWith('{{')) return at.nextLine();
  if (char === '"' || char === "'") skipQuoted(at);
  else if (char === '{' || char === '[') skipFlow(at, Math.min(outer, at.indent));
  else if (char === '*') at.skipAlias();
  else return plain(at, outer);
  lineEnd(at);
}

/** Behind a text in quotes, a collection or an alias stands nothing else. */
function lineEnd(at: YamlCursor): void {
  if (/^\s*:(\s|$)/.test(at.rest)) {
    // The parser that the tests compare with takes a collection for a key even here.
    if (/[}\]]\s*$/.test(at.line.slice(0, at.col))) at.doubt();
    at.fault("has a second ': ' on one line: a text that has one stands in quotes");
  }
  if (!at.atLineEnd) at.fault('has text behind the end of a quoted text, a bracket or an alias');
  at.nextLine();
}

/** What belongs to a key or a dash and begins on a later line. A list may stand right below its key. */
function below(at: YamlCursor, outer: number, ofKey: boolean): void {
  at.nextLine();
  at.skipEmpty();
  if (at.ended) return;
  if (at.indent > outer) node(at, outer);
  else if (ofKey && at.indent === outer && /^-(\s|$)/.test(at.rest)) sequence(at);
}

function sequence(at: YamlCursor): void {
  const own = at.col;
  do {
    at.col += 1;
    const gap = /^\s*/.exec(at.rest)![0];
    if (at.atLineEnd) {
      below(at, own, false);
    } else {
      at.col += gap.length;
      if (gap.includes('\t')) at.doubt();
      value(at, own, true);
    }
  } while (goesOn(at, own) && /^-(\s|$)/.test(at.rest));
}

/** Goes to the next line, and tells whether it is indented as this collection is. */
function goesOn(at: YamlCursor, own: number): boolean {
  at.skipEmpty();
  if (!at.ended) noTab(at);
  if (at.ended || at.indent < own) return false;
  if (at.indent > own) misplaced(at);
  return true;
}

function mapping(at: YamlCursor): void {
  const own = at.col;
  const keys = new Set<string>();
  do {
    const key = skipKey(at);
    if (key === undefined) noKey(at);
    if (key !== '<<' && keys.has(key)) throw new YamlFault(at.row + 1, 'has a key that the same mapping has already', true);
    keys.add(key);
    at.skipSpace();
    if (at.atLineEnd) below(at, own, true);
    else value(at, own, false);
  } while (goesOn(at, own));
}

function noKey(at: YamlCursor): never {
  noTab(at);
  if (/^([{[&!*?]|:(\s|$))/.test(at.rest)) at.doubt();
  if (/^[\w.-]+:\S/.test(at.rest)) at.fault("has no space behind the ':' of its key");
  at.fault("is not a key with ': ' behind it, as the lines beside it are");
}

/** The key at the cursor, which then stands behind the colon; undefined, and the cursor where it was, if there is none. */
function skipKey(at: YamlCursor): string | undefined {
  const { col, row } = at;
  at.skipProperties();
  const start = at.col;
  const char = at.line[start] ?? '';
  let key: string | undefined;
  if (char === '"' || char === "'") {
    const end = (char === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(at.rest);
    at.col += end?.[0].length ?? 0;
    key = end?.[0].slice(1, -1);
  } else if (/[{[]/.test(char)) {
    if (/[}\]]\s*:(\s|$)/.test(at.rest)) at.doubt();
  } else if (char === '*') {
    const alias = /^\*[^\s,[\]{}]+(?=\s*:(\s|$))/.exec(at.rest);
    if (alias) at.doubt();
  } else if (!/[|>%@`#,}\]]/.test(char)) {
    const plainKey = /^(?!\s|[-?](?:\s|$))(?:[^\s:#]|:(?!\s|$)|(?<!\s)#|[ \t]+(?!#))+?(?=[ \t]*:(\s|$))/.exec(at.rest);
    at.col += plainKey?.[0].length ?? 0;
    key = plainKey?.[0];
  }
  const colon = /^\s*:(?=\s|$)/.exec(at.rest);
  if (key === undefined || !colon) {
    Object.assign(at, { row, col });
    return undefined;
  }
  at.col += colon[0].length;
  return key;
}

function blockScalar(at: YamlCursor, outer: number): void {
  const header = /^[|>](?:[+-]?([1-9])?|([1-9])[+-])\s*(?:\s#.*)?$/.exec(at.rest);
  if (!header) at.fault(`has text behind '${at.line[at.col]}': a text of several lines begins on the next one, and a value that begins with '${at.line[at.col]}' stands in quotes`);
  const given = header[1] ?? header[2];
  at.nextLine();
  let least = given === undefined ? undefined : Math.max(outer, 0) + Number(given);
  while (at.row < at.lines.length) {
    if (!/^\s*$/.test(at.line)) {
      least ??= Math.max(at.indent, outer + 1);
      if (at.indent < least || (least === 0 && at.ended)) return;
    }
    at.nextLine();
  }
}

/** A text without quotes, which may go on over lines that are indented more. */
function plain(at: YamlCursor, outer: number): void {
  const opened = at.row;
  const char = at.line[at.col];
  if (/[%@`]/.test(char)) at.fault(`has a value that begins with '${char}', which YAML takes only in quotes`);
  if (/[,\]}]/.test(char)) at.fault(`has a '${char}' where a value begins`);
  if (/^:(\s|$)/.test(at.rest)) at.doubt();
  const unspaced = /^[\w.-]+:\S/.test(at.rest);
  for (;;) {
    const [text] = /^(?:[^\s#]|(?<!\s)#|\s+(?!#|\s))*/.exec(at.rest)!;
    const commented = /^\s*#/.test(at.line.slice(at.col + text.length));
    if (/:(\s|$)/.test(text.trimEnd())) {
      if (at.row === opened) at.fault("has a second ': ' on one line: a text that has one stands in quotes");
      if (unspaced) at.fault("has no space behind the ':' of its key", opened);
      at.fault('is a key below a value that has begun: it is indented too much, or the line before it has a value too many');
    }
    at.nextLine();
    if (commented) return;
    while (at.row < at.lines.length && /^\s*$/.test(at.line)) at.nextLine();
    if (at.ended || at.indent <= outer || /^\s*#/.test(at.line)) return;
    if (/^\s*:(\s|$)/.test(at.line)) at.doubt();
    at.col = at.indent + /^\s*/.exec(at.line.slice(at.indent))![0].length;
  }
}
