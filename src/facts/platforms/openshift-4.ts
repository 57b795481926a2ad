import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { OPENSHIFT_4 as CONTROL_PLANE } from '../control-plane/openshift-4';

export const OPENSHIFT_4 = {
  id: 'openshift-4',
  name: 'Red Hat OpenShift 4',
  oldestKubernetes: '1.31',
  newestKubernetes: '1.34',
  leastKubernetes: '1.16',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  securityContextConstraints: true,
  reservedNodes: ['node-role.kubernetes.io/infra'],
  nodeHost: { runtime: 'cri-o', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://access.redhat.com/support/policy/updates/openshift; https://access.redhat.com/solutions/4870701; https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/machine_management/creating-infrastructure-machinesets',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
