import { Fact } from './fact';

/** A pod is on a node with a taint only where it tolerates that, a DaemonSet's too. PreferNoSchedule is only a wish. */
export const TAINTS: Fact = {
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
  checkedOn: '2026-11-21',
};

/** Taints of nodes in trouble, which Kubernetes makes every DaemonSet tolerate. */
export const SYSTEM_TAINTS: Fact & { readonly prefix: string } = {
  prefix: 'node.kubernetes.io/',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations',
  checkedOn: '2026-11-21',
};
