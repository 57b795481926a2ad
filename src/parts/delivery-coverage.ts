/** Where a field of the cluster goes in a delivery other than plain manifests. */
export type Coverage = {
  /** What comes out otherwise than with plain manifests, and why. */
  readonly difference?: string;
} & (
  /** Into these fields of the `DatadogAgent`, or these keys of the values. */
  | { readonly keys: readonly string[] }
  /** Into objects that are ours in every delivery. */
  | { readonly companion: string }
  /** Nowhere: it only says what the cluster is, or somebody else gives it. */
  | { readonly outside: string }
  /** It cannot be said. A limit throws where it is set. */
  | { readonly cannot: string }
);

/** Fields by their path, `[]` for the members of a list. */
export type Rows = { readonly [path: string]: Coverage };

/** The same for several fields. */
export function each(coverage: Coverage, ...paths: readonly string[]): Rows {
  return Object.fromEntries(paths.map(path => [path, coverage]));
}

/** Paths of the sources of a namespace's Secret. */
export function secretSourcePaths(path: string): string[] {
  const keys = ['apiKey', 'token', 'appKey'].flatMap(key => ['key', 'property', 'version'].map(field => `${key}.${field}`));
  const store = ['kind', 'name', 'provider', 'account.name', 'account.roleArn'].map(field => `store.${field}`);
  return ['kind', 'appKey', 'values', 'refreshInterval', ...keys, ...store].map(field => `${path}.${field}`);
}

/** Notes of a feature, by the path in its model; '' is the model itself. */
export type CoverageNotes = { readonly [path: string]: CoverageNote };

/** What is written by hand about a field: why it comes out otherwise, or why nothing of the delivery changes with it. The keys are found by trying. */
export interface CoverageNote {
  readonly difference?: string;
  readonly companion?: string;
  readonly outside?: string;
  readonly cannot?: string;
}
