/** Keys of a delivery by the option that they come from: fields of the `DatadogAgent`, or values of the Helm chart. `[]` for the members of a list. */
export interface OptionKeys {
  readonly [option: string]: readonly string[];
}

/**
 * Notes about options by their path: a note is for the option and for all below it that have none of their own. In the module of a feature the
 * path begins at the options of the feature; '' is the feature itself.
 */
export type CoverageNotes = { readonly [path: string]: CoverageNote };

/** What is written by hand about an option: why it comes out otherwise, or why no key of the delivery changes with it. The keys are found by trying. */
export interface CoverageNote {
  /** What comes out otherwise than with plain manifests, and why. */
  readonly difference?: string;
  /** It goes into objects that the library writes itself with every delivery. */
  readonly companion?: string;
  /** It goes nowhere: it only says what the cluster is, or something else gives it. */
  readonly outside?: string;
  /** The delivery has no key for it. A limit throws where it is set. */
  readonly cannot?: string;
}

/** The same note for several options. */
export function notesFor(note: CoverageNote, ...paths: readonly string[]): CoverageNotes {
  return Object.fromEntries(paths.map(path => [path, note]));
}
