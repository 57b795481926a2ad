/** What makes a text certainly invalid as YAML: the line and why. It is not a parser: it passes over what it does not know. */
export interface YamlFault {
  readonly line: number;
  readonly reason: string;
}

/** The first fault that needs no parser: a tab before a key, or a value that begins with a character that only quotes allow. */
export function yamlFault(text: string): YamlFault | undefined {
  if (/^\s*[{[]/.test(text)) return undefined;
  let block: number | undefined;
  for (const [at, line] of text.split('\n').entries()) {
    const indent = /^ */.exec(line)![0].length;
    if (/^\s*(#.*)?$/.test(line)) continue;
    if (block !== undefined && indent > block) continue;
    block = /(^|[:\s-]\s*)[|>][-+0-9]*\s*(#.*)?$/.test(line) ? indent : undefined;
    // Text in quotes may go on over many lines.
    if ((line.match(/"/g) ?? []).length % 2 === 1 || (line.match(/'/g) ?? []).length % 2 === 1) return undefined;
    if (/^ *\t+\s*(- |[\w.-]+:)/.test(line)) return { line: at + 1, reason: 'has a tab before it, where YAML takes spaces alone' };
    const [, first] = /^\s*(?:- +)*(?:[\w.-]+: +|(?<=- +))([%@`])/.exec(line) ?? [];
    if (first !== undefined) return { line: at + 1, reason: `has a value that begins with '${first}', which YAML takes only in quotes` };
  }
  return undefined;
}
