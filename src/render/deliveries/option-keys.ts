import { CoverageNote, CoverageNotes, OptionKeys } from '../../parts/delivery-coverage';

/** The nearest note about an option: its own, or that of the nearest options above it. */
export function noteOf(notes: CoverageNotes, option: string): CoverageNote {
  const path = nearestNote(notes, option);
  return path === undefined ? {} : notes[path];
}

/** The path of that note; undefined where there is none. */
export function nearestNote(notes: CoverageNotes, option: string): string | undefined {
  return Object.keys(notes).filter(path => isAtOrBelow(option, path)).sort((a, b) => b.length - a.length)[0];
}

/** The table read backwards: the options that each key comes from, those with the fewest other keys first. */
export function optionsByKey(table: OptionKeys): OptionKeys {
  const found = new Map<string, string[]>();
  const options = Object.keys(table).sort((a, b) => table[a].length - table[b].length || (a < b ? -1 : 1));
  for (const option of options) {
    for (const key of table[option]) found.set(key, [...found.get(key) ?? [], option]);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => a < b ? -1 : 1));
}

/**
 * The options that a field of a `DatadogAgent` or a value of the chart comes from, the likeliest first: those of the key itself, or else of the
 * nearest key above it, or else of all keys below it. Env vars are `agents.containers.agent.env[DD_X]`. None for what the library does not write.
 */
export function optionsOfKey(byKey: OptionKeys, key: string): readonly string[] {
  const plain = key.replace(/\[\d+\]/g, '');
  const above = Object.keys(byKey).filter(known => isAtOrBelow(plain, known)).sort((a, b) => b.length - a.length)[0];
  if (above !== undefined) return byKey[above];
  return [...new Set(Object.keys(byKey).filter(known => isAtOrBelow(known, plain)).flatMap(known => byKey[known]))];
}

/** The second path is the first one, or stands above it. */
function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}
