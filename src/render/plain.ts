/** A copy in which nothing occurs twice: YAML makes anchors of that. */
export function plain<T>(json: T): T {
  return JSON.parse(JSON.stringify(json));
}

/** The same with the keys of every object in the order of their names, so that it does not depend on who adds what first. */
export function sorted<T>(json: T): T {
  if (Array.isArray(json)) return json.map(sorted) as T;
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => [key, sorted(value)])) as T;
}
