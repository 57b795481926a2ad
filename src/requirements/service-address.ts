import { Address, AddressBlock, formatAddress, formatBlock, holds, parseAddress, parseBlock, sizeOf } from '../base/addresses';
import { ViolationError } from '../base/violation';
import { LEAST_IPV6_PREFIX, STATIC_BAND, TAKEN_SERVICE_ADDRESSES } from '../facts/service-addresses';

/** What is wrong with an address of a Service, and what to write instead. */
export interface AddressFault {
  readonly reason: string;
  readonly remedy: string;
}

/** From the end of the static band: users take their own from its start. */
const BEFORE_THE_END = 5n;

/** The range of a cluster's Services, in its usual form. */
export function requireServiceCidr(text: string): string {
  const block = parseBlock(text);
  const fault = (reason: string, remedy: string) => new ViolationError({ rule: 'platform/service-cidr', reason, remedy, link: STATIC_BAND.source });
  const show = "Write what the cluster has, for example '10.100.0.0/16'; on EKS: aws eks describe-cluster --name <cluster> --query cluster.kubernetesNetworkConfig";
  if (!block) throw fault(`'${text}' is no block of addresses in CIDR notation`, show);
  if (formatBlock(block) !== text) {
    throw fault(`'${text}' is not written as Kubernetes writes it, from the first address of the block`, `Write '${formatBlock(block)}', if that is the block`);
  }
  if (block.version === 6 && block.prefix < LEAST_IPV6_PREFIX.value) {
    throw fault(`'${text}' is larger than any range of Services with IPv6, which begins at /${LEAST_IPV6_PREFIX.value}`, show);
  }
  if (sizeOf(block) < BigInt(STATIC_BAND.least)) {
    throw fault(`'${text}' has ${sizeOf(block)} addresses, and a range of fewer than ${STATIC_BAND.least} has none that are kept for fixed addresses`, show);
  }
  return text;
}

/** The last address that Kubernetes keeps for Services with an address of their own; the first is the one after the start of the block. */
export function lastStatic(block: AddressBlock): Address {
  const share = sizeOf(block) / BigInt(STATIC_BAND.share);
  const band = least(greatest(BigInt(STATIC_BAND.least), share), BigInt(STATIC_BAND.most));
  return { version: block.version, value: least(block.first + band, lastUsable(block)) };
}

/** An address for a Service that every cluster with this range has free: in the static band, and not one that is taken everywhere. */
export function derivedAddress(serviceCidr: string): string {
  const block = parseBlock(serviceCidr)!;
  const { version, value } = lastStatic(block);
  const chosen = value - BEFORE_THE_END;
  return formatAddress({ version, value: chosen === dnsOf(block) ? chosen - 1n : chosen });
}

/** The address of a Service, in its shortest form. */
export function requireServiceAddress(text: string, serviceCidr: string | undefined): string {
  const fault = addressFault(text, serviceCidr);
  if (fault) throw new ViolationError({ rule: 'cluster-agent/address-is-usable', ...fault, link: STATIC_BAND.source });
  return formatAddress(parseAddress(text)!);
}

/** Why a Service could not have this address; without a range, whether it is one. */
export function addressFault(text: string, serviceCidr: string | undefined): AddressFault | undefined {
  const address = parseAddress(text);
  const block = serviceCidr === undefined ? undefined : parseBlock(serviceCidr);
  const remedy = block && serviceCidr !== undefined
    ? `Leave it out, which gives ${derivedAddress(serviceCidr)}, or write another address of ${serviceCidr}`
    : "Write an address of the cluster's range for Services, or give the platform its 'serviceCidr' and leave the address out";
  if (!address) return { reason: `'${text}' is no IP address`, remedy };
  if (!block) return undefined;
  if (!holds(block, address)) return { reason: `${text} is outside of ${serviceCidr}, the range of Services, and the API server refuses it`, remedy };
  const { value } = address;
  if (value === block.first + BigInt(TAKEN_SERVICE_ADDRESSES.apiServer.offset)) return { reason: `${text} is the address of the API server: the first of ${serviceCidr}`, remedy };
  if (value === dnsOf(block)) return { reason: `${text} is the usual address of the cluster's DNS: the tenth of ${serviceCidr}`, remedy };
  if (value === block.first || value > lastUsable(block)) return { reason: `${text} is at the edge of ${serviceCidr}, which no Service can have`, remedy };
  return undefined;
}

/** True where Kubernetes gives the address to no other Service on its own, while others are free. */
export function isStatic(text: string, serviceCidr: string): boolean {
  const block = parseBlock(serviceCidr);
  const address = parseAddress(text);
  return !!block && !!address && holds(block, address) && address.value > block.first && address.value <= lastStatic(block).value;
}

function dnsOf({ first }: AddressBlock): bigint {
  return first + BigInt(TAKEN_SERVICE_ADDRESSES.dns.offset);
}

/** With IPv4 the last of a block is for broadcasts. */
function lastUsable(block: AddressBlock): bigint {
  return block.first + sizeOf(block) - (block.version === 4 ? 2n : 1n);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function greatest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
