import { Fact } from './fact';

const SOURCE = 'Kyverno 1.18.2: pkg/background/gpol, pkg/policy/generate/validate.go, config/crds';

/** How Kyverno copies an object from one namespace to others. */
export const KYVERNO = {
  generatingPolicy: 'policies.kyverno.io/v1',
  clusterPolicy: 'kyverno.io/v1',
  /** A ClusterRole with this label is part of what Kyverno's background controller may do. */
  backgroundLabel: 'rbac.kyverno.io/aggregate-to-background-controller',
  source: SOURCE,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * What the background controller does with Secrets. It watches the source and its copies, and Kyverno refuses a policy
 * where the other verbs are not granted for the kind as a whole: it asks without a name.
 */
export const KYVERNO_SECRET_VERBS: Fact & { readonly verbs: readonly string[] } = {
  verbs: ['get', 'list', 'watch', 'create', 'update', 'delete'],
  source: `${SOURCE}; test/conformance/chainsaw/generating-policies/clone/sync`,
  checkedOn: '2026-11-21',
};
