import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse, stringify } from 'yaml';

/** By account: one line for each object of permission. */
export type Permissions = Record<string, string[]>;

const HEADER = `What Datadog's ServiceAccounts of this example are allowed by a real API server, beyond what every ServiceAccount is.
Written by: npm run e2e -- --update-expectations
Every line added here is power given to somebody: review it. What is called "anything" exists nowhere: only a wildcard allows it.`;

/** What differs, in words; nothing where all is as expected. */
export function differences(folder: string, example: string, actual: Permissions): string[] {
  const file = fileOf(folder, example);
  if (!fs.existsSync(file)) return [`${file} is missing; write it with --update-expectations and review it.`];
  const expected: Permissions = parse(fs.readFileSync(file, 'utf8')) ?? {};
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort().flatMap((account) => {
    if (!expected[account]) return [`${account}: a ServiceAccount that is not expected`];
    if (!actual[account]) return [`${account}: expected, and Datadog does not run as it`];
    return [
      ...actual[account].filter((line) => !expected[account].includes(line)).map((line) => `${account}: not expected: ${line}`),
      ...expected[account].filter((line) => !actual[account].includes(line)).map((line) => `${account}: not allowed: ${line}`),
    ];
  });
}

export function write(folder: string, example: string, actual: Permissions): void {
  fs.mkdirSync(folder, { recursive: true });
  const comment = HEADER.split('\n').map((line) => `# ${line}\n`).join('');
  fs.writeFileSync(fileOf(folder, example), `${comment}${stringify(actual, { lineWidth: 0 })}`);
}

function fileOf(folder: string, example: string): string {
  return path.join(folder, `${example}.permissions.yaml`);
}
