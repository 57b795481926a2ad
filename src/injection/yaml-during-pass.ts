import { Yaml } from 'cdk8s';
import { WriteDocument, YamlWriter } from '../yaml/yaml-writer';

type Stringify = typeof Yaml.stringify;

/** Set to `cdk8s`, it leaves all writing to cdk8s. */
const SWITCH = 'CDK8S_DATADOG_YAML_WRITER';

/** True for documents that a pass of the hook rendered. */
type IsRendered = (document: object) => boolean;

/** Passes that are open, of all apps of the process. */
const open = new Set<IsRendered>();

/** For each `stringify` that was ever met; undefined where the bytes of our writer are not its bytes. */
const writers = new WeakMap<Stringify, YamlWriter | undefined>();

/** What stands in the place of `Yaml.stringify` while a pass is open, and what stood there before. */
let swap: { readonly ours: Stringify; readonly original: Stringify } | undefined;

/**
 * Has cdk8s write documents of a pass with our writer, until the pass is closed. Everything else that is written meanwhile, by a nested
 * app or by a user's own call, is left to cdk8s, and so is all that another copy of cdk8s writes.
 *
 * @returns closes the pass; may be called again
 */
export function writeFast(isRendered: IsRendered): () => void {
  if (process.env[SWITCH] === 'cdk8s' || (!swap && !install())) return () => {};
  open.add(isRendered);
  return () => {
    open.delete(isRendered);
    if (open.size === 0) restore();
  };
}

/** The writer that stands in for cdk8s's own in this process; undefined where there is none yet. */
export function fastWriter(): YamlWriter | undefined {
  return writers.get(swap?.original ?? Yaml.stringify);
}

function install(): boolean {
  const original = Yaml.stringify;
  const writer = writerFor(original);
  if (!writer || !Object.getOwnPropertyDescriptor(Yaml, 'stringify')?.writable) return false;
  const ours: Stringify = (...documents: unknown[]) => {
    // As cdk8s joins them.
    return documents.map(document => isOfPass(document) ? writer.write(document) : original.call(Yaml, document)).join('---\n');
  };
  swap = { ours, original };
  Yaml.stringify = ours;
  return true;
}

function restore(): void {
  // Where something else was put over ours meanwhile, it stays; ours passes everything on, because no pass is open.
  if (swap && Yaml.stringify === swap.ours) Yaml.stringify = swap.original;
  swap = undefined;
}

function isOfPass(document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  for (const isRendered of open) if (isRendered(document)) return true;
  return false;
}

function writerFor(stringify: Stringify): YamlWriter | undefined {
  if (!writers.has(stringify)) {
    const authority: WriteDocument = document => stringify.call(Yaml, document);
    writers.set(stringify, agree(authority) ? new YamlWriter(authority) : undefined);
  }
  return writers.get(stringify);
}

/** Every form that the block structure takes, once: another release of cdk8s may have another style. */
function agree(authority: WriteDocument): boolean {
  const text = 'first line\n  second line\n\nthird: line\n';
  const probe = {
    'empty': [{}, [], '', null],
    'list': [1, -0.5, true, 'yes', 'plain', text, { a: 1, b: [{ c: [[1, [2]], text] }] }],
    'a: key': { nested: { text, deeper: { text, list: [text, [text]] } }, null: null, long: 'word '.repeat(60) },
  };
  const writer = new YamlWriter(authority);
  try {
    return writer.write(probe) === authority(probe) && writer.served === 1;
  } catch {
    return false;
  }
}
