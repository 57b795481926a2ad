/** Texts that mean nothing to Markdown inside of backticks, also in a cell of a table. */
const PLAIN = /^[\w@%+=:;,./() -]+$/;

/** What Markdown takes for itself wherever it stands outside of backticks. */
const MARKED = /[^\p{L}\p{N} ,.:;/()'"=-]/gu;

/** A row of a table; what separates cells stands in none. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

export function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return [tableRow(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(tableRow)].join('\n');
}

/** A name as code, whatever it contains; it breaks no line, no cell and no paragraph. */
export function markdownCode(text: string): string {
  return PLAIN.test(text) && text.trim() === text ? `\`${text}\`` : `<code>${entities(text)}</code>`;
}

/** A text of others in a paragraph, a heading or a cell, as text and nothing else. */
export function markdownText(text: string): string {
  return entities(text);
}

function entities(text: string): string {
  return text.replace(MARKED, character => `&#${character.codePointAt(0)};`);
}
