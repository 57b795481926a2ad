import { isIP } from 'net';

/** An IP address as a number. */
export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** A block of addresses: those that begin with the same bits. */
export interface AddressBlock {
  readonly version: 4 | 6;
  /** The address with nothing but zeros behind the prefix. */
  readonly first: bigint;
  /** Length of the prefix in bits. */
  readonly prefix: number;
}

const BITS = { 4: 32, 6: 128 } as const;

/** The address that the text stands for; undefined where it is none. */
export function parseAddress(text: string): Address | undefined {
  switch (isIP(text)) {
    case 4: return { version: 4, value: joined(text.split('.').map(Number), 8) };
    // A zone (`%eth0`) belongs to a host and to no cluster.
    case 6: return text.includes('%') ? undefined : { version: 6, value: joined(groupsOf(canonical6(text)), 16) };
    default: return undefined;
  }
}

/** The address as it is written: IPv6 in its shortest form. */
export function formatAddress({ version, value }: Address): string {
  if (version === 4) return parts(value, 4, 8).join('.');
  return canonical6(parts(value, 8, 16).map(group => group.toString(16)).join(':'));
}

/** The block in CIDR notation; undefined where it is none. Bits behind the prefix do not count. */
export function parseBlock(text: string): AddressBlock | undefined {
  const [, address, length] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const parsed = address === undefined ? undefined : parseAddress(address);
  if (!parsed || Number(length) > BITS[parsed.version]) return undefined;
  const block = { version: parsed.version, first: 0n, prefix: Number(length) };
  return { ...block, first: parsed.value - parsed.value % sizeOf(block) };
}

export function formatBlock({ version, first, prefix }: AddressBlock): string {
  return `${formatAddress({ version, value: first })}/${prefix}`;
}

/** Number of addresses, all of them counted. */
export function sizeOf({ version, prefix }: AddressBlock): bigint {
  return 2n ** BigInt(BITS[version] - prefix);
}

export function holds(block: AddressBlock, { version, value }: Address): boolean {
  return version === block.version && value >= block.first && value < block.first + sizeOf(block);
}

function joined(numbers: readonly number[], bits: number): bigint {
  return numbers.reduce((sum, n) => sum * 2n ** BigInt(bits) + BigInt(n), 0n);
}

function parts(value: bigint, count: number, bits: number): number[] {
  return Array.from({ length: count }, (_, at) => Number(BigInt.asUintN(bits, value / 2n ** BigInt(bits * (count - 1 - at)))));
}

/** The shortest form, with hexadecimal groups alone, as URLs have it. */
function canonical6(text: string): string {
  return new URL(`http://[${text}]`).hostname.slice(1, -1);
}

/** The eight groups, those that `::` stands for among them. */
function groupsOf(text: string): number[] {
  const [head, tail] = text.split('::').map(half => half === '' ? [] : half.split(':'));
  const filled = tail === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return filled.map(group => parseInt(group, 16));
}
