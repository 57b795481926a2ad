import { API_SERVERS, BY_TOKEN, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER, METRICS } from './common';
import { CheckedFact, ControlPlaneFact, ScrapeFact } from './control-plane-fact';

const READ = {
  source: 'rancher/rke2, pkg/staticpod/staticpod.go; k3s-io/k3s, pkg/server: labels of nodes; https://docs.rke2.io/reference/server_config; https://docs.rke2.io/install/server_roles; https://docs.rke2.io/install/ha (CriticalAddonsOnly); https://github.com/rancher/rke2/issues/1061 (taints of Rancher)',
  checkedOn: '2026-11-21',
};

const FILE = 'In /etc/rancher/rke2/config.yaml of every server, followed by a restart of rke2-server:';

interface Component {
  readonly name: string;
  /** Role of its nodes, as in the label that RKE2 gives them. */
  readonly role: 'etcd' | 'control-plane';
  readonly port: number;
  readonly scheme: 'http' | 'https';
  /** What makes it listen on more than the loopback address. */
  readonly configuration: string;
}

/**
 * Static pods of hardened images, which no automatic configuration knows: a Service of ours finds them. On the loopback address the Agent
 * of their node alone reaches them, and it knows static pods by other uids than the endpoints of Services do: pods on their nodes carry
 * the check to it.
 */
function ways({ name, role, port, scheme, configuration }: Component, signIn: Partial<ScrapeFact>): CheckedFact[] {
  return [
    {
      way: 'pausePods',
      when: { network: 'host' },
      name: `${role}-pause`,
      nodeSelector: { [`node-role.kubernetes.io/${role}`]: 'true' },
      url: `${scheme}://127.0.0.1:${port}/metrics`,
      ...signIn,
      ...READ,
    },
    {
      way: 'endpoints',
      service: {
        namespace: 'kube-system',
        name: `datadog-${name}`,
        own: { selector: { component: name, tier: 'control-plane' }, portName: 'metrics', port },
      },
      resolve: 'ip',
      url: `${scheme}://%%host%%:${port}/metrics`,
      nodeConfiguration: [FILE, configuration],
      ...signIn,
      ...READ,
    },
  ];
}

export const RKE2: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  // The port for metrics alone asks for no certificate.
  etcd: ways({ name: 'etcd', role: 'etcd', port: 2381, scheme: 'http', configuration: 'etcd-expose-metrics: true' }, {}),
  scheduler: ways({
    name: 'kube-scheduler', role: 'control-plane', port: 10259, scheme: 'https', configuration: 'kube-scheduler-arg: ["bind-address=<address>"]',
  }, { ...BY_TOKEN, permissions: [METRICS, LEASE_OF_SCHEDULER] }),
  controllerManager: ways({
    name: 'kube-controller-manager', role: 'control-plane', port: 10257, scheme: 'https', configuration: 'kube-controller-manager-arg: ["bind-address=<address>"]',
  }, { ...BY_TOKEN, permissions: [METRICS, LEASE_OF_CONTROLLER_MANAGER] }),
  taints: [
    { key: 'CriticalAddonsOnly', effect: 'NoExecute' },
    { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
    { key: 'node-role.kubernetes.io/etcd', effect: 'NoExecute' },
  ],
  ...READ,
};
