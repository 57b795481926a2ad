import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';
import { RKE_LEGACY as CONTROL_PLANE } from '../control-plane/rke-legacy';

/** 1.18 is the newest, and the default, of Rancher 2.4. */
export const RKE_LEGACY = {
  id: 'rke-legacy',
  name: 'Rancher Kubernetes Engine, Rancher before 2.5',
  oldestKubernetes: '1.18',
  newestKubernetes: '1.18',
  leastKubernetes: '1.11',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  nodeHost: { runtime: 'docker', kubeletTlsVerify: false },
  controlPlane: CONTROL_PLANE,
  source: 'https://github.com/rancher/kontainer-driver-metadata/pull/578; https://github.com/rancher-archives/rke/pull/2074; https://github.com/rancher/rke/releases/tag/v0.1.15 (oldest); https://docs.datadoghq.com/containers/kubernetes/distributions/#Rancher',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
