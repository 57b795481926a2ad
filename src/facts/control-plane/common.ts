import { EndpointsFact, ScrapeFact, ScrapePermission, TaintFact } from './control-plane-fact';

const READ = { checkedOn: '2026-11-21' };

/** What rows of several platforms have in common. None of it is a row by itself. */
export const COMMON_SOURCE = { source: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/', ...READ } as const;

const PERMISSIONS = { source: 'Datadog Helm chart 3.240.0, ClusterRole of the node Agents; DataDog/integrations-core, kube_scheduler, kube_controller_manager: leader election', ...READ } as const;

/** Every server of the control plane that signs people in asks the API server whether they may get these paths. */
export const METRICS: ScrapePermission & typeof PERMISSIONS = { nonResourceUrls: ['/metrics', '/metrics/slis'], verbs: ['get'], ...PERMISSIONS };

/** The checks tell who leads, from the Lease of that name in kube-system; without the permission they warn at every run. */
export const LEASE_OF_SCHEDULER: ScrapePermission & typeof PERMISSIONS = {
  apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['kube-scheduler'], verbs: ['get'], ...PERMISSIONS,
};
export const LEASE_OF_CONTROLLER_MANAGER: ScrapePermission & typeof PERMISSIONS = {
  apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['kube-controller-manager'], verbs: ['get'], ...PERMISSIONS,
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

const TAINTS_READ = {
  source: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-cluster-lifecycle/kubeadm/2067-rename-master-label-taint; kubernetes 1.36.3, cmd/kubeadm/app/constants; openshift/machine-config-operator, templates/master/01-master-kubelet',
  ...READ,
} as const;

/** Taints of control-plane nodes, as kubeadm sets them and others after it. */
export const CONTROL_PLANE_TAINTS: ReadonlyArray<TaintFact & typeof TAINTS_READ> = [
  { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule', since: '1.24', ...TAINTS_READ },
  // The only one on OpenShift 4. kubeadm sets it no longer since 1.25, others do: tolerating what is not there does nothing.
  { key: 'node-role.kubernetes.io/master', effect: 'NoSchedule', ...TAINTS_READ },
];
