import { ViolationError } from '../base/violation';

const LINK = 'https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=file';

interface CheckFile {
  readonly name: string;
  readonly file: string;
}

/** A check file that makes the Agent do something. */
export function requireNodeCheck({ name, adIdentifiers = [], instances = [], initConfig, logs = [] }: {
  readonly name: string;
  readonly adIdentifiers?: readonly string[];
  readonly initConfig?: unknown;
  readonly instances?: readonly unknown[];
  readonly logs?: readonly unknown[];
}): void {
  if (instances.length > 0 || logs.length > 0) return adIdentifiers.length > 0 ? undefined : requireNoTemplate(name, [instances, initConfig, logs]);
  throw new ViolationError({
    rule: 'node-agent/check-is-complete',
    reason: `the check '${name}' of nodeAgent has neither an instance nor logs, so nothing would come of it`,
    remedy: "Give it 'instances', 'logs', or both",
    link: LINK,
  });
}

/** What template variables stand for is said of a container; those with the Agent's own env vars are filled in anywhere. */
function requireNoTemplate(name: string, content: unknown): void {
  const [variable] = /%%(?!env_)[^%\s"]+%%/i.exec(JSON.stringify(content)) ?? [];
  if (variable === undefined) return;
  throw new ViolationError({
    rule: 'node-agent/check-is-for-containers',
    reason: `the check '${name}' of nodeAgent has ${variable}, which the Agent fills in for containers, and it is for none`,
    remedy: "Give it 'adIdentifiers', the short names of images of the containers that it is for, or write the value itself",
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
