import * as fc from 'fast-check';

/** Texts that YAML has a form of its own for, and texts that some reader takes for something else. */
const PARTICULAR = [
  '', ' ', '-', '- a', '?', '? a', ':', ': ', 'a:', 'a: b', 'a #b', '#', '&a', '*a', '!a', '|', '>', "'", '"', '@a', '`a', '{a: b}', '[a]', 'a,b',
  'a\n', 'a\n\n', '\na', '\n', '\n\n', ' a\nb', 'a\n b', 'a \nb', 'a\n  \nb', '\ta\nb', 'a\r\nb', 'a\nb\n ', 'a\n'.repeat(50), 'trailing ', '  leading', 'a\t',
  'yes', 'no', 'on', 'Off', 'y', 'n', 'null', '~', 'true', '0', '-1', '0x1f', '0o17', '017', '0b1', '1_000', '1e3', '.5', '.', '.inf', '.NaN',
  '09:30', '190:20:30', '2024-01-05', '2024-01-05T10:00:00Z', '<<', '=',
  '\u0000', '\u0007', '\u0085', '\u00a0', '\u2028', '\ud800', '\ufeff', 'caf\u00e9', '\u{1f600}',
  'x'.repeat(2000), 'word '.repeat(300), 'say "hi"\nto it\'s\u0007\nme, in more than forty characters of text',
];

/** Those that only the authority can write where they are keys, and those that decide by themselves how a document is written. */
const UNUSUAL_KEYS = ['---', '--- a', '...', '...a', '%a', 'k'.repeat(1025), '\n---\n', 'toJSON', '__proto__'];
const UNUSUAL_VALUES = [undefined, 10n, new Date(0), new Map([['a', 1]]), new Set([1]), new Uint8Array(2), NaN, Infinity, -Infinity, -0];

const pieces = fc.constantFrom('a', ' ', '\n', '\t', ':', '#', '-', '"', "'", '\\', '%', '\r', '0', '\u0085', '\u00e9', 'word', '---', '...', '\u0000');
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PARTICULAR) },
  { weight: 2, arbitrary: fc.array(pieces, { maxLength: 12 }).map(parts => parts.join('')) },
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const key = fc.oneof({ weight: 3, arbitrary: fc.stringMatching(/^[a-z][A-Za-z./-]{0,12}$/) }, { weight: 1, arbitrary: fc.constantFrom(...PARTICULAR.filter(t => t.length < 100)) });
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1e21, 2 ** 53 + 2, 1e-7, 443));
const scalar = fc.oneof({ weight: 6, arbitrary: text }, number, fc.boolean(), fc.constant(null));

function treesOf(leaf: fc.Arbitrary<unknown>, keys: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'large' },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    ),
  })).tree;
}

/** Documents as manifests are, with every kind of text. */
export const PLAIN_DOCUMENTS = fc.dictionary(key, treesOf(scalar, key), { minKeys: 1, maxKeys: 5 });

/** Documents of any kind, also ones that no manifest is. */
export const ANY_DOCUMENTS = treesOf(
  fc.oneof({ weight: 8, arbitrary: scalar }, fc.constantFrom(...UNUSUAL_VALUES)),
  fc.oneof({ weight: 8, arbitrary: key }, text, fc.constantFrom(...UNUSUAL_KEYS)),
);

/** How many scalars and keys a document has. */
export function countValues(document: unknown): number {
  if (typeof document !== 'object' || document === null) return 1;
  return Object.values(document).reduce((sum: number, value) => sum + 1 + countValues(value), 0);
}
