import { Finding } from './rule';
import { oneLine } from '../base/one-line';
import { withoutShapes } from '../requirements/printable';

/** Texts that differ in more words than this are told in full. */
const MOST_WORDS = 4;

/** Findings that are told as one: of one rule, in the order in which they were found. */
export function byRule<T extends { readonly rule: string }>(findings: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    const known = groups.get(finding.rule);
    if (known) known.push(finding); else groups.set(finding.rule, [finding]);
  }
  return [...groups.values()];
}

/**
 * Findings of one rule as one paragraph, behind the path of the first: the first in full with the number of the others, then a line
 * for each of those with its path and its object. A line repeats only those words of the text that are others than in the first.
 *
 * @param most how many lines; the last one tells how many more there are
 */
export function describeFindings(findings: readonly Finding[], most = Infinity): string[] {
  const [{ rule, link }] = findings;
  const [own, ...others] = families(findings);
  const count = new Set(findings.map(placeOf)).size;
  const object = own[0].object === undefined ? '' : `${oneLine(own[0].object)}${count > 1 ? ` and ${count - 1} more` : ''}: `;
  const lines = [
    ...unique(own.slice(1).map(finding => different(finding, own[0])), placeOf(own[0])),
    ...others.flatMap(([first, ...rest]) => [
      `${placeOf(first)}: ${textOf(first)}`,
      ...unique(rest.map(finding => different(finding, first)), placeOf(first)).map(line => `  ${line}`),
    ]),
  ];
  return [
    `${rule}: ${object}${textOf(own[0])}. See ${link}`,
    ...lines.slice(0, most),
    ...lines.length > most ? [`and ${lines.length - most} more; the summary and Findings.of(...) list them all`] : [],
  ];
}

/** Findings whose texts are the same but for a few words, each behind the first of them. */
function families(findings: readonly Finding[]): Finding[][] {
  const all: Finding[][] = [];
  for (const finding of findings) {
    const like = all.find(([first]) => wordsThatDiffer(finding, first) !== undefined);
    if (like) like.push(finding); else all.push([finding]);
  }
  return all;
}

function different(finding: Finding, first: Finding): string {
  const words = wordsThatDiffer(finding, first) ?? [];
  return words.length > 0 ? `${placeOf(finding)}: ${words.join(', ')}` : placeOf(finding);
}

/** The words of a finding that stand in place of others of the first; undefined where the texts are not alike. */
function wordsThatDiffer(finding: Finding, first: Finding): string[] | undefined {
  const [words, known] = [finding, first].map(f => textOf(f).split(' '));
  if (words.length !== known.length) return undefined;
  const differing = words.filter((word, at) => word !== known[at]);
  const distinct = [...new Set(differing.map(word => word.replace(/[.,:;]+$/, '')))];
  return distinct.length <= MOST_WORDS && differing.length * 2 <= words.length ? distinct : undefined;
}

function textOf({ reason, remedy }: Finding): string {
  return withoutShapes(oneLine(`${reason}. ${remedy}`));
}

function placeOf({ path, object }: Finding): string {
  return oneLine(object === undefined ? `[${path}]` : `[${path}] ${object}`);
}

function unique(lines: readonly string[], known: string): string[] {
  return [...new Set(lines)].filter(line => line !== known);
}
