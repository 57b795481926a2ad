import { ViolationError } from '../base/violation';

const VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

/** True for a value that Kubernetes takes for a label: up to 63 characters. */
export function isLabelValue(value: string): boolean {
  return VALUE.test(value);
}

/** A value that Kubernetes takes for a label; `of` says of what, for the error. */
export function requireLabelValue(of: string, value: string): string {
  if (!isLabelValue(value)) {
    throw new ViolationError({
      rule: 'kubernetes/label-value',
      reason: `${of} is '${value}', which Kubernetes does not take for a label: up to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit`,
      remedy: "Write another value, for example 'shop-web'",
      link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
    });
  }
  return value;
}
