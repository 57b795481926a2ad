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
  /** Until then the token of a pod is a Secret that is mounted. */
  projectedTokens: {
    name: 'tokens of ServiceAccounts in projected volumes (BoundServiceAccountTokenVolume)',
    since: '1.21',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-token-volume',
    checkedOn: '2026-11-21',
  },
  appArmorField: {
    name: 'appArmorProfile of containers',
    since: '1.30',
    source: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    checkedOn: '2026-11-21',
  },
  internalTrafficPolicy: {
    name: 'internalTrafficPolicy of Services',
    since: '1.22',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
    checkedOn: '2026-11-21',
  },
  /** Alpha with 1.32, on by default with 1.33, stable with 1.36. It is the kubelet's, which may be older than the API server. */
  fineGrainedKubelet: {
    name: 'fine-grained authorization of the kubelet API (KubeletFineGrainedAuthz)',
    since: '1.33',
    source: 'https://www.kubernetes.dev/resources/keps/2862/',
    checkedOn: '2026-11-21',
  },
} satisfies Record<string, KubernetesFeatureFact>;
