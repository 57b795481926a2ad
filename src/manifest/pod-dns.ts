import type { PodSpec } from 'kubernetes-types/core/v1';

/** Why a pod asks the DNS of its node, which knows no Services; undefined where it asks that of the cluster, or one of its own. */
export function outsideClusterDns({ dnsPolicy = 'ClusterFirst', hostNetwork }: PodSpec): string | undefined {
  if (dnsPolicy === 'Default') return "'dnsPolicy' is Default";
  if (hostNetwork === true && dnsPolicy === 'ClusterFirst') return "'hostNetwork' is true without 'dnsPolicy: ClusterFirstWithHostNet'";
  return undefined;
}
