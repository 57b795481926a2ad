import { Violation, ViolationError } from '../base/violation';

interface Strings {
  readonly [name: string]: string;
}

/** Why Kubernetes would not take the values, which plain JavaScript lets through; `of` says of what they are. */
export function stringFault(of: string, values: Strings): Omit<Violation, 'rule'> | undefined {
  const wrong = Object.entries<unknown>(values).find(([, value]) => typeof value !== 'string');
  if (!wrong) return undefined;
  const [name, value] = wrong;
  const isText = typeof value === 'number' || typeof value === 'boolean';
  return {
    reason: `'${name}' in ${of} is ${isText ? `the ${typeof value} ${value}` : value === undefined ? 'undefined' : 'no string'}, and its value has to be a string`,
    remedy: isText ? `Write '${value}'` : 'Write a string, or leave it out',
    link: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/',
  };
}

export function requireStrings<T extends Strings>(of: string, values: T): T {
  const fault = stringFault(of, values);
  if (fault) throw new ViolationError({ rule: 'kubernetes/string-values', ...fault });
  return values;
}
