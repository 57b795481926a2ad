/** The key with what there is to say, and neither where there is nothing. */
export function some<K extends string, T extends object>(key: K, content: T): { [key in K]?: T } {
  return Object.keys(content).length > 0 ? { [key]: content } as { [key in K]?: T } : {};
}
