import { withoutTemplates } from './templates';

interface CheckFile {
  readonly instances?: readonly unknown[];
  readonly logs?: readonly unknown[];
  readonly [field: string]: unknown;
}

/** The files of one check. */
export interface CheckFiles {
  readonly check: string;
  readonly paths: readonly string[];
  /** One file for all of them; absent where they differ in more than instances and logs. */
  readonly content?: CheckFile;
}

/** Check files by check. Keys of a ConfigMap have no folders, so each check has one file, which is named after it. */
export function byCheck(files: { readonly [path: string]: CheckFile }): CheckFiles[] {
  const checks = [...new Set(Object.keys(files).map(checkOf))];
  return checks.map(check => {
    const paths = Object.keys(files).filter(path => checkOf(path) === check);
    const content = inOne(paths.map(path => files[path]));
    return { check, paths, ...content && { content } };
  });
}

/** `datadog.confd`, as JSON, which is YAML and cannot be indented wrongly. */
export function confdValues(files: { readonly [path: string]: CheckFile }): { [file: string]: string } {
  return Object.fromEntries(byCheck(files).map(({ check, content }) => [`${check}.yaml`, withoutTemplates(`${JSON.stringify(content, undefined, 2)}\n`)]));
}

function checkOf(path: string): string {
  return path.replace(/(\.d\/.*|\.yaml)$/, '');
}

function inOne(files: readonly CheckFile[]): CheckFile | undefined {
  const rest = files.map(({ instances, logs, ...fields }) => JSON.stringify(fields));
  if (new Set(rest).size > 1) return undefined;
  const logs = files.flatMap(file => file.logs ?? []);
  return { ...files[0], instances: files.flatMap(file => file.instances ?? []), ...logs.length > 0 && { logs } };
}
