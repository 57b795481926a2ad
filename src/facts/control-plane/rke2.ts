import { API_SERVERS, BY_TOKEN, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER, METRICS } from './common';
import { ControlPlaneFact, EndpointsFact, ScrapeFact } from './control-plane-fact';

const READ = {
  source: 'rancher/rke2, pkg/staticpod/staticpod.go; https://docs.rke2.io/reference/server_config; https://docs.rke2.io/install/server_roles',
  checkedOn: '2026-11-21',
};

const FILE = 'In /etc/rancher/rke2/config.yaml of every server, followed by a restart of rke2-server:';

/** Static pods of hardened images, which no automatic configuration knows: a Service of ours finds them. */
function ways(name: string, port: number, scheme: 'http' | 'https', configuration: readonly string[], signIn: Partial<ScrapeFact>): EndpointsFact[] {
  const base = {
    way: 'endpoints',
    service: {
      namespace: 'kube-system',
      name: `datadog-${name}`,
      own: { selector: { component: name, tier: 'control-plane' }, portName: 'metrics', port },
    },
    ...signIn,
    ...READ,
  } as const;
  return [
    { ...base, when: { network: 'host' }, resolve: 'auto', url: `${scheme}://127.0.0.1:${port}/metrics` },
    { ...base, resolve: 'ip', url: `${scheme}://%%host%%:${port}/metrics`, nodeConfiguration: [FILE, ...configuration] },
  ];
}

export const RKE2: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  // The port for metrics alone asks for no certificate.
  etcd: ways('etcd', 2381, 'http', ['etcd-expose-metrics: true'], {}),
  scheduler: ways('kube-scheduler', 10259, 'https', ['kube-scheduler-arg: [bind-address=<address>]'], {
    ...BY_TOKEN, permissions: [METRICS, LEASE_OF_SCHEDULER],
  }),
  controllerManager: ways('kube-controller-manager', 10257, 'https', ['kube-controller-manager-arg: [bind-address=<address>]'], {
    ...BY_TOKEN, permissions: [METRICS, LEASE_OF_CONTROLLER_MANAGER],
  }),
  taints: [
    { key: 'CriticalAddonsOnly', effect: 'NoExecute' },
    { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
    { key: 'node-role.kubernetes.io/etcd', effect: 'NoExecute' },
  ],
  ...READ,
};
