import { agreed } from '../../src/parts/agreed';

const isOn = () => true;

test('what two features say alike is there once', () => {
  expect(agreed<unknown>('the env var', [
    { from: 'the feature \'one\'', values: { DD_A: isOn, DD_B: true } },
    { from: 'the feature \'two\'', values: { DD_A: isOn, DD_C: { source: 'x' } } },
    { from: 'the feature \'three\'', values: { DD_C: { source: 'x' } } },
  ])).toEqual({ DD_A: isOn, DD_B: true, DD_C: { source: 'x' } });
});

test.each<[string, unknown, unknown]>([
  ['two values', 'a', 'b'],
  ['a value and a function', true, isOn],
  ['two functions', isOn, () => true],
])('%s of one name are an error that names both features', (_, one, other) => {
  expect(() => agreed('the env var', [
    { from: 'the feature \'one\'', values: { DD_A: one } }, { from: 'the feature \'two\'', values: { DD_A: other } },
  ])).toThrow("the feature 'one' and the feature 'two' say different things of the env var 'DD_A'");
});
