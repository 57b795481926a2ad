import { markdownCode, markdownText, table } from '../../src/base/markdown';

test.each([
  ['shop/web', '`shop/web`'],
  ['https://datadog-cluster-agent.datadog.svc:5005', '`https://datadog-cluster-agent.datadog.svc:5005`'],
  ['a`b', '<code>a&#96;b</code>'],
  ['a|b', '<code>a&#124;b</code>'],
  ['<script>', '<code>&#60;script&#62;</code>'],
  ['a\n# b', '<code>a&#10;&#35; b</code>'],
  [' a', '<code> a</code>'],
])('%j is the code %s', (text, code) => {
  expect(markdownCode(text)).toBe(code);
});

test('a text has no markup of its own', () => {
  expect(markdownText('[x](https://evil) **b** `c` <d> & | \\ é (ok), 1.2: a/b')).toBe(
    '&#91;x&#93;(https://evil) &#42;&#42;b&#42;&#42; &#96;c&#96; &#60;d&#62; &#38; &#124; &#92; é (ok), 1.2: a/b',
  );
});

test('a cell with a separator is one cell', () => {
  expect(table(['a'], [['b|c']])).toBe('| a |\n|---|\n| b\\|c |');
});
