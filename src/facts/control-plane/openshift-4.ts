import { API_SERVERS, BY_CERTIFICATE, BY_TOKEN, CONTROL_PLANE_TAINTS, LEASE_OF_CONTROLLER_MANAGER, METRICS } from './common';
import { ControlPlaneFact, EndpointsFact } from './control-plane-fact';

const READ = {
  source: 'openshift: cluster-etcd-operator, cluster-kube-scheduler-operator, cluster-kube-controller-manager-operator, bindata by release branch; DataDog/integrations-core, kube_leader/mixins.py; cluster-monitoring-operator, assets/control-plane: keys of kube-etcd-client-certs',
  checkedOn: '2026-11-21',
};

/** The one port of etcd's Service that trusts those who sign the certificates of clients; on OpenShift 4.16 and newer there are four others. */
export const OPENSHIFT_ETCD_PORT = {
  namespace: 'openshift-etcd',
  name: 'etcd',
  port: 'etcd-metrics',
  source: 'https://github.com/openshift/cluster-etcd-operator/blob/release-4.16/bindata/etcd/svc.yaml',
  checkedOn: '2026-11-21',
} as const;

/** OpenShift 4.14. */
const SECRET_MOVED = '1.27';

/** Static pods behind Services of OpenShift. With `ip` a runner takes the check, and not the Agent of the node. */
const etcd: EndpointsFact = {
  way: 'endpoints',
  service: { namespace: OPENSHIFT_ETCD_PORT.namespace, name: OPENSHIFT_ETCD_PORT.name },
  resolve: 'ip',
  url: `https://%%host%%:%%port_${OPENSHIFT_ETCD_PORT.port}%%/metrics`,
  ...BY_CERTIFICATE,
  ...READ,
};

export const OPENSHIFT_4: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: [
    {
      ...etcd,
      before: SECRET_MOVED,
      certificate: {
        from: 'secret',
        namespace: 'openshift-monitoring',
        secretName: 'kube-etcd-client-certs',
        cert: 'etcd-client.crt',
        key: 'etcd-client.key',
        ca: { key: 'etcd-client-ca.crt' },
      },
    },
    {
      ...etcd,
      since: SECRET_MOVED,
      certificate: {
        from: 'secret',
        namespace: 'openshift-etcd-operator',
        secretName: 'etcd-metric-client',
        cert: 'tls.crt',
        key: 'tls.key',
        ca: { configMapName: 'etcd-metric-serving-ca', key: 'ca-bundle.crt' },
      },
    },
  ],
  scheduler: [{
    way: 'endpoints',
    service: { namespace: 'openshift-kube-scheduler', name: 'scheduler' },
    resolve: 'ip',
    url: 'https://%%host%%:%%port_https%%/metrics',
    ...BY_TOKEN,
    // Its Lease is in openshift-kube-scheduler, and the check looks in kube-system alone, to warn at every run.
    options: { leader_election: false },
    permissions: [METRICS],
    ...READ,
  }],
  controllerManager: [{
    way: 'endpoints',
    service: { namespace: 'openshift-kube-controller-manager', name: 'kube-controller-manager' },
    resolve: 'ip',
    url: 'https://%%host%%:%%port_https%%/metrics',
    ...BY_TOKEN,
    permissions: [METRICS, LEASE_OF_CONTROLLER_MANAGER],
    ...READ,
  }],
  taints: CONTROL_PLANE_TAINTS,
  ...READ,
};
