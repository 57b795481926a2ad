import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { OPENSHIFT_4 as CONTROL_PLANE } from '../control-plane/openshift-4';
import { NO_SOCKETS_ON_OPENSHIFT, OPENSHIFT_NODE_SELECTOR } from '../openshift';

/**
 * 4.18 to 4.22. 4.18 is the oldest in the first term of extended updates (until 2027-02-25); 4.22 came on 2026-06-09. Each has the
 * Kubernetes of 13 minor versions more than its own.
 */
export const OPENSHIFT_4 = {
  id: 'openshift-4',
  name: 'Red Hat OpenShift 4',
  oldestKubernetes: '1.31',
  newestKubernetes: '1.35',
  leastKubernetes: '1.16',
  nodes: true,
  fargate: 'none',
  configMode: 'hostip',
  noSockets: NO_SOCKETS_ON_OPENSHIFT,
  namespaceAnnotations: OPENSHIFT_NODE_SELECTOR.annotations,
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  securityContextConstraints: true,
  clusterResourceQuotas: true,
  reservedNodes: ['node-role.kubernetes.io/infra'],
  nodeHost: { runtime: 'cri-o', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://access.redhat.com/support/policy/updates/openshift; https://kubernetes.recipes/recipes/configuration/openshift-lifecycle-versions (dates); https://github.com/openshift/kubernetes/pull/2773 (4.22); https://github.com/openshift/assisted-test-infra/pull/2814 (its day); https://docs.datadoghq.com/containers/kubernetes/distributions/#Openshift; openshift/machine-config-operator, templates/master/01-master-kubelet',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
