/** `'a'`, `'b'` and `'c'`, for a sentence. */
export function quoted(names: readonly string[]): string {
  const all = names.map(name => `'${name}'`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
