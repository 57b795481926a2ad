/** Names of CEL that are written in place of a value. */
const EXPRESSIONS = new WeakMap<object, string>();

/** An expression that stands for a value within other values. */
export function expression(text: string): object {
  const marker = {};
  EXPRESSIONS.set(marker, text);
  return marker;
}

/**
 * JSON as CEL writes it. A list or map of values of several types is refused by the type checker of Kubernetes, so each
 * value of one is `dyn`, unless all are texts.
 */
export function cel(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(item => dyn(item, json)).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const text = EXPRESSIONS.get(json);
  if (text !== undefined) return text;
  const values = Object.values(json);
  return `{${Object.entries(json).map(([key, item]) => `${JSON.stringify(key)}: ${dyn(item, values)}`).join(', ')}}`;
}

function dyn(item: unknown, beside: readonly unknown[]): string {
  return beside.every(value => typeof value === 'string') ? cel(item) : `dyn(${cel(item)})`;
}

/** A list that may not be there. */
export function listAt(path: string): string {
  return `(has(${path}) ? dyn(${path}) : dyn([]))`;
}

/** Pieces of lists as one. */
export function concat(...lists: string[]): string {
  return lists.filter(list => list !== 'dyn([])').join(' + ') || 'dyn([])';
}

/** One operation of a JSON patch. */
export function add(path: string, value: string): string {
  return `JSONPatch{op: "add", path: ${path}, value: ${value}}`;
}
