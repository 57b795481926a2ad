import { API_SERVERS, BY_CERTIFICATE, BY_TOKEN, METRICS } from './common';
import { ControlPlaneFact, EndpointsFact, ScrapePermission } from './control-plane-fact';

const READ = { source: 'openshift/openshift-ansible, release-3.11: roles/openshift_control_plane, roles/etcd; openshift/cluster-monitoring-operator, release-3.11', checkedOn: '2026-11-21' };

const MASTER = { 'openshift.io/control-plane': 'true' };
/** Kubernetes 1.11 keeps who leads in an annotation of Endpoints. */
const leader = (name: string): ScrapePermission => ({ apiGroups: [''], resources: ['endpoints'], resourceNames: [name], verbs: ['get'] });

/** One process is both. The Service of OpenShift is its operator's, which takes away what others write on it. */
const controllers: EndpointsFact = {
  way: 'endpoints',
  service: {
    namespace: 'kube-system',
    name: 'datadog-kube-controllers',
    own: { selector: { 'openshift.io/component': 'controllers', ...MASTER }, portName: 'https', port: 8444 },
  },
  resolve: 'ip',
  url: 'https://%%host%%:8444/metrics',
  ...BY_TOKEN,
  ...READ,
};

const etcd = {
  url: 'https://%%host%%:2379/metrics',
  ...BY_CERTIFICATE,
  certificate: {
    from: 'host',
    folder: '/etc/etcd',
    // /etc/etcd/ca is on the first host alone, and has the key of the authority beside its certificate. The files are for their owner
    // alone: root, or etcd where it once was no container.
    files: { cert: 'server.crt', key: 'server.key', ca: 'ca.crt' },
  },
  ...READ,
} as const;

export const OPENSHIFT_3: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: [
    {
      ...etcd,
      when: { clusterChecks: 'runners' },
      way: 'endpoints',
      service: {
        namespace: 'kube-system',
        name: 'datadog-etcd',
        // OpenShift has a Service of its own only where its monitoring was told to watch etcd.
        own: { selector: { 'openshift.io/component': 'etcd', ...MASTER }, portName: 'etcd', port: 2379 },
      },
      resolve: 'ip',
    },
    // Without runners, the Agent of the node has the files, and finds the static pod there by its image: quay.io/coreos/etcd or rhel7/etcd.
    { ...etcd, way: 'containers', images: ['etcd'] },
  ],
  scheduler: [{ ...controllers, permissions: [METRICS, leader('kube-scheduler')] }],
  controllerManager: [{ ...controllers, permissions: [METRICS, leader('kube-controller-manager')] }],
  taints: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }],
  autoConf: ['etcd'],
  nodeSelector: { 'node-role.kubernetes.io/master': 'true' },
  ...READ,
};
