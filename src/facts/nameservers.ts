import { Fact } from './fact';

/** Ranges that are not routed in the Internet, where nameservers of clusters and networks are: private, shared, link-local and loopback. */
export const NOT_PUBLIC: Fact & { readonly blocks: readonly string[] } = {
  blocks: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', '127.0.0.0/8', 'fc00::/7', 'fe80::/10', '::1/128'],
  source: 'https://www.iana.org/assignments/iana-ipv4-special-registry/; https://www.iana.org/assignments/iana-ipv6-special-registry/',
  checkedOn: '2026-11-30',
};
