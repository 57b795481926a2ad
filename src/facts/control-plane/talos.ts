import { API_SERVERS, BY_TOKEN, CONTROL_PLANE_TAINTS, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER, METRICS } from './common';
import { CheckedFact, ControlPlaneFact, ScrapeFact } from './control-plane-fact';

const READ = {
  source: 'siderolabs/talos, internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go; https://docs.siderolabs.com/kubernetes-guides/monitoring-and-observability/etcd-metrics',
  checkedOn: '2026-11-21',
};

/** Static pods that listen on the loopback address unless told otherwise. There the Agent of their node alone reaches them, and finds them by their images. */
function ways(name: string, field: string, port: number, permissions: ScrapeFact['permissions']): CheckedFact[] {
  const base = { ...BY_TOKEN, permissions, ...READ };
  return [
    { ...base, way: 'containers', when: { network: 'host' }, images: [name], url: `https://127.0.0.1:${port}/metrics` },
    {
      ...base,
      way: 'endpoints',
      service: {
        namespace: 'kube-system',
        name: `datadog-${name}`,
        own: { selector: { 'k8s-app': name, 'tier': 'control-plane' }, portName: 'metrics', port },
      },
      resolve: 'ip',
      url: `https://%%host%%:${port}/metrics`,
      nodeConfiguration: ['In the machine configuration of every control-plane node:', 'cluster:', `  ${field}:`, '    extraArgs:', '      bind-address: "<address>"'],
    },
  ];
}

export const TALOS: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  // A service of the host and no pod: on the nodes of the API servers, all of which run it.
  etcd: [{
    way: 'endpoints',
    service: { namespace: 'default', name: 'kubernetes' },
    resolve: 'ip',
    url: 'http://%%host%%:2381/metrics',
    nodeConfiguration: [
      'In the machine configuration of every control-plane node, followed by a reboot of each:',
      'cluster:',
      '  etcd:',
      '    extraArgs:',
      '      listen-metrics-urls: http://<address>:2381',
      'The port asks nobody who they are: keep it from all but the nodes with the firewall of Talos.',
    ],
    ...READ,
  }],
  scheduler: ways('kube-scheduler', 'scheduler', 10259, [METRICS, LEASE_OF_SCHEDULER]),
  controllerManager: ways('kube-controller-manager', 'controllerManager', 10257, [METRICS, LEASE_OF_CONTROLLER_MANAGER]),
  taints: CONTROL_PLANE_TAINTS,
  // Its API server declares no port, which that automatic configuration asks for.
  autoConf: ['scheduler', 'controllerManager'],
  ...READ,
};
