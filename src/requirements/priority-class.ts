import { isDnsSubdomain } from './dns-subdomain';
import { ViolationError } from '../base/violation';

/** A name that Kubernetes takes for a PriorityClass. `name` says of whose pods. */
export function requirePriorityClass(name: string, priorityClassName: string): string {
  if (isDnsSubdomain(priorityClassName)) return priorityClassName;
  throw new ViolationError({
    rule: 'kubernetes/priority-class',
    reason: `'priorityClassName' of ${name} is '${priorityClassName}', and Kubernetes takes up to 253 lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit`,
    remedy: "Write the name of one that there is, for example 'system-node-critical', or leave it out",
    link: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  });
}
