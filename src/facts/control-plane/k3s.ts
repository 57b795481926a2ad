import { API_SERVERS, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER, METRICS } from './common';
import { ControlPlaneFact } from './control-plane-fact';

const READ = { source: 'https://docs.k3s.io/cli/server; https://docs.k3s.io/datastore; https://github.com/k3s-io/k3s/issues/2262; https://github.com/k3s-io/k3s/issues/3619', checkedOn: '2026-11-21' };

/** A comment of that file. An API server that does not run registers itself nowhere. */
const NO_ETCD_ALONE = '# Servers for etcd alone (disable-apiserver) are no endpoints of default/kubernetes, so their etcd is not watched.';

/** One process is the whole control plane, and each of its ports has the metrics of all components: that of the API server will do. */
export const K3S: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: [
    {
      way: 'unavailable',
      when: { datastore: 'other' },
      reason: 'this cluster keeps its data in SQLite or in a database of its own, and there is no etcd',
      instead: 'The latency of requests to the datastore is among the metrics of the API server: kube_apiserver.etcd_request_duration_seconds. '
        + 'PostgreSQL and MySQL have integrations of their own',
      link: 'https://docs.k3s.io/datastore',
      ...READ,
    },
    {
      way: 'endpoints',
      service: { namespace: 'default', name: 'kubernetes' },
      resolve: 'ip',
      url: 'http://%%host%%:2381/metrics',
      nodeConfiguration: ['In /etc/rancher/k3s/config.yaml of every server, followed by a restart of k3s:', 'etcd-expose-metrics: true', NO_ETCD_ALONE],
      ...READ,
    },
  ],
  scheduler: [{ ...API_SERVERS, permissions: [METRICS, LEASE_OF_SCHEDULER], ...READ }],
  controllerManager: [{ ...API_SERVERS, permissions: [METRICS, LEASE_OF_CONTROLLER_MANAGER], ...READ }],
  taints: [],
  ...READ,
};
