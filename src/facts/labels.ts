import { Fact } from './fact';

/** On every object that this library makes. */
export const MANAGED_BY_LABEL = {
  name: 'app.kubernetes.io/managed-by',
  value: 'cdk8s-datadog',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** Kubernetes puts it on every namespace, with its name. */
export const NAMESPACE_NAME_LABEL = {
  name: 'kubernetes.io/metadata.name',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** On every node, with the operating system that it runs. */
export const NODE_OS_LABEL = {
  name: 'kubernetes.io/os',
  linux: 'linux',
  windows: 'windows',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-os',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** What Kubernetes called the label of the operating system before 1.14. Nodes still have it. */
export const FORMER_NODE_OS_LABEL = {
  name: 'beta.kubernetes.io/os',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#beta-kubernetes-io-os',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

/** On every node with Windows and on no other, with the build of Windows. */
export const WINDOWS_BUILD_LABEL = {
  name: 'node.kubernetes.io/windows-build',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#nodekubernetesiowindows-build',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

/** What an object is for, for people. */
export const DESCRIPTION_ANNOTATION = {
  name: 'kubernetes.io/description',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#description',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

/** Ours, on pod templates: a change of a pod template is what rolls pods out, and a change of a Secret is not. */
export const SECRET_REVISION_ANNOTATION = {
  name: 'cdk8s-datadog/secret-revision',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;
