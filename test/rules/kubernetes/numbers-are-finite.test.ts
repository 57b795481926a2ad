import { check, finding, object } from '../fixtures';

const RULE = 'kubernetes/numbers-are-finite';

test('accepts numbers, however large', () => {
  expect(check(RULE, [object('example.org/v1', 'Custom', 'shop/a', { spec: { a: 0, b: -1.5, c: 1e300, d: ['.'] } })])).toEqual([]);
});

test.each([NaN, Infinity, -Infinity])('refuses %s, wherever it is', value => {
  const custom = object('example.org/v1', 'Custom', 'shop/a', { spec: { list: [{ a: 1 }, { b: value }] } });
  expect(check(RULE, [custom])).toEqual([finding(RULE, custom, `'spec.list.1.b' is ${value}`)]);
});
