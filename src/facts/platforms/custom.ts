import { CLUSTER_DOMAIN, PlatformFact, SMALLEST_FARGATE } from './platform-fact';

/** What a platform has of which the user says the rest: its name and its control plane. */
export const CUSTOM = {
  id: 'custom',
  name: 'a custom platform',
  oldestKubernetes: '1.35',
  newestKubernetes: '1.37',
  nodes: true,
  fargate: 'none',
  configMode: 'socket',
  deploymentResources: SMALLEST_FARGATE,
  clusterDomain: CLUSTER_DOMAIN.value,
  controlPlane: {
    apiServer: [],
    etcd: [],
    scheduler: [],
    controllerManager: [],
    taints: [],
    autoConf: ['apiServer', 'etcd', 'scheduler', 'controllerManager'],
    source: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/',
    checkedOn: '2026-11-21',
  },
  source: 'https://kubernetes.io/releases/1.34; https://docs.k3s.io/release-notes/v1.37.X (1.37.0 and its day)',
  checkedOn: '2026-11-21',
} as const satisfies PlatformFact;
