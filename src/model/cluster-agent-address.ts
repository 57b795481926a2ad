import { ClusterAgentAddressDescription } from './cluster-description';
import { ViolationError } from '../base/violation';
import { CLUSTER_AGENT } from '../facts/cluster-agent';
import { STATIC_BAND } from '../facts/service-addresses';
import { derivedAddress, requireServiceAddress } from '../requirements/service-address';

/** An address of a Service that the user or the range of Services decides, so that it is known before the Service is there. */
export interface ClusterAgentAddressModel {
  readonly ip: string;
  readonly family: 'IPv4' | 'IPv6';
}

/** The address; none where it is turned off, or where nothing says what it could be. */
export function resolveAddress({ enabled, clusterIp }: ClusterAgentAddressDescription, serviceCidr?: string): ClusterAgentAddressModel | undefined {
  if (enabled === false) return undefined;
  const given = clusterIp === undefined ? undefined : requireServiceAddress(clusterIp, serviceCidr);
  const ip = given ?? (serviceCidr === undefined ? undefined : derivedAddress(serviceCidr));
  if (ip === undefined && enabled) {
    throw new ViolationError({
      rule: 'cluster-agent/address-is-known',
      reason: "'fixedAddress' of clusterAgent is on, and neither an address nor the range of Services is given",
      remedy: "Give the platform the 'serviceCidr' of the cluster, from which an address follows, or set 'clusterIp'",
      link: STATIC_BAND.source,
    });
  }
  return ip === undefined ? undefined : { ip, family: ip.includes(':') ? 'IPv6' : 'IPv4' };
}

export function urlOfAddress({ ip, family }: ClusterAgentAddressModel): string {
  return `https://${family === 'IPv6' ? `[${ip}]` : ip}:${CLUSTER_AGENT.port}`;
}
