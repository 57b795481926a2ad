import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** A block of a recipe: a new file, or a change of one that is there. */
export interface Block {
  readonly language: 'ts' | 'diff';
  readonly file: string;
  readonly text: string;
}

/** The blocks of the recipes that name a file, by the heading of the recipe. */
export function recipes(page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')): Map<string, Block[]> {
  const sections = page.split(/^### /m).slice(1).map(section => [section.split('\n')[0], section] as const);
  return new Map(sections.map(([heading, section]) => [heading, [...section.matchAll(/^```(ts|diff) (\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, language, file, text]) => ({ language: language as Block['language'], file, text }),
  )]));
}

/** The text of a file after a block, as a person would change it: lines with `+` are new, with `-` go, and all others are where it happens. */
export function apply({ language, file, text }: Block, before: string | undefined): string {
  if (language === 'ts') {
    if (before !== undefined) throw new Error(`${file} is there already`);
    return text;
  }
  if (before === undefined) throw new Error(`${file} is not there`);
  const lines = text.split('\n').slice(0, -1);
  const odd = lines.find(line => !/^[ +-]/.test(line) && line !== '');
  if (odd !== undefined) throw new Error(`'${odd}' of ${file} begins with none of ' ', '+' and '-'`);
  const side = (sign: string) => lines.filter(line => !line.startsWith(sign)).map(line => line.slice(1));
  const [old, changed] = [side('+'), side('-')];
  const all = before.split('\n');
  const places = all.flatMap((_, at) => old.every((line, n) => all[at + n] === line) ? [at] : []);
  if (places.length !== 1) throw new Error(`${file} has the lines of the recipe ${places.length} times:\n${old.join('\n')}`);
  return [...all.slice(0, places[0]), ...changed, ...all.slice(places[0] + old.length)].join('\n');
}
