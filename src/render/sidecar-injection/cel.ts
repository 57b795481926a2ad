/** Expressions of CEL that are written in place of a value. */
const EXPRESSIONS = new WeakMap<object, string>();

/** People read these lines in a review, beside those that were there before. */
const WIDTH = 120;

/** An expression that stands for a value within other values. */
export function expression(text: string): object {
  const marker = {};
  EXPRESSIONS.set(marker, text);
  return marker;
}

/** Text, a number, a boolean, a list of those, or a map of texts, as CEL writes it. */
export function cel(json: unknown): string {
  if (Array.isArray(json)) return enclose('[', json.map(cel), ']');
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  return EXPRESSIONS.get(json) ?? `{${Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}: ${cel(value)}`).join(', ')}}`;
}

/**
 * An object of Kubernetes as CEL writes it, over as many lines as it needs. CEL takes no lists or maps of values of several
 * types, but objects of a type that is named after their place, such as `Object.spec.containers`.
 */
export function celObject(json: object, type: string): string {
  const fields = Object.entries(json).map(([key, value]) => `${key}: ${field(value, `${type}.${key}`)}`);
  return enclose(`${type}{`, fields, '}');
}

function field(json: unknown, type: string): string {
  if (Array.isArray(json)) {
    return json.some(isObject) ? enclose('[', json.map(item => celObject(item as object, type)), ']', true) : cel(json);
  }
  return !isObject(json) || EXPRESSIONS.has(json) || Object.values(json).every(value => typeof value === 'string') ? cel(json) : celObject(json, type);
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null;
}

/** On one line where there is room, and otherwise a line for each part. */
export function enclose(open: string, parts: readonly string[], close: string, eachOnALine = false): string {
  const line = `${open}${parts.join(', ')}${close}`;
  return line.length <= WIDTH && !line.includes('\n') && !eachOnALine ? line : `${open}\n${parts.map(indent).join(',\n')}\n${close}`;
}

/** Each line two spaces further in. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** One operation of a JSON patch. `path` is an expression. */
export function add(path: string, value: string): string {
  return enclose('JSONPatch{', ['op: "add"', `path: ${path}`, `value: ${value}`], '}');
}

/** Operations that are made where the condition holds. */
export function when(condition: string, ...operations: string[]): string {
  const list = enclose('[', operations, ']');
  const line = `(${condition} ? ${list} : [])`;
  return line.length <= WIDTH && !line.includes('\n') ? line : `(${condition} ?\n${indent(list)} :\n  []\n)`;
}

/** Operations that are always made. */
export function always(...operations: string[]): string {
  return enclose('[', operations, ']');
}

/** An operation for each container of a list, or for those that the condition holds for; `container` and `index` stand for it. */
export function forEach(list: string, operation: string, condition?: string): string {
  return enclose(`${list}.transformList(`, ['index, container', ...condition === undefined ? [] : [condition], operation], ')', true);
}

/** Conditions that must all hold, or of which one must, a line for each. */
export function allOf(...conditions: string[]): string {
  return join(conditions, '&&');
}

export function anyOf(...conditions: string[]): string {
  return join(conditions, '||');
}

function join(conditions: readonly string[], operator: string): string {
  const line = conditions.join(` ${operator} `);
  return line.length <= WIDTH && !line.includes('\n') ? line : conditions.join(` ${operator}\n`);
}

/** What follows it, for the reader. */
export function comment(text: string, expressionText: string): string {
  return `// ${text}\n${expressionText}`;
}
