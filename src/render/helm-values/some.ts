/** The key with what there is to say, and neither where there is nothing. */
export function some<T extends object>(key: string, content: T): { [key: string]: T } {
  return Object.keys(content).length > 0 ? { [key]: content } : {};
}
