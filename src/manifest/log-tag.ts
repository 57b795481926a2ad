import { LOG_TAG } from '../facts/fargate-logging';

/** A Match of Fluent Bit takes the tag; `*` stands for any text. */
export function matchesTag(pattern: string, tag: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(tag);
}

/** True where some line of some container could have a tag that the pattern takes. */
export function canMatchLogs(pattern: string): boolean {
  // Before its first star, the pattern and the beginning of every tag must agree.
  const [head] = pattern.split('*');
  return pattern.includes('*') ? head.startsWith(LOG_TAG.prefix) || LOG_TAG.prefix.startsWith(head) : pattern.startsWith(LOG_TAG.prefix);
}

/** A tag such as the lines of a container of the workload have. */
export function sampleTag(kind: string, name: string, namespace: string, container: string): string {
  const pod = kind === 'Pod' ? name : `${name}-0`;
  return `${LOG_TAG.prefix}${pod}_${namespace}_${container}-${'0'.repeat(64)}.log`;
}
