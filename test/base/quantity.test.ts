import * as fc from 'fast-check';
import { parseBytes, parseMillicores, parseQuantity } from '../../src/base/quantity';

test.each([
  ['250m', 0.25], ['0.25', 0.25], ['.5', 0.5], ['1.', 1], [1, 1], ['512Mi', 512 * 2 ** 20], ['1Gi', 2 ** 30], ['1.5Gi', 1.5 * 2 ** 30],
  ['1k', 1e3], ['2M', 2e6], ['3G', 3e9], ['1T', 1e12], ['1P', 1e15], ['1E', 1e18], ['1Ti', 2 ** 40], ['1Pi', 2 ** 50], ['1Ei', 2 ** 60], ['4Ki', 4096],
  ['1e3', 1000], ['1E3', 1000], ['12e-1', 1.2], ['100n', 1e-7], ['100u', 1e-4], ['+1', 1], ['-1', -1], ['128974848', 128974848],
])('%s is %d', (quantity, value) => {
  expect(parseQuantity(quantity)).toBeCloseTo(value, 12);
});

test.each(['', 'm', '1 Gi', '1gi', '1KI', '1K', '1mi', '0x10', 'Infinity', '1e', '1ee3', '1.2.3', NaN, Infinity, null, undefined, {}, true])('%p is no quantity', quantity => {
  expect(parseQuantity(quantity)).toBeUndefined();
});

test('a whole number of thousandths comes back as it went in', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), millicores => {
    expect([parseMillicores(`${millicores}m`), parseMillicores(String(millicores / 1000)), parseMillicores(millicores / 1000)])
      .toEqual([millicores, millicores, millicores]);
  }));
});

test('a whole number of mebibytes is as many bytes, in every way to write it', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 200_000 }), mebibytes => {
    const bytes = mebibytes * 2 ** 20;
    expect([parseBytes(`${mebibytes}Mi`), parseBytes(`${mebibytes * 1024}Ki`), parseBytes(String(bytes)), parseBytes(bytes)]).toEqual([bytes, bytes, bytes, bytes]);
  }));
});

test('part of a thousandth or of a byte is rounded up', () => {
  expect([parseMillicores('1500u'), parseMillicores('0.0001'), parseBytes('1500m')]).toEqual([2, 1, 2]);
});

test('no text makes it fail', () => {
  fc.assert(fc.property(fc.string(), text => {
    const value = parseQuantity(text);
    expect(value === undefined || Number.isFinite(value)).toBe(true);
  }));
});
