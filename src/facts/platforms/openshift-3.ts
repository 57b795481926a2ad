import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { OPENSHIFT_3 as CONTROL_PLANE } from '../control-plane/openshift-3';
import { NO_SOCKETS_ON_OPENSHIFT, OPENSHIFT_NODE_SELECTOR } from '../openshift';

/** Docker is the runtime unless one asks for CRI-O at installation: by inference from the installer, whose etcd uses Docker's commands. */
export const OPENSHIFT_3 = {
  id: 'openshift-3',
  name: 'Red Hat OpenShift 3.11',
  oldestKubernetes: '1.11',
  newestKubernetes: '1.11',
  leastKubernetes: '1.11',
  nodes: true,
  fargate: 'none',
  configMode: 'hostip',
  noSockets: NO_SOCKETS_ON_OPENSHIFT,
  namespaceAnnotations: OPENSHIFT_NODE_SELECTOR.annotations,
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  securityContextConstraints: true,
  clusterResourceQuotas: true,
  nodeHost: { runtime: 'docker', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://gist.github.com/luksa/4859abc6a292a249dc6ef014f8de2d4d; openshift/openshift-ansible, release-3.11: roles/etcd/tasks/static.yml; https://docs.datadoghq.com/containers/kubernetes/distributions/#Openshift',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
