/** A copy in which nothing occurs twice: YAML makes anchors of that. */
export function plain<T>(json: T): T {
  return JSON.parse(JSON.stringify(json));
}
