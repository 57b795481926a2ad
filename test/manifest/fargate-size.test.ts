import * as fc from 'fast-check';
import { FARGATE_SIZES } from '../../src/facts/fargate';
import { fargateSize } from '../../src/manifest/fargate-size';

const MIB = 2 ** 20;
const size = (millicores: number, mebibytes: number) => {
  const found = fargateSize({ millicores, bytes: mebibytes * MIB });
  return found && `${found.vcpu} ${found.gb}`;
};

test.each([
  [0, 0, '0.25 0.5'],
  [250, 256, '0.25 0.5'],
  [250, 257, '0.25 1'],
  [250, 768, '0.25 1'],
  [251, 0, '0.5 1'],
  [250, 2048, '0.5 3'],
  [1000, 8192, '2 9'],
  [4001, 0, '8 16'],
  [8000, 17 * 1024, '8 20'],
  [16000, 120 * 1024 - 256, '16 120'],
  [16000, 120 * 1024 - 255, undefined],
  [16001, 0, undefined],
])('%d millicores and %d MiB land in %s', (millicores, mebibytes, expected) => {
  expect(size(millicores, mebibytes)).toBe(expected);
});

test("AWS's table: how many sizes, the smallest and the largest memory of each CPU", () => {
  expect(FARGATE_SIZES.map(({ vcpu, gb }) => [vcpu, gb.length, gb[0], gb.at(-1)])).toEqual([
    [0.25, 3, 0.5, 2], [0.5, 4, 1, 4], [1, 7, 2, 8], [2, 13, 4, 16], [4, 23, 8, 30], [8, 12, 16, 60], [16, 12, 32, 120],
  ]);
});

test('a pod that asks for more never lands in less', () => {
  const amount = fc.record({ millicores: fc.integer({ min: 0, max: 16_000 }), bytes: fc.integer({ min: 0, max: 119 * 1024 * MIB }) });
  fc.assert(fc.property(amount, amount, (a, b) => {
    const more = { millicores: Math.max(a.millicores, b.millicores), bytes: Math.max(a.bytes, b.bytes) };
    const [small, large] = [fargateSize(a)!, fargateSize(more)!];
    expect(large.vcpu > small.vcpu || (large.vcpu === small.vcpu && large.gb >= small.gb)).toBe(true);
  }));
});
