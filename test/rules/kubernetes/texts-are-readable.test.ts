import { check, object } from '../fixtures';

const READABLE = 'kubernetes/texts-are-readable';
const NO_NUMBERS = 'kubernetes/texts-are-no-numbers';
const map = (data: unknown) => object('v1', 'ConfigMap', 'shop/texts', { data });

test.each(['\u007f', '\u0085', '\u009b31m', '\u2028', '\u2029', '\ufffe', '\ud800', 'a\udc00', '\ud83d b'])('rejects a text with %j', text => {
  const [found, ...more] = check(READABLE, [map({ list: ['plain', { note: `before${text}after` }] })]);
  expect(more).toEqual([]);
  expect(found.reason).toMatch(/^the text at 'data\.list\.1\.note' has a control character/);
});

test('rejects a key with such a character, and does not print it', () => {
  const [found] = check(READABLE, [map({ 'a\u0085b': '1' })]);
  expect(found.reason).toMatch(/^a key at 'data' has a control character/);
  expect(found.reason).not.toContain('\u0085');
});

test.each(['caf\u00e9', '\u{1f600}', '\u00a0', '\ufeff', 'tab\tand\nline', '\u0007'])('accepts a text with %j', text => {
  expect(check(READABLE, [map({ a: text })])).toEqual([]);
});

test.each(['0o17', '-0o7', '+0o1_7'])('warns of the text %s', text => {
  expect(check(NO_NUMBERS, [map({ mode: text })])).toEqual([expect.objectContaining({ reason: expect.stringContaining("the text at 'data.mode'") })]);
});

test.each(['017', '0o8', '0o', 'x0o17', '0x1f'])('accepts the text %s', text => {
  expect(check(NO_NUMBERS, [map({ mode: text })])).toEqual([]);
});
