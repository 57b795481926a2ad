import { Fact } from './fact';

/** On every object that this library makes. */
export const MANAGED_BY_LABEL = {
  name: 'app.kubernetes.io/managed-by',
  value: 'cdk8s-datadog',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;
