import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { OPENSHIFT_3 as CONTROL_PLANE } from '../control-plane/openshift-3';

export const OPENSHIFT_3 = {
  id: 'openshift-3',
  name: 'Red Hat OpenShift 3.11',
  oldestKubernetes: '1.11',
  newestKubernetes: '1.11',
  leastKubernetes: '1.11',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  securityContextConstraints: true,
  nodeHost: { runtime: 'docker', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://docs.openshift.com/container-platform/3.11/release_notes/ocp_3_11_release_notes.html',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
