import * as fc from 'fast-check';
import { Address, formatAddress, formatBlock, holds, parseAddress, parseBlock, sizeOf } from '../../src/base/addresses';

test.each([
  ['0.0.0.0', 4, 0n],
  ['10.96.0.10', 4, 174063626n],
  ['255.255.255.255', 4, 2n ** 32n - 1n],
  ['::', 6, 0n],
  ['::1', 6, 1n],
  ['fd00::a', 6, 0xfd000000000000000000000000000000n + 10n],
  ['FD00:0:0:0::000A', 6, 0xfd000000000000000000000000000000n + 10n],
  ['::ffff:10.0.0.1', 6, 0xffff0a000001n],
  ['1:2:3:4:5:6:7:8', 6, 0x00010002000300040005000600070008n],
])('%s is an address', (text, version, value) => {
  expect(parseAddress(text)).toEqual({ version, value });
});

test.each(['', 'None', '10.96.0', '10.96.0.256', '10.96.0.010', '10.96.0.1/16', ' 10.96.0.1', ':::', 'fe80::1%eth0', '[::1]', 'shop'])('%j is none', text => {
  expect(parseAddress(text)).toBeUndefined();
});

test.each([
  ['10.96.0.0/16', '10.96.0.0/16', 65536n],
  ['10.96.3.4/16', '10.96.0.0/16', 65536n],
  ['172.20.0.0/12', '172.16.0.0/12', 1048576n],
  ['10.0.0.7/32', '10.0.0.7/32', 1n],
  ['0.0.0.0/0', '0.0.0.0/0', 2n ** 32n],
  ['fd12:3456::/108', 'fd12:3456::/108', 1048576n],
  ['FD12:3456:0::1/64', 'fd12:3456::/64', 2n ** 64n],
])('%s is the block %s', (text, written, size) => {
  const block = parseBlock(text)!;
  expect([formatBlock(block), sizeOf(block)]).toEqual([written, size]);
});

test.each(['10.96.0.0', '10.96.0.0/33', '::/129', '/16', '10.96.0.0/', '10.96.0.0/1/2', '10.96.0.0/-1', 'x/16'])('%j is no block', text => {
  expect(parseBlock(text)).toBeUndefined();
});

const addresses = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value): Address => ({ version: 4, value })),
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value): Address => ({ version: 6, value })),
);

test('what is written is read again as the same address', () => {
  fc.assert(fc.property(addresses, address => { expect(parseAddress(formatAddress(address))).toEqual(address); }));
});

test('a block holds what begins like it, and nothing else', () => {
  fc.assert(fc.property(addresses, addresses, fc.nat(32), (one, other, prefix) => {
    const block = parseBlock(`${formatAddress(one)}/${prefix}`)!;
    const bits = one.version === 4 ? 32n : 128n;
    const start = ({ value }: Address) => value / 2n ** (bits - BigInt(prefix));
    expect(holds(block, one)).toBe(true);
    expect(holds(block, other)).toBe(one.version === other.version && start(one) === start(other));
  }));
});
