import { ViolationError } from '../base/violation';

const LINK = 'https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=file';

interface CheckFile {
  readonly name: string;
  readonly file: string;
}

/** A check file that makes the Agent do something. */
export function requireNodeCheck({ name, instances = [], logs = [] }: {
  readonly name: string;
  readonly instances?: readonly unknown[];
  readonly logs?: readonly unknown[];
}): void {
  if (instances.length > 0 || logs.length > 0) return;
  throw new ViolationError({
    rule: 'node-agent/check-is-complete',
    reason: `the check '${name}' of nodeAgent has neither an instance nor logs, so nothing would come of it`,
    remedy: "Give it 'instances', 'logs', or both",
    link: LINK,
  });
}

/** One file of a name. */
export function requireFreeNodeCheck({ name, file }: CheckFile, others: readonly CheckFile[]): void {
  if (!others.some(c => c.name === name && c.file === file)) return;
  throw new ViolationError({
    rule: 'node-agent/check-file-is-unique',
    reason: `there is a file '${file}' of the check '${name}' already`,
    remedy: "Give both as instances of one check, or give this one another 'file'",
    link: LINK,
  });
}
