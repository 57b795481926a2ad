import { HelmKey } from '../../facts/helm-chart';

/** Where a field goes when Datadog's Helm chart delivers the cluster. */
export type Coverage =
  /** Into values of the chart, which does the same with it, or something else for the reason that stands there. */
  | { readonly values: readonly HelmKey[]; readonly difference?: string }
  /** Into objects that the chart does not make, and a construct of ours does. */
  | { readonly companion: string }
  /** Nowhere: it only says what the cluster is, or whoever runs Helm gives it. */
  | { readonly outside: string }
  /** The chart cannot do it. A limit throws where it is set. */
  | { readonly cannot: string };

export type Rows = { readonly [path: string]: Coverage };

export const values = (...keys: readonly HelmKey[]): { readonly values: readonly HelmKey[] } => ({ values: keys });

/** The same for several fields. */
export function each(coverage: Coverage, ...paths: readonly string[]): Rows {
  return Object.fromEntries(paths.map(path => [path, coverage]));
}
