import { oneLine } from '../base/one-line';
import { byRule, describeFindings } from '../rules/describe-findings';
import { Finding } from '../rules/rule';

/** So many lines a rule has at most below its first. */
const MOST_LINES = 50;

/** Prints warnings to standard error: a paragraph for each rule, in the order of the findings. */
export function printWarnings(warnings: readonly Finding[]): void {
  for (const group of byRule(warnings)) {
    const [first, ...lines] = describeFindings(group, MOST_LINES);
    process.stderr.write(`warning: [${oneLine(group[0].path)}] ${[first, ...lines.map(line => `  ${line}`)].join('\n')}\n`);
  }
}
