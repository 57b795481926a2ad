import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

export const folder = mkdtempSync(join(tmpdir(), 'cdk8s-datadog-helm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export interface FakeHelm {
  readonly executable: string;
  readonly asked: () => string[];
  readonly values: () => any;
}

/** A helm that notes what it is asked, and prints what it is told. */
export function fakeHelm(name: string, output: string, status = 0): FakeHelm {
  const executable = join(folder, name);
  const [out, args, values] = ['out', 'args', 'values'].map(file => join(folder, `${name}.${file}`));
  writeFileSync(out, output);
  writeFileSync(executable, [
    '#!/bin/sh',
    `printf '%s\\n' "$@" > '${args}'`,
    `if [ "$2" = -f ]; then cat "$3" > '${values}'; fi`,
    status === 0 ? `cat '${out}'` : `cat '${out}' >&2`,
    `exit ${status}`,
  ].join('\n'));
  chmodSync(executable, 0o755);
  return {
    executable,
    asked: () => readFileSync(args, 'utf8').trim().split('\n'),
    values: () => parse(readFileSync(values, 'utf8')),
  };
}
