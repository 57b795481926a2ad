import { isIP } from 'net';
import { ViolationError } from '../base/violation';

/** Blocks of addresses; none at all would allow every address, where nothing stands for them. */
export function requireCidrs(option: string, cidrs: readonly string[]): readonly string[] {
  const link = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';
  const wrong = cidrs.find(cidr => !isCidr(cidr));
  if (wrong !== undefined || cidrs.length === 0) {
    throw new ViolationError({
      rule: 'network-policy/cidr',
      reason: wrong === undefined
        ? `'${option}' has no block of addresses, and a policy without one would allow every address`
        : `'${wrong}' in '${option}' is no block of addresses`,
      remedy: "Write addresses with the length of the prefix, for example '10.0.0.0/16', or leave the option out",
      link,
    });
  }
  return cidrs;
}

function isCidr(text: string): boolean {
  const [, address, length] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address ?? '');
  return version !== 0 && Number(length) <= (version === 4 ? 32 : 128);
}
