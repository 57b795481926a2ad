import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { RKE as CONTROL_PLANE } from '../control-plane/rke';

export const RKE = {
  id: 'rke',
  name: 'Rancher Kubernetes Engine, Rancher 2.5 and newer',
  oldestKubernetes: '1.32',
  newestKubernetes: '1.32',
  leastKubernetes: '1.17',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { runtime: 'docker', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://www.suse.com/support/kb/doc/?id=000021513; https://github.com/rancher/rke/releases',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
