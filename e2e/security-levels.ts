import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse, stringify } from 'yaml';
import { Judgement, tell } from './pod-security';

const HEADER = `# The strictest Pod Security level at which the API server takes the pods of this example, by workload, and what keeps them
# from a stricter one. Written by: npm run e2e -- --update-expectations
`;

/** Throws where a workload is not at the level that the file says. */
export function compareSecurity(found: Map<string, Judgement>, file: string, update: boolean): string {
  const actual = Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([workload, judged]) => [workload, tell(judged)]));
  const counts = new Map<string, number>();
  for (const { level } of found.values()) counts.set(level, (counts.get(level) ?? 0) + 1);
  const summary = [...counts].map(([level, count]) => `${count} ${level}`).sort().join(', ') || 'no pods';
  if (update) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${HEADER}${stringify(actual, { lineWidth: 0 })}`);
    return `${summary}; written, review the difference`;
  }
  if (!fs.existsSync(file)) throw new Error(`${file} is missing; write it with --update-expectations and review it.`);
  const expected: Record<string, string> = parse(fs.readFileSync(file, 'utf8')) ?? {};
  const different = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
    .filter((workload) => expected[workload] !== actual[workload])
    .map((workload) => `${workload}: expected ${expected[workload] ?? 'nowhere'}, and it is ${actual[workload] ?? 'nowhere'}`);
  if (different.length > 0) throw new Error(different.join('\n'));
  return `${summary}, as expected`;
}
