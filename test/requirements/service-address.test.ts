import * as fc from 'fast-check';
import { violationOf } from './violations';
import { formatAddress, formatBlock, holds, parseAddress, parseBlock, sizeOf } from '../../src/base/addresses';
import { addressFault, derivedAddress, isStatic, requireServiceAddress, requireServiceCidr } from '../../src/requirements/service-address';

/** Ranges of Services: IPv4 from /12 to /28, IPv6 from /64 to /120. */
const ranges = fc.oneof(rangesOf(4, 32n, { min: 12, max: 28 }), rangesOf(6, 128n, { min: 64, max: 120 }));

function rangesOf(version: 4 | 6, bits: bigint, prefixes: { min: number; max: number }) {
  return fc.tuple(fc.bigInt({ min: 0n, max: 2n ** bits - 1n }), fc.integer(prefixes))
    .map(([value, prefix]) => formatBlock(parseBlock(`${formatAddress({ version, value })}/${prefix}`)!));
}

describe('the derived address, whatever the range', () => {
  test('is in it, in the static band, and nobody else has it', () => {
    fc.assert(fc.property(ranges, cidr => {
      const block = parseBlock(cidr)!;
      const address = parseAddress(derivedAddress(cidr))!;
      expect(holds(block, address)).toBe(true);
      const offset = address.value - block.first;
      // The documentation's formula, as it is written there: min(max(16, size / 16), 256).
      const size = Number(sizeOf(block));
      expect(Number(offset)).toBeLessThanOrEqual(Math.min(Math.max(16, size / 16), 256));
      expect(offset).toBeGreaterThan(1n);
      expect(offset).not.toBe(10n);
      if (block.version === 4) expect(offset).toBeLessThan(sizeOf(block) - 1n);
    }), { numRuns: 2000 });
  });

  test('is taken by what checks addresses, and follows from the range alone', () => {
    fc.assert(fc.property(ranges, cidr => {
      const address = derivedAddress(requireServiceCidr(cidr));
      expect(requireServiceAddress(address, cidr)).toBe(address);
      expect(isStatic(address, cidr)).toBe(true);
      expect(derivedAddress(cidr)).toBe(address);
    }));
  });
});

test.each([
  ['172.20.0.0/16', '172.20.0.251'],
  ['10.100.0.0/16', '10.100.0.251'],
  ['10.96.0.0/12', '10.96.0.251'],
  ['10.96.0.0/24', '10.96.0.11'],
  ['10.96.0.0/28', '10.96.0.9'],
  ['fd30:9eb:a5c7::/108', 'fd30:9eb:a5c7::fb'],
  ['fd00::/64', 'fd00::fb'],
  // The tenth would be the address of the DNS.
  ['fd00::/124', 'fd00::9'],
])('of %s it is %s', (cidr, address) => {
  expect(derivedAddress(cidr)).toBe(address);
});

test.each([
  ['', "'' is no block"],
  ['10.96.0.0', 'no block of addresses'],
  ['10.96.0.0/40', 'no block'],
  ['10.96.0.0/16,fd00::/108', 'no block'],
  ['10.96.0.5/16', 'not written as Kubernetes writes it'],
  ['FD00::/108', 'not written as Kubernetes writes it'],
  ['fd00::/63', 'larger than any range of Services with IPv6'],
  ['10.96.0.0/29', 'has 8 addresses'],
  ['fd00::/125', 'has 8 addresses'],
])('%j is no range of Services', (cidr, reason) => {
  const { rule, ...text } = violationOf(() => requireServiceCidr(cidr));
  expect(rule).toBe('platform/service-cidr');
  expect(text.reason).toContain(reason);
});

test('host bits are told with what is meant', () => {
  expect(violationOf(() => requireServiceCidr('10.96.0.5/16')).remedy).toContain("'10.96.0.0/16'");
});

test.each(['10.96.0.0/16', '10.0.0.0/8', 'fd00::/64', 'fd00::/108'])('%s is one', cidr => {
  expect(requireServiceCidr(cidr)).toBe(cidr);
});

test.each([
  ['None', '10.96.0.0/16', 'is no IP address'],
  ['', undefined, "'' is no IP address"],
  ['172.20.177.177', '10.96.0.0/16', 'outside of 10.96.0.0/16'],
  ['fd00::20', '10.96.0.0/16', 'outside of'],
  ['10.96.0.1', '10.96.0.0/16', 'the address of the API server'],
  ['10.96.0.10', '10.96.0.0/16', "the usual address of the cluster's DNS"],
  ['10.96.0.0', '10.96.0.0/16', 'at the edge'],
  ['10.96.255.255', '10.96.0.0/16', 'at the edge'],
  ['fd00::1', 'fd00::/108', 'the address of the API server'],
  ['fd00::a', 'fd00::/108', "the usual address of the cluster's DNS"],
  ['fd00::', 'fd00::/108', 'at the edge'],
])('%j in %s is refused', (address, cidr, reason) => {
  const violation = violationOf(() => requireServiceAddress(address, cidr));
  expect(violation).toMatchObject({ rule: 'cluster-agent/address-is-usable', reason: expect.stringContaining(reason) });
});

test.each([
  ['172.20.177.177', '172.20.0.0/16', '172.20.177.177'],
  ['10.1.2.3', undefined, '10.1.2.3'],
  ['FD00:0::0:20', 'fd00::/108', 'fd00::20'],
])('%s in %s is taken', (address, cidr, written) => {
  expect(requireServiceAddress(address, cidr)).toBe(written);
  expect(addressFault(written, cidr)).toBeUndefined();
});

test.each([
  ['172.20.1.0', '172.20.0.0/16', true],
  ['172.20.1.1', '172.20.0.0/16', false],
  ['172.20.177.177', '172.20.0.0/16', false],
  ['10.96.0.16', '10.96.0.0/24', true],
  ['10.96.0.17', '10.96.0.0/24', false],
  ['10.96.0.32', '10.96.0.0/23', true],
  ['10.96.0.33', '10.96.0.0/23', false],
  ['fd00::100', 'fd00::/108', true],
  ['fd00::101', 'fd00::/108', false],
  ['172.20.0.0', '172.20.0.0/16', false],
  ['10.96.0.5', '172.20.0.0/16', false],
])('%s is kept for fixed addresses of %s: %s', (address, cidr, kept) => {
  expect(isStatic(address, cidr)).toBe(kept);
});
