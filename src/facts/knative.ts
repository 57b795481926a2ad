import { Fact } from './fact';

/** A Knative Service keeps a pod template where a Deployment does, and refuses most of what an Agent needs in it. */
export const KNATIVE = {
  group: 'serving.knative.dev',
  kind: 'Service',
  /** Keys of the ConfigMap config-features in knative-serving that would have to be `enabled`. */
  flags: ['kubernetes.podspec-fieldref', 'kubernetes.podspec-shareprocessnamespace'],
  source: 'https://knative.dev/docs/serving/configuration/feature-flags/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;
