import { EndpointsFact, ScrapeFact, ScrapePermission, TaintFact } from './control-plane-fact';

const READ = { checkedOn: '2026-11-21' };

/** What rows of several platforms have in common. None of it is a row by itself. */
export const COMMON_SOURCE = { source: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/', ...READ } as const;

/** Every server of the control plane that signs people in asks the API server whether they may get these paths. */
export const METRICS: ScrapePermission & typeof COMMON_SOURCE = { nonResourceUrls: ['/metrics', '/metrics/slis'], verbs: ['get'], ...COMMON_SOURCE };

/** The checks tell who leads, from the Lease of that name in kube-system; without the permission they warn at every run. */
export const LEASE_OF_SCHEDULER: ScrapePermission & typeof COMMON_SOURCE = {
  apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['kube-scheduler'], verbs: ['get'], ...COMMON_SOURCE,
};
export const LEASE_OF_CONTROLLER_MANAGER: ScrapePermission & typeof COMMON_SOURCE = {
  apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['kube-controller-manager'], verbs: ['get'], ...COMMON_SOURCE,
};

/** By token, over TLS with a certificate that the server made for itself. */
export const BY_TOKEN = { token: true, tlsVerify: false, ...COMMON_SOURCE } as const satisfies Partial<ScrapeFact>;

/** By client certificate; the authority that signed it signed the server's too. */
export const BY_CERTIFICATE = { tlsVerify: true, ...COMMON_SOURCE } as const satisfies Partial<ScrapeFact>;

/** The endpoints of default/kubernetes are the API servers. The port has a name, because on some platforms there are others. */
export const API_SERVERS: EndpointsFact = {
  way: 'endpoints',
  service: { namespace: 'default', name: 'kubernetes' },
  resolve: 'ip',
  url: 'https://%%host%%:%%port_https%%/metrics',
  token: true,
  // The certificate is for the names and the Service address of the API server, and not on every platform for these addresses.
  tlsVerify: false,
  permissions: [METRICS],
  source: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/; kubernetes, pkg/controlplane/controller/kubernetesservice',
  ...READ,
};

/** Taints of control-plane nodes, as kubeadm sets them and others after it. */
export const CONTROL_PLANE_TAINTS: ReadonlyArray<TaintFact & typeof COMMON_SOURCE> = [
  { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule', since: '1.24', ...COMMON_SOURCE },
  // No longer set since 1.25. A node that was made before may still carry it, and tolerating what is not there does nothing.
  { key: 'node-role.kubernetes.io/master', effect: 'NoSchedule', ...COMMON_SOURCE },
];
