import { compareVersions, isAtLeast } from '../../src/base/versions';

test.each([
  ['1.34', '1.34', 0],
  ['1.9', '1.34', -1],
  ['1.34', '1.9', 1],
  ['7.81.1', '7.81', 1],
  ['7.81', '7.81.0', 0],
  ['v1.34', '1.34', 0],
  ['7.81.1-rc.1', '7.81.1', 0],
  ['1.34+eks', '1.34', 0],
  ['8.0.0', '7.99.99', 1],
  ['0.0', '7.47.0', -1],
])('%s against %s: %i', (a, b, expected) => {
  expect(Math.sign(compareVersions(a, b))).toBe(expected);
  expect(Math.sign(compareVersions(b, a)) + expected).toBe(0);
});

test.each([
  ['7.78.0', '7.78', true],
  ['7.77.9', '7.78', false],
  ['7.100.0', '7.78', true],
])('%s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
