import { Fact } from '../fact';

/** Made by the API server when it starts, and kept as it wants it. */
export const KUBERNETES_SERVICE = {
  name: 'kubernetes',
  namespace: 'default',
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/; kubernetes, pkg/controlplane/controller/kubernetesservice',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;
