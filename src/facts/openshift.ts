import { Fact } from './fact';

const SCC_DOCS = 'https://docs.okd.io/latest/authentication/managing-security-context-constraints.html';

/** Who may do what in a pod on OpenShift. */
export const SECURITY_CONTEXT_CONSTRAINTS = {
  group: 'security.openshift.io',
  apiVersion: 'security.openshift.io/v1',
  kind: 'SecurityContextConstraints',
  resource: 'securitycontextconstraints',
  source: `openshift/api, security/v1; ${SCC_DOCS}`,
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * What every account may use: no host, a uid, a group for volumes and an SELinux level out of the ranges of the namespace. A pod that
 * asks for a uid of its own is refused. Since OpenShift 4.11; before, `restricted` does as much and is laxer about capabilities. Its volumes
 * are those of the newest release: `csi` since 4.13, `image` since 4.21 at the earliest.
 */
export const RESTRICTED_SCC = {
  name: 'restricted-v2',
  volumes: ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'],
  capabilities: ['NET_BIND_SERVICE'],
  seccompProfiles: ['runtime/default'],
  source: 'openshift/cluster-kube-apiserver-operator: bindata/bootkube/scc-manifests/0000_20_kube-apiserver-operator_00_scc-restricted-v2.yaml, pull requests 1380 and 1968; https://github.com/openshift/openshift-docs/pull/58313; https://connect.redhat.com/en/blog/important-openshift-changes-pod-security-standards',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string | readonly string[]>;

/** The authority of certificates of Services, which OpenShift projects beside the token of an account since it projects tokens. */
export const SERVICE_CA = {
  configMap: 'openshift-service-ca.crt',
  file: 'service-ca.crt',
  source: 'https://github.com/openshift/kubernetes/commit/23d865348a224d44bcc55c303f8d62c8608b37f2',
  checkedOn: '2026-11-30',
} as const satisfies Fact & Record<string, string>;

/**
 * Datadog calls sockets for applications possible and advises against them: pods would need constraints of their own for the folder of
 * their node, and a type of SELinux that may connect to a socket in it.
 */
export const NO_SOCKETS_ON_OPENSHIFT = {
  reason: 'on OpenShift a pod that is not privileged may have no folder of its node, and SELinux keeps it from the sockets there',
  unless: 'pod-is-privileged',
  exception: 'pods that are privileged',
  source: 'https://docs.datadoghq.com/containers/kubernetes/distributions/#Openshift',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * The SELinux context of a container that reads the host: sockets, `/proc` and files of the host are out of reach for the type that
 * containers have otherwise.
 */
export const HOST_SELINUX = {
  user: 'system_u',
  role: 'system_r',
  type: 'spc_t',
  level: 's0',
  source: 'Datadog Helm chart 3.240.0, values.yaml: agents.podSecurity.seLinuxContext',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/**
 * The command line client as part of every release of OpenShift 4: an image stream of the cluster's own registry that every account
 * may pull, in the version of the cluster.
 */
export const OPENSHIFT_CLI = {
  image: 'image-registry.openshift-image-registry.svc:5000/openshift/cli:latest',
  command: 'oc',
  /** For clusters without that registry; pulled with the cluster's own pull secret. */
  otherImage: 'registry.redhat.io/openshift4/ose-cli-rhel9:v4.16',
  source: 'openshift/origin: test/extended/node/image_volume.go; https://github.com/netobserv/netobserv-cli/pull/191 (entry in the catalogue, 4.18); https://github.com/openshift-knative/serverless-operator/pull/2915 (RHEL 9 since 4.16)',
  checkedOn: '2026-11-21',
} as const satisfies Fact & Record<string, string>;

/** A cluster may have a node selector for every namespace that does not say otherwise, and merges it into the pods of DaemonSets too. */
export const OPENSHIFT_NODE_SELECTOR = {
  annotations: { 'openshift.io/node-selector': '' },
  source: 'https://github.com/openshift/openshift-docs/pull/8197 (OpenShift 3); https://github.com/openshift/installer/pull/1689 (OpenShift 4)',
  checkedOn: '2026-11-21',
} as const satisfies Fact & { readonly annotations: { readonly [name: string]: string } };
