import { check, finding, object } from '../fixtures';

const RULE = 'kubernetes/numbers-are-exact';
const custom = (value: number) => object('kafka.strimzi.io/v1', 'KafkaTopic', 'shop/a', { spec: { config: { 'retention.ms': value } } });

test.each([2 ** 53 - 1, 1e18, 5e18, 1e300, 1.5, -3])('accepts %d, which is written as it is held', value => {
  expect(check(RULE, [custom(value)])).toEqual([]);
});

test.each([['the largest of 64 bits', 2 ** 63], ['the largest without a sign', 2 ** 64], ['a negative one', -(2 ** 63)], ['an odd one', 2 ** 60]])('warns of %s', (_, value) => {
  const manifest = custom(value);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, `'spec.config.retention.ms' is written as ${value}`)]);
});
