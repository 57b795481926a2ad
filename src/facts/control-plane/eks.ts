import { CERTIFICATE_PATHS } from './checks';
import { API_SERVERS, LEASE_OF_CONTROLLER_MANAGER, LEASE_OF_SCHEDULER } from './common';
import { ControlPlaneFact, ScrapePermission, ServiceFact, UnavailableFact } from './control-plane-fact';

const PAGE = 'https://docs.aws.amazon.com/eks/latest/userguide/view-raw-metrics.html';
const READ = { source: `${PAGE}; https://docs.datadoghq.com/containers/kubernetes/control_plane/#EKS`, checkedOn: '2026-11-21' };

const SINCE = '1.28';

/** An API of EKS behind the API server: every address of it gives the same, so one scrape of the Service's is enough. */
function container(name: 'kcm' | 'ksh', permission: ScrapePermission): ServiceFact {
  return {
    way: 'service',
    since: SINCE,
    service: { namespace: 'default', name: 'kubernetes' },
    url: `https://%%host%%:%%port_https%%/apis/metrics.eks.amazonaws.com/v1/${name}/container/metrics`,
    token: true,
    tlsVerify: true,
    ca: CERTIFICATE_PATHS.clusterCa,
    // Without it the API answers 406.
    options: { extra_headers: { accept: '*/*' } },
    permissions: [{ apiGroups: ['metrics.eks.amazonaws.com'], resources: [`${name}/metrics`], verbs: ['get'] }, permission],
    nodeConfiguration: [
      'The platform version of the cluster is 1.28 eks.27, 1.29 eks.21, 1.30 eks.18, 1.31 eks.10 or newer:',
      'aws eks describe-cluster --name <cluster> --query cluster.platformVersion',
    ],
    ...READ,
  };
}

const older: UnavailableFact = {
  way: 'unavailable',
  before: SINCE,
  reason: `Amazon EKS has metrics of scheduler and controller-manager since Kubernetes ${SINCE}`,
  instead: `Upgrade the cluster to ${SINCE} or newer`,
  link: PAGE,
  ...READ,
};

/** On Fargate and on EC2 alike: AWS runs it, and nothing of it is on a node. */
export const EKS_CONTROL_PLANE: ControlPlaneFact = {
  apiServer: [API_SERVERS],
  etcd: [{
    way: 'unavailable',
    reason: 'Amazon EKS does not expose etcd',
    instead: 'How long it takes to answer, and how much is in it, is among the metrics of the API server: kube_apiserver.etcd_request_duration_seconds, kube_apiserver.storage_objects',
    link: PAGE,
    ...READ,
  }],
  scheduler: [older, container('ksh', LEASE_OF_SCHEDULER)],
  controllerManager: [older, container('kcm', LEASE_OF_CONTROLLER_MANAGER)],
  taints: [],
  ...READ,
};
