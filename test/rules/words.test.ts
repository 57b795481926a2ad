import { quoted } from '../../src/rules/words';

test.each([
  [[], ''],
  [['a'], "'a'"],
  [['a', 'b'], "'a' and 'b'"],
  [['a', 'b', 'c'], "'a', 'b' and 'c'"],
])('%j in a sentence', (names, words) => {
  expect(quoted(names)).toBe(words);
});
