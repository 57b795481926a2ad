/** True for an object with keys, as a mapping of YAML or JSON is read. */
export function isMap(value: unknown): value is { readonly [key: string]: any } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
