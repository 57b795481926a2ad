import { ViolationError } from '../base/violation';
import { LOG_ROUTER, LOG_ROUTER_FILES, LOG_ROUTER_LIMIT, LOG_ROUTER_PROCESS_LOGS } from '../facts/fargate-logging';
import { LOG_NAMES, LOG_RETENTION } from '../facts/log-destinations';

interface Data {
  readonly [key: string]: unknown;
}

/** Characters of the ConfigMap: of its keys and its values. AWS does not say whether keys count, so they do. */
export function logRouterSize(data: Data): number {
  return Object.entries(data).reduce((sum, [key, value]) => sum + [...key].length + (typeof value === 'string' ? [...value].length : 0), 0);
}

/** Why EKS would refuse the ConfigMap. */
export function sizeFault(data: Data): { readonly reason: string; readonly remedy: string } | undefined {
  const size = logRouterSize(data);
  return size <= LOG_ROUTER_LIMIT.value ? undefined : {
    reason: `its data has ${size} characters, and AWS takes ${LOG_ROUTER_LIMIT.value} at most`,
    remedy: 'Write fewer or shorter sections: one output for several applications, with a wider Match or with log_group_template, in place of one for each',
  };
}

export function requireSize<T extends Data>(data: T): T {
  const fault = sizeFault(data);
  if (fault) throw new ViolationError({ rule: 'fargate-logging/fits', ...fault, link: LOG_ROUTER_LIMIT.source });
  return data;
}

export const NO_OUTPUT = {
  reason: 'it has no output, and without one AWS turns logging off',
  remedy: `Write one of the outputs ${LOG_ROUTER_FILES.outputs.plugins.join(', ')} in '${LOG_ROUTER_FILES.outputs.key}'`,
};

export function requireOutputs<T>(outputs: readonly T[] | undefined): readonly T[] {
  if (Array.isArray(outputs) && outputs.length > 0) return outputs;
  throw new ViolationError({
    rule: 'fargate-logging/has-output',
    ...NO_OUTPUT,
    remedy: "Give one, for example FargateLogOutput.cloudWatchLogs({ region: 'ap-northeast-1', logGroupName: '/eks/prod-tokyo' })",
    link: LOG_ROUTER.source,
  });
}

/** Keys of the ConfigMap, and the text beside the files that AWS knows. */
export function dataFaults(data: Data): Array<{ readonly reason: string; readonly remedy: string }> {
  const files: readonly string[] = Object.values(LOG_ROUTER_FILES).map(({ key }) => key);
  const { key: flag, values } = LOG_ROUTER_PROCESS_LOGS;
  return Object.entries(data).flatMap(([key, value]) => {
    if (files.includes(key)) return typeof value === 'string' ? [] : [{ reason: `'${key}' is no text`, remedy: 'Write the sections as one text' }];
    if (key !== flag) {
      return [{ reason: `'${key}' is no key that AWS reads: it reads ${[...files, flag].join(', ')}`, remedy: 'Write it under one of these keys, or remove it' }];
    }
    return (values as readonly unknown[]).includes(value) ? [] : [{ reason: `'${flag}' is ${JSON.stringify(value)}`, remedy: "Write the text 'true' or 'false'" }];
  });
}

/** Pods on Fargate, without which nobody reads the configuration. */
export const NO_FARGATE = {
  reason: 'no pod of this cluster runs on Fargate for all that is declared, and AWS runs its log router there alone',
  remedy: "Declare the cluster's Fargate profiles with 'fargateProfiles' of the platform, or leave the logging of Fargate out and collect logs with the Agent (features.logs)",
};

export function hasFargate({ fargate }: { readonly fargate: 'all' | 'profiles' | 'none' }, profiles: readonly unknown[] = []): boolean {
  return fargate === 'all' || (fargate === 'profiles' && profiles.length > 0);
}

export function requireFargate(platform: { readonly fargate: 'all' | 'profiles' | 'none' }, profiles?: readonly unknown[]): void {
  if (hasFargate(platform, profiles)) return;
  throw new ViolationError({ rule: 'fargate-logging/on-fargate', ...NO_FARGATE, link: LOG_ROUTER.source });
}

/** A name as AWS takes it. */
export function requireAwsName(option: string, name: string, kind: keyof typeof LOG_NAMES): string {
  const { pattern, inWords, source } = LOG_NAMES[kind];
  if (typeof name === 'string' && pattern.test(name)) return name;
  throw new ViolationError({
    rule: 'fargate-logging/aws-name',
    reason: `'${option}' is ${JSON.stringify(name)}, and AWS takes ${inWords}`,
    remedy: 'Write it as it is in AWS',
    link: source,
  });
}

/** Days that CloudWatch Logs takes, which are set on groups that Fluent Bit makes and on no others. */
export function requireRetention(days: number, createsGroup: boolean): number {
  const isTaken = LOG_RETENTION.days.includes(days);
  if (isTaken && createsGroup) return days;
  throw new ViolationError({
    rule: 'fargate-logging/retention',
    reason: isTaken
      ? "'retentionDays' is set on a log group when it is made, and with 'autoCreateGroup: false' it is not made here"
      : `'retentionDays' is ${days}, and CloudWatch Logs takes ${LOG_RETENTION.days.join(', ')}`,
    remedy: isTaken ? 'Leave it out, and set the retention where the log group is made' : 'Write one of these, or leave it out to keep the logs for ever',
    link: LOG_RETENTION.source,
  });
}

/** Options of which one alone counts. */
export function requireOneOf(options: { readonly [name: string]: unknown }): void {
  const given = Object.keys(options).filter(name => options[name] !== undefined);
  if (given.length < 2) return;
  throw new ViolationError({
    rule: 'fargate-logging/one-of',
    reason: `'${given.join("' and '")}' are given, and Fluent Bit takes one of them`,
    remedy: 'Give one of them',
    link: LOG_ROUTER.source,
  });
}

/** Options of which one at least has something in it. */
export function requireSome(options: { readonly [name: string]: readonly unknown[] | undefined }): void {
  if (Object.values(options).some(list => Array.isArray(list) && list.length > 0)) return;
  const names = Object.keys(options);
  throw new ViolationError({
    rule: 'fargate-logging/filter-does-something',
    reason: `'${names.join("', '")}' ${names.length > 1 ? 'are all empty' : 'is empty'}, so the filter would do nothing, or not start`,
    remedy: names.length > 1 ? 'Give one of them' : 'Give one at least',
    link: LOG_ROUTER.source,
  });
}

/** A part of an entry that Fluent Bit ends at the first space. */
export function requireWord(option: string, text: string): string {
  if (typeof text === 'string' && /^\S+$/.test(text)) return text;
  throw new ViolationError({
    rule: 'fargate-logging/one-word',
    reason: `'${option}' is ${JSON.stringify(text)}, and Fluent Bit takes it to end at a space`,
    remedy: "Write it without spaces; '\\s' stands for one in a pattern",
    link: LOG_ROUTER.source,
  });
}

/** A whole number from 1; undefined where none is given. */
export function requireCount<T extends number | undefined>(option: string, count: T): T {
  if (count === undefined || (Number.isInteger(count) && count > 0)) return count;
  throw new ViolationError({
    rule: 'fargate-logging/count',
    reason: `'${option}' is ${count}, which is no whole number from 1`,
    remedy: 'Write such a number, or leave it out',
    link: LOG_ROUTER.source,
  });
}
