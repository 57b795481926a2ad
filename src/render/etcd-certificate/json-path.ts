/** A key of a Secret or a ConfigMap as the JSONPath of kubectl. */
export function jsonPath(key: string): string {
  return `{.data.${key.replace(/\./g, '\\.')}}`;
}
