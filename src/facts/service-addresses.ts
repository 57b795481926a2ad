import { Fact } from './fact';

/**
 * Addresses of Services that Kubernetes gives to nobody on its own while others are free: as many from the start of the range as
 * a sixteenth of it has, but within these limits.
 */
export const STATIC_BAND: Fact & { readonly least: number; readonly most: number; readonly share: number } = {
  least: 16,
  most: 256,
  share: 16,
  source: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/#avoid-ClusterIP-conflict',
  checkedOn: '2026-11-21',
};

/** Addresses of every cluster that are taken, counted from the first of the range. */
export const TAKEN_SERVICE_ADDRESSES = {
  apiServer: {
    offset: 1,
    source: 'kubernetes, pkg/controlplane/services.go: the API server takes the first address of the range for its Service',
    checkedOn: '2026-11-21',
  },
  dns: {
    offset: 10,
    source: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/#why-do-you-need-to-reserve-service-cluster-ips',
    checkedOn: '2026-11-21',
  },
} as const satisfies Record<string, Fact & { readonly offset: number }>;

/** A range of more addresses than this prefix leaves is refused by the API server. */
export const LEAST_IPV6_PREFIX: Fact & { readonly value: number } = {
  value: 64,
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/networking/service-cidr-v1/; kubernetes, cmd/kube-apiserver/app/options/validation.go: validateMaxCIDRRange',
  checkedOn: '2026-11-21',
};
