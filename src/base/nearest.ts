/**
 * The known name that is nearest to a misspelt one; undefined where none is near. Case, hyphens and underscores do not count, and
 * one letter in three may be wrong.
 */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const plain = plainOf(given);
  // Longer texts are no names, and the comparison takes the square of their length.
  if (plain.length > 100) return undefined;
  const allowed = Math.max(1, Math.floor(plain.length / 3));
  const [best] = known
    .map(name => ({ name, distance: distanceOf(plain, plainOf(name)) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return best?.name;
}

function plainOf(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase();
}

/** How many letters are to be added, left out, changed or exchanged with the next one. */
export function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2] + 1 : Infinity;
      row.push(Math.min(change, swap, last[j] + 1, row[j - 1] + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
