import { API_SERVERS, BY_CERTIFICATE, BY_TOKEN, CONTROL_PLANE_TAINTS, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER, METRICS } from './common';
import { ContainersFact, ControlPlaneFact } from './control-plane-fact';

const READ = { source: 'kubernetes 1.36.3, cmd/kubeadm/app: phases/controlplane/manifests.go, phases/etcd/local.go, constants', checkedOn: '2026-11-21' };

/** Both listen on the loopback address unless told otherwise, and kubeadm changes how it is told from version to version. */
function bound(component: 'scheduler' | 'controllerManager'): ReadonlyArray<Pick<ContainersFact, 'since' | 'before' | 'nodeConfiguration'>> {
  const list = (api: string) => [
    `apiVersion: kubeadm.k8s.io/${api}`,
    'kind: ClusterConfiguration',
    `${component}:`,
    '  extraArgs:',
    '    bind-address: "<address>"',
  ];
  return [
    { before: '1.22', nodeConfiguration: list('v1beta2') },
    { since: '1.22', before: '1.31', nodeConfiguration: list('v1beta3') },
    { since: '1.31', nodeConfiguration: [...list('v1beta4').slice(0, -1), '  - name: bind-address', '    value: "<address>"'] },
  ];
}

const scheduler = {
  way: 'containers', images: ['kube-scheduler'], ...BY_TOKEN, permissions: [METRICS, LEASE_OF_SCHEDULER], ...READ,
} as const;
const controllerManager = {
  way: 'containers', images: ['kube-controller-manager'], ...BY_TOKEN, permissions: [METRICS, LEASE_OF_CONTROLLER_MANAGER], ...READ,
} as const;
const etcd = {
  way: 'containers',
  images: ['etcd'],
  ...BY_CERTIFICATE,
  certificate: {
    from: 'host',
    folder: '/etc/kubernetes/pki/etcd',
    // For clients only, where server.crt would let its holder pass for etcd.
    files: { cert: 'healthcheck-client.crt', key: 'healthcheck-client.key', ca: 'ca.crt' },
  },
  ...READ,
} as const;

/** Static pods of kube-system, on the network of the host. */
export const KUBEADM: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: [
    { ...etcd, when: { network: 'host' }, url: 'https://127.0.0.1:2379/metrics' },
    { ...etcd, url: 'https://%%host%%:2379/metrics' },
  ],
  scheduler: [
    { ...scheduler, when: { network: 'host' }, url: 'https://127.0.0.1:10259/metrics' },
    ...bound('scheduler').map(versions => ({ ...scheduler, ...versions, url: 'https://%%host%%:10259/metrics' })),
  ],
  controllerManager: [
    { ...controllerManager, when: { network: 'host' }, url: 'https://127.0.0.1:10257/metrics' },
    ...bound('controllerManager').map(versions => ({ ...controllerManager, ...versions, url: 'https://%%host%%:10257/metrics' })),
  ],
  taints: CONTROL_PLANE_TAINTS,
  // The API server since 1.34, from which its static pod declares ports.
  autoConf: ['apiServer', 'etcd', 'scheduler', 'controllerManager'],
  ...READ,
};
