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
  ipFamilies: {
    name: 'ipFamilies of Services',
    since: '1.21',
    source: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/',
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
    source: 'kubernetes 1.36.3, pkg/features/kube_features.go; https://www.kubernetes.dev/resources/keps/2862/',
    checkedOn: '2026-11-21',
  },
  leases: {
    name: 'coordination.k8s.io/v1 Lease',
    since: '1.14',
    source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.14.md',
    checkedOn: '2026-11-21',
  },
  /** Beta and on with 1.34; with the feature gate from 1.32 on. */
  podLevelResources: {
    name: 'resources of pods (PodLevelResources)',
    since: '1.34',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/; kubernetes 1.36.3, pkg/apis/core/validation/validation.go: validatePodResourceConsistency',
    checkedOn: '2026-11-30',
  },
  startupProbes: {
    name: 'startupProbe of containers',
    since: '1.18',
    source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/',
    checkedOn: '2026-11-21',
  },
  seccompField: {
    name: 'seccompProfile of pods and containers',
    since: '1.19',
    source: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.19.md',
    checkedOn: '2026-11-21',
  },
  /** PodDisruptionBudget and CronJob became stable together. */
  stableBudgetsAndCronJobs: {
    name: 'policy/v1 PodDisruptionBudget and batch/v1 CronJob',
    since: '1.21',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-25',
    checkedOn: '2026-11-21',
  },
} satisfies Record<string, KubernetesFeatureFact>;
