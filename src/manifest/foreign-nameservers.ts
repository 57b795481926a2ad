import type { PodSpec } from 'kubernetes-types/core/v1';
import { Address, holds, parseAddress, parseBlock } from '../base/addresses';
import { NOT_PUBLIC } from '../facts/nameservers';

const BLOCKS = NOT_PUBLIC.blocks.map(block => parseBlock(block)!);

/** The nameservers that the pod asks alone, where none of them can be one of the cluster: all are public addresses. None elsewhere. */
export function foreignNameservers({ dnsPolicy, dnsConfig }: PodSpec, serviceCidr: string | undefined): string[] {
  const given: unknown = dnsConfig?.nameservers;
  if (dnsPolicy !== 'None' || !Array.isArray(given) || given.length === 0) return [];
  const services = serviceCidr === undefined ? undefined : parseBlock(serviceCidr);
  const isForeign = (address: Address | undefined) => address !== undefined
    && !(services && holds(services, address)) && !BLOCKS.some(block => holds(block, address));
  return given.every(text => typeof text === 'string' && isForeign(parseAddress(text))) ? given as string[] : [];
}
