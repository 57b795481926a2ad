import { Fact } from './fact';

/** A metric of the type `Resource` is about all containers of a pod together; `ContainerResource` names one. Stable since Kubernetes 1.30. */
export const CONTAINER_RESOURCE: Fact & { readonly since: string } = {
  since: '1.30',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics',
  checkedOn: '2026-11-30',
};

/** The autoscaler sets requests of every container for which its policy does not say `mode: "Off"`. */
export const VERTICAL_AUTOSCALER = {
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscaler',
  everyContainer: '*',
  off: 'Off',
  source: 'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

/** A pod that breaks a LimitRange is refused. */
export const LIMIT_RANGE: Fact = { source: 'https://kubernetes.io/docs/concepts/policy/limit-range/', checkedOn: '2026-11-30' };

/** A pod with which the sum of its namespace would be beyond a ResourceQuota is refused. */
export const RESOURCE_QUOTA: Fact = { source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/', checkedOn: '2026-11-30' };
