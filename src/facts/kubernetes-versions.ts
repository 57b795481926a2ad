import { Fact } from './fact';

/** A capability of Kubernetes, by the minor version that has it without a feature gate. */
export interface KubernetesFeatureFact extends Fact {
  readonly name: string;
  /** major.minor */
  readonly since: string;
}

export const KUBERNETES_FEATURES = {
  nativeSidecars: {
    name: 'init containers with restartPolicy Always',
    since: '1.29',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
    checkedOn: '2026-09-20',
  },
  endpointSlices: {
    name: 'discovery.k8s.io/v1 EndpointSlice',
    since: '1.21',
    source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
    checkedOn: '2026-09-20',
  },
} satisfies Record<string, KubernetesFeatureFact>;
