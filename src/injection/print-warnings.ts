import { Finding } from '../rules/rule';
import { describeFinding } from '../rules/run-rules';

/** A rule that a whole app breaks is told so often, and then counted. */
const TOLD_IN_FULL = 10;

/** Prints warnings to standard error, in the order of the findings. */
export function printWarnings(warnings: readonly Finding[]): void {
  const counts = new Map<string, number>();
  for (const warning of warnings) {
    const count = (counts.get(warning.rule) ?? 0) + 1;
    counts.set(warning.rule, count);
    if (count <= TOLD_IN_FULL) process.stderr.write(`warning: [${warning.path}] ${describeFinding(warning)}\n`);
  }
  for (const [rule, count] of counts) {
    if (count > TOLD_IN_FULL) process.stderr.write(`warning: ${rule}: ${count - TOLD_IN_FULL} more; the summary of the chart lists them all\n`);
  }
}
